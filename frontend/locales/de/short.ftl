short-so-that-others-find = Damit andere es finden
short-with-commas-between-postgresql = Mit Kommas dazwischen: PostgreSQL 15, Redis, nginx.
short-not-sure = Nicht sicher
short-none-of-these-fits = Nichts davon passt<span class="unseen">: { $what }</span>
short-a-few-words-of = Ein paar Worte von Ihnen gehen an die, die die Listen pflegen; sie werden zuvor anonymisiert und gehören nicht zum Bericht.
short-one-a-line-as = Ein Faktor je Zeile, so viele, wie Sie sehen. Was hinter einer Zeile lag, kommt darunter, um zwei Leerzeichen eingerückt.
short-a-title-and-a = { $means } Ein Titel und ein paar Zeilen genügen; antworten Sie, worauf Sie möchten. Am besten auf Englisch: Darin findet das Programm Namen am zuverlässigsten.
short-ten-minutes-at-most = Höchstens zehn Minuten. Brauchen Sie auch Zeitverlauf, Maßnahmen oder Codes? <a href="/report/form?about={ $id }&amp;full=yes">Nehmen Sie das ausführliche Formular</a>; Sie können sie auch nach der nächsten Seite ergänzen. Etwas anderes zu erzählen? <a href="/report">Wählen Sie noch einmal</a>.

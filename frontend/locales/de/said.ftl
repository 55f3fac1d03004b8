said-one-more-press-and = Noch ein Druck, und es zählt.
said-what-is-kept-is = Gespeichert wird eine Zahl: wie viele es sagten. Nicht wer, nicht wann, keine Adresse. Damit niemand doppelt zählt, hat Ihr Netz bis zum Ende des Tages eine Kennung im Arbeitsspeicher des Servers; der Schlüssel, mit dem sie gebildet wird, wird dann weggeworfen.
said-count-it = Zählen
said-back-to-the-report = Zurück zum Bericht
said-thank-you = Danke
said-whoever-wrote-the-report = Wer den Bericht geschrieben hat, wird sehen, dass er jemanden erreicht hat.
said-each-network-is-counted = Jedes Netz wird je Bericht einmal am Tag gezählt; die Seite zeigt Zahlen ab drei.
said-back-to-the-report-2 = <a href="{ $href }">Zurück zum Bericht</a>. Sie könnten auch <a href="/report">schreiben, was Ihnen widerfahren ist</a>.

form-change-your-report = Ihren Bericht ändern
form-this-is-your-report = Das ist Ihr Bericht, wie er gespeichert ist. Ändern Sie, was Sie möchten, und senden Sie ihn noch einmal.
form-a-title-and-a = Ein Titel und ein paar Zeilen genügen. Alles andere hilft, und nichts davon ist Pflicht. Am besten schreiben Sie auf Englisch: Darin findet das Programm Namen am zuverlässigsten.
form-too-many-fields-the = Zu viele Felder? <a href="/report/form?about={ $id }">Das kurze Formular</a> hat die wichtigsten. Etwas anderes zu erzählen? <a href="/report">Wählen Sie noch einmal</a>.

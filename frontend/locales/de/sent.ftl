sent-thank-you-your-report = Danke. Ihr Bericht ist angekommen.
sent-this-is-your-receipt = Das ist Ihr Beleg. Er wird nur einmal gezeigt, jetzt. Schreiben Sie ihn auf, drucken Sie diese Seite oder sichern Sie ihn dort, wo nur Sie ihn lesen können.
sent-with-it-you-can = Mit ihm können Sie <a href="/receipt">Ihren Bericht verfolgen</a> oder zurücknehmen. Wir können ihn nicht noch einmal ausstellen: Wir speichern nichts, was verrät, wer Sie sind.
sent-what-happens-next = Wie es weitergeht
sent-two-analysts-read-it = Zwei Personen aus dem Auswertungsteam lesen ihn.
sent-an-analyst-reads-it = Das Auswertungsteam liest ihn.
sent-they-check-that-nothing = Geprüft wird, dass nichts auf Sie hinweist; Codes kommen hinzu, damit andere ihn finden.
sent-it-is-published-with = Er wird mit einem Monat oder Quartal veröffentlicht, nie mit einem Tag. Oder er wird es nicht, und Ihr Beleg sagt, warum.
sent-others-find-it-by = Andere finden ihn nach dem, was sie betreiben, und danach, wie es versagte.
sent-done-go-to-the = Fertig, zur Startseite
sent-receipt-label = Beleg:

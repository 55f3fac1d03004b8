start-you-see-what-would = Sie sehen, was öffentlich würde, bevor etwas gespeichert wird. Kein Konto, keine E-Mail-Adresse, zehn Minuten.
start-have-a-write-up = <a href="#have">Haben Sie schon einen Text oder einen gesicherten Entwurf?</a> Dann sind Sie fast fertig.
start-this-could-not-be = Das ließ sich nicht als Bericht lesen
start-nothing-was-kept = { $problem } Nichts wurde gespeichert.
start-what-do-you-want = Was möchten Sie erzählen?
start-or = Oder:
start-have-a-write-up-2 = Haben Sie schon einen Text oder einen Entwurf?
start-paste-it-or-choose = Fügen Sie ihn ein, oder wählen Sie die Datei. Wir finden seine Teile, gleich welche Vorlage.
start-your-write-up = Ihr Text
start-markdown-or-plain-text = Markdown oder reiner Text, in jeder Form, bis { $limit_kib } KiB. Er bleibt im Arbeitsspeicher, bis er anonymisiert ist. Am besten schreiben Sie auf Englisch: Darin findet das Programm Namen am zuverlässigsten.
start-or-choose-a-file = Oder eine Datei wählen
start-markdown-plain-text-or = Markdown, reiner Text oder JSON, auch ein hier gesicherter Entwurf.
start-names-to-hide = Zu verbergende Namen
start-your-company-products-services = Ihr Unternehmen, Produkte, Dienste, Cluster, Codenamen: ein Name je Zeile. Namen von Menschen werden meist ohne Ihre Hilfe gefunden; ergänzen Sie die, die wie gewöhnliche Wörter aussehen. Diese Liste wird nie gespeichert.
start-what-happens-to-your = Was mit Ihrem Text geschieht
start-names-places-times-addresses = Namen, Orte, Zeiten, Adressen und Geheimnisse werden ersetzt, bevor etwas gespeichert wird. <a href="/how-we-anonymise">Wie</a>
start-your-address-and-your = Ihre Adresse und Ihr Browser werden nicht mitgespeichert, auch nicht der Tag: nur die Woche, in der er eintraf.
start-analysts-read-it-before = Das Auswertungsteam liest ihn, bevor er veröffentlicht wird. Mit einem Beleg können Sie ihn verfolgen und zurücknehmen.

preview-this-is-what-others = Das würden andere lesen. <strong>Noch ist nichts gespeichert.</strong>
preview-revoke-what-was-in = Sperren Sie, was darin stand
preview-the-write-up-had = Im Text standen Geheimnisse. Aus diesem Bericht sind sie verschwunden, aber wer den Text lesen kann, kann sie benutzen.
preview-what-was-taken-out = Was entfernt wurde ({ $total })
preview-who-shares-it = Wer es teilt
preview-change-something = Etwas ändern
preview-go-to-send = Zum Senden
preview-you-are-not-the = Sie sind damit nicht allein
preview-one-public-report-is = Ein öffentlicher Bericht ist ähnlich.
preview-at-least-public-reports = Mindestens { $alike_total } öffentliche Berichte sind ähnlich.
preview-see-all-of-them = Alle ansehen<span class="unseen"> (öffnet sich in einem neuen Tab)</span>
preview-opens-in-a-new = (öffnet sich in einem neuen Tab)
preview-found-by-the-technologies = Gefunden allein über Technologien und Fehlermuster; nichts aus Ihrem Text wird nachgeschlagen. Ihrer zählt trotzdem: Andere müssen wissen, wie oft etwas gesehen wird.
preview-nothing-was-taken-out = Nichts wurde entfernt
preview-one-part-was-taken = Eine Stelle wurde entfernt
preview-parts-were-taken-out = { $total } Stellen wurden entfernt
preview-we-found-no-name = Wir fanden keinen Namen, keine Zeit, keine Adresse und kein Geheimnis. Sehen Sie genau hin: Ein Programm kann etwas übersehen.
preview-each-mark-with-what = Jeder Platzhalter mit dem, was dort stand. Derselbe Name hat überall denselben Platzhalter; drücken Sie auf das, was hätte bleiben sollen.
preview-still-there-and-should = Noch da, und sollte verschwinden?
preview-take-it-out-everywhere = Überall entfernen
preview-keep = <bdi>{ $was }</bdi> behalten
preview-was = war <bdi>{ $was }</bdi>
preview-what-we-were-not = Wo wir nicht sicher waren
preview-words-to-think-about = Worte zum Nachdenken
preview-advice-only-keep-what = Nur ein Rat. Behalten Sie, was stimmt.
preview-everything-we-understood-as = Alles, was wir verstanden haben, als Felder. Was Sie ändern, wird wieder anonymisiert.
preview-print-a-sheet-to = Blatt zur Freigabe drucken<span class="unseen"> (öffnet sich in einem neuen Tab)</span>
preview-send-the-changed-report = Geänderten Bericht senden
preview-send-this-report = Diesen Bericht senden
preview-it-says-too-much = Er sagt zu viel darüber, wer es war: <a href="#verdict">sehen Sie, warum</a>. Das Auswertungsteam sieht das auch.
preview-when-you-send-it = Wenn Sie ihn senden, wird der anonyme Text versiegelt gespeichert, damit das Auswertungsteam ihn lesen kann. Sie erhalten einen Beleg.
preview-analysts-read-it-together = Das Auswertungsteam liest ihn zusammen mit dem Bericht, für den Ihr Code gilt.

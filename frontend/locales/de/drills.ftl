drills-live-through-an-incident = Durchleben Sie einen Vorfall, bevor es Ihrer ist. Jede Übung erzählt einen echten Bericht Schritt für Schritt und hält dort an, wo Sie entscheiden müssten. Dann lesen Sie, wie es weiterging.
drills-about-to-change-something = Steht eine große Änderung bevor? <a href="/drills/pre-mortem">Halten Sie ein Pre-mortem ab</a>: ein Arbeitsblatt, gefüllt mit dem, was bei anderen schiefging. Oder gehen Sie eine <a href="/checklists">Checkliste</a> für den Anlass durch.
drills-names-with-commas-between = Namen mit Kommas dazwischen, etwa nginx, redis. Leer gelassen heißt: beliebig.
drills-how-long-you-have = Wie viel Zeit Sie haben
drills-any-length = Beliebig lang
drills-up-to-minutes = Bis zu { $length } Minuten
drills-show-drills = Übungen zeigen
drills-one-drill = Eine Übung
drills-drills = { $total } Übungen
drills-no-report-that-fits = Noch lässt sich kein passender Bericht so erzählen. Eine Übung braucht einen Zeitverlauf mit mindestens sechs Momenten. Versuchen Sie weniger Technologien oder mehr Zeit.
drills-pick-one-for-me = Eine für mich auswählen
drills-the-that-tell-most = Aufgeführt sind die { $lines }, die am meisten erzählen. Nennen Sie eine Technologie, um andere zu sehen.
drills-how-to-run-one = So führen Sie eine durch
drills-gather-the-people-who = Holen Sie die zusammen, die gerufen würden: Drei bis acht genügen. Eine Person leitet und druckt das Blatt für die Leitung. Die anderen dürfen nicht vorauslesen.
drills-read-the-briefing-out = Lesen Sie die Einweisung vor. Lassen Sie alle die Rolle spielen, die sie bei der Arbeit haben.
drills-read-one-step-ask = Lesen Sie einen Schritt, stellen Sie seine Fragen, und lassen Sie die Leute reden. Niemand muss recht haben: Lücken sind das, weshalb Sie hier sind. Schreiben Sie sie auf.
drills-read-the-rest-of = Lesen Sie, wie es weiterging. Fragen Sie dann: Was wäre bei uns anders gewesen, und was wollen wir ändern?
drills-steps = { $steps } Schritte, etwa { $minutes } Minuten

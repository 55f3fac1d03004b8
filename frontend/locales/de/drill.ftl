drill-a-drill-in-steps = Eine Übung in { $steps } Schritten, etwa { $minutes } Minuten.
drill-the-report-behind-it = Der Bericht dahinter ist ein erfundenes Beispiel.
drill-begin-with-step-1 = Mit Schritt 1 beginnen
drill-for-a-room = Für einen Raum
drill-facilitators-sheet-all-steps = <a href="{ $href }/facilitator">Blatt für die Leitung</a>: alle Schritte, worauf zu achten ist, und wie es weiterging
drill-participants-sheet-the-briefing = <a href="{ $href }/participants">Blatt für Teilnehmende</a>: die Einweisung und Platz für Notizen
drill-sector-with = { $sector }, mit { $stack }
drill-with = Mit { $stack }
drill-of = Übung: { $title }
drill-step-of = Übung, Schritt { $number } von { $steps }

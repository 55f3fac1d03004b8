alerts-a-hazard-that-others = Eine Gefahr, die sich andere ansehen sollten, bevor sie zum Vorfall wird: wen es betrifft, was zu sehen war, was zu prüfen ist. Zum Ausdrucken und Aushängen gemacht.
alerts-atom-feed = Atom-Feed
alerts-json-feed = JSON-Feed
alerts-there-is-no-alert = Es gibt keinen Warnhinweis. Das ist eine gute Nachricht, oder noch hat uns niemand etwas gesagt: <a href="/report">Schreiben Sie einen Bericht</a> über eine Gefahr.
alerts-all-alerts = Alle Warnhinweise
alerts-alert-was-withdrawn = Warnhinweis { $number }, { $month }, wurde zurückgezogen.

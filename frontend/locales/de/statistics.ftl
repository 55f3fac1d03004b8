statistics-statistics = Statistik
statistics-there-is-nothing-to = Noch gibt es nichts zu zählen.
statistics-report-counted = { $reports ->
    [one] { $reports } Bericht, gezählt.
   *[other] { $reports } Berichte, gezählt.
 }
statistics-too-few-reports-to = Zu wenige Berichte, um etwas zu zählen: Es braucht { $minimum }.
statistics-what-fewer-than-reports = Was weniger als { $minimum } Berichte sagen, bleibt weg. Ein Bericht kann in mehreren Zeilen zählen.
statistics-charts = Diagramme
statistics-first = Die ersten { $most } von { $many }.
statistics-rest = { $few ->
    [one] Eine weitere Zeile hat weniger als { $minimum } Berichte.
   *[other] { $few } weitere Zeilen haben weniger als { $minimum } Berichte.
 }
statistics-first-rest = { $first } { $rest }

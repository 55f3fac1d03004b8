set-report-put-together-in = { $lines ->
    [one] { $lines } Bericht, zusammengestellt im { $month }
   *[other] { $lines } Berichte, zusammengestellt im { $month }
 }
set-why-these = Warum diese
set-the-reports = Die Berichte
set-all-of-its-reports = Alle ihre Berichte wurden zurückgezogen.
set-issued = { $period }

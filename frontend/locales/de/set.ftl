set-report-put-together-in = { $lines ->
    [one] { $lines } Bericht, zusammengestellt im { $month }
   *[other] { $lines } Berichte, zusammengestellt im { $month }
 }
set-why-these = Warum diese
set-the-reports = Die Berichte
set-all-of-its-reports = Alle ihre Berichte wurden zurückgezogen.
set-issued = { $period }
set-reports-on-one-theme = { $reports ->
    [one] { $reports } Bericht zu einem Thema.
   *[other] { $reports } Berichte zu einem Thema.
 }

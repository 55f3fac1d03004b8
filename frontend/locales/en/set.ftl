set-report-put-together-in = { $lines ->
    [one] { $lines } report, put together in { $month }
   *[other] { $lines } reports, put together in { $month }
 }
set-why-these = Why these
set-the-reports = The reports
set-all-of-its-reports = All of its reports were withdrawn.
set-issued = { $period }
set-reports-on-one-theme = { $reports ->
    [one] { $reports } report on one theme.
   *[other] { $reports } reports on one theme.
 }

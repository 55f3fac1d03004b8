statistics-statistics = Statistics
statistics-there-is-nothing-to = There is nothing to count yet.
statistics-report-counted = { $reports ->
    [one] { $reports } report, counted.
   *[other] { $reports } reports, counted.
 }
statistics-too-few-reports-to = Too few reports to count anything: it takes { $minimum }.
statistics-what-fewer-than-reports = What fewer than { $minimum } reports say is left out. A report may count in several lines.
statistics-charts = Charts
statistics-first = The first { $most } of { $many }.
statistics-rest = { $few ->
    [one] One more has fewer than { $minimum } reports.
   *[other] { $few } more have fewer than { $minimum } reports.
 }
statistics-first-rest = { $first } { $rest }

bars-by-number-of-reports = { $title }, by number of reports
bars-bar = Bar

bars-by-number-of-reports = { $title }, nach Zahl der Berichte
bars-bar = Balken

grown-what = Was
grown-now = Jetzt
grown-before = Zuvor
grown-new = neu
grown-between = { $first } bis { $last }

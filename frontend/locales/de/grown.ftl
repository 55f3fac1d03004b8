grown-what = Was
grown-now = Jetzt
grown-before = Zuvor
grown-new = neu

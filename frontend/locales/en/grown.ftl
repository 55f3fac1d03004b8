grown-what = What
grown-now = Now
grown-before = Before
grown-new = new
grown-between = { $first } to { $last }

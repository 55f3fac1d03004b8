sets-reports-on-one-theme = Berichte zu einem Thema, vom Auswertungsteam zusammengestellt und geordnet: zum Durchlesen oder für jemanden, der neu ist.
sets-there-is-none-yet = Noch gibt es keine. <a href="/search">Durchsuchen Sie die Berichte</a>, oder beginnen Sie damit, <a href="/patterns">wie Dinge versagen</a>.
sets-report = { $reports ->
    [one] { $reports } Bericht, { $month }
   *[other] { $reports } Berichte, { $month }
 }

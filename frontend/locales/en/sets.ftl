sets-reports-on-one-theme = Reports on one theme, put together and put in order by analysts: something to read through, or to hand to somebody who is new.
sets-there-is-none-yet = There is none yet. <a href="/search">Search the reports</a>, or start from <a href="/patterns">how things fail</a>.
sets-report = { $reports ->
    [one] { $reports } report, { $month }
   *[other] { $reports } reports, { $month }
 }

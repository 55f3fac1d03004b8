profile-nobody-has-reported-about = Nobody has reported about it yet.
profile-at-least-report = { $reports ->
    [one] At least { $reports } report.
   *[other] At least { $reports } reports.
 }
profile-too-few-reports-to = Too few reports to speak of a pattern: it takes { $minimum }.
profile-if-something-went-wrong = If something went wrong with it where you are, <a href="/report">tell the first one</a>.
profile-what-there-is = What there is
profile-read-these-first = Read these first
profile-live-through-one = Live through one
profile-tabletop-exercises-made-of = Tabletop exercises made of these reports.

alerts-a-hazard-that-others = A hazard that others should look at before it becomes an incident: who is concerned, what was seen, what to check. Made to be printed and pinned up.
alerts-atom-feed = Atom feed
alerts-json-feed = JSON feed
alerts-there-is-no-alert = There is no alert. That is good news, or nobody has told us yet: <a href="/report">write a report</a> of a hazard.
alerts-all-alerts = All alerts
alerts-alert-was-withdrawn = Alert { $number }, { $month }, was withdrawn.

profile-nobody-has-reported-about = Noch hat niemand darüber berichtet.
profile-at-least-report = { $reports ->
    [one] Mindestens { $reports } Bericht.
   *[other] Mindestens { $reports } Berichte.
 }
profile-too-few-reports-to = Zu wenige Berichte, um von einem Muster zu sprechen: Es braucht { $minimum }.
profile-if-something-went-wrong = Wenn damit bei Ihnen etwas schiefging, <a href="/report">schreiben Sie den ersten Bericht</a>.
profile-what-there-is = Was es gibt
profile-read-these-first = Diese zuerst lesen
profile-live-through-one = Einen durchleben
profile-tabletop-exercises-made-of = Planspiele aus diesen Berichten.

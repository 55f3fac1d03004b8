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
profile-running = { $name } im Betrieb: Lehren aus { $reports } Berichten
profile-how-it-fails = Wie { $name } versagt, wie das bemerkt wird und was geholfen hat: Lehren aus veröffentlichten Berichten.
profile-to-matrix = Was geschieht, während { $name } langsam, ausgefallen oder falsch konfiguriert ist
profile-to-breaks = Was wobei ausfällt: ein Fehlerbaum zu { $name }, allein und mit anderen
profile-to-checklists = Checklisten zu { $name }: vor einer neuen Version, einem Failover, einer Bereitschaft
profile-to-guide = Der Leitfaden dazu, Fassung { $version } (englisch)
profile-to-pre-mortem = Vorausschauen: ein Arbeitsblatt für ein Pre-mortem zu { $name }
profile-itself-failed = In mindestens { $failed } davon fiel { $name } selbst aus.
profile-most-failed = Am häufigsten versagte es so: { $term }.
profile-most-set-off = Am häufigsten ausgelöst durch: { $term }.
profile-most-noticed = Am häufigsten bemerkt durch: { $term }.
profile-its-kind = Die Art: { $kind }
profile-of-its-kind = Zu allem von dieser Art gibt es mindestens { $reports } Berichte. Was folgt, handelt von allen.
profile-search-for-all = Alle Berichte suchen, die davon sprechen
profile-further = Weiter
profile-follow-as-a-feed = Neue Berichte als Feed verfolgen
profile-combinations-that-matter = Kombinationen, auf die es ankommt
profile-what-comes-together = Was im ganzen Register öfter zusammen auftritt, als der Zufall es brächte. Von solchen Funden beruht höchstens einer von zwanzig auf Zufall.
profile-all-combinations = Alle Kombinationen
profile-in-the-order = In der Reihenfolge, in der Zeitverläufe und Faktoren davon erzählen, im ganzen Register.
profile-all-chains = Alle Ketten
profile-questions-for-a-design-review = Fragen für eine Entwurfsprüfung
profile-in-the-same-reports = Sie stehen { $times } in denselben Berichten.
profile-alone = { $part } für sich
profile-where-these-meet = Wie es abläuft, wo diese zusammentreffen: { $parts }.
profile-sort = { $sort }: { $part }
profile-all-at-once = All das zugleich: { $parts }.

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
profile-running = Running { $name } in production: lessons of { $reports } reports
profile-how-it-fails = How { $name } fails, how that is noticed, and what helped: lessons of published reports.
profile-to-matrix = What happens while { $name } is slow, down or misconfigured
profile-to-breaks = What breaks what: a fault tree of { $name }, alone and with others
profile-to-checklists = Checklists for { $name }: before a release, a failover, on call
profile-to-guide = The best-practice guide, version { $version }
profile-to-pre-mortem = Look ahead with it: a pre-mortem worksheet about { $name }
profile-itself-failed = { $name } itself failed in at least { $failed } of them.
profile-most-failed = How it failed most often: { $term }.
profile-most-set-off = What set it off most often: { $term }.
profile-most-noticed = How it was noticed most often: { $term }.
profile-its-kind = Its kind: { $kind }
profile-of-its-kind = Of everything of its kind there are at least { $reports } reports. What follows is about all of them.
profile-search-for-all = Search for all that name it
profile-further = Further
profile-follow-as-a-feed = Follow new reports as a feed
profile-combinations-that-matter = Combinations that matter
profile-what-comes-together = What comes together more often than chance would bring, in the whole register. Of findings like these at most one in twenty is chance.
profile-all-combinations = All combinations
profile-in-the-order = In the order in which timelines and factors tell of it, in the whole register.
profile-all-chains = All chains
profile-questions-for-a-design-review = Questions for a design review
profile-in-the-same-reports = They stand in the same reports { $times }.
profile-alone = { $part } alone
profile-where-these-meet = How it goes where these meet: { $parts }.
profile-sort = { $sort }: { $part }
profile-all-at-once = All of this at once: { $parts }.

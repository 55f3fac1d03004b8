shared-term = Term
shared-reports = Reports
shared-as-csv = { $title } as CSV
shared-read = Read
shared-one = one
shared-another = another
shared-a-third = a third
shared-checklist = Checklist
shared-the-report = The report
shared-at-least-report = { $reports ->
    [one] at least { $reports } report
   *[other] at least { $reports } reports
 }
shared-your-company-products-services = Your company, products, services, clusters, code names
shared-what-contributed = What contributed
shared-what-helped = What helped
shared-where-luck-helped = Where luck helped
shared-time-not-told = Time not told
shared-at-least = at least { $reports }
shared-at-least-report-2 = { $reports ->
    [one] At least { $reports } report
   *[other] At least { $reports } reports
 }
shared-not-said = Not said
shared-28-letters-and-digits = 28 letters and digits, with or without spaces.
shared-what-happened = What happened
shared-questions-that-bring-out = Questions that bring out what helps others
shared-in-order = In order
shared-what-was-tried = What was tried
shared-why-it-could-happen = Why it could happen
shared-one-a-line = One a line.
shared-lessons = Lessons
shared-how-it-was-noticed = How it was noticed
shared-technologies = Technologies
shared-what-goes-and-what = What goes and what stays
shared-and = and
shared-new-or-growing = New or growing
shared-words-that-stay = Words that stay
shared-flatten-the-style-quotes = Flatten the style <span class="means">Quotes, dashes, emoji, spelling and greetings in one plain way, so that they do not give you away.</span>
shared-in-short = In short
shared-what-was-seen = What was seen
shared-sample-invented = Sample: invented
shared-report-without-a-title = Report without a title
shared-technologies-2 = Technologies:
shared-name = Name
shared-what-it-is = What it is
shared-in-your-words = In your words
shared-alerts = Alerts
shared-alert = Alert { $number }
shared-sample = Sample
shared-patterns = Patterns
shared-we-do-not-know = We do not know “{ $name }”. Try another name for it, or <a href="/technologies">look through the technologies</a>.
shared-worst = Worst:
shared-a-report = a report
shared-csv = CSV
shared-markdown = Markdown
shared-report = { $reports ->
    [one] report
   *[other] reports
 }
shared-how-to-read-it = How to read it
shared-nothing-yet = Nothing yet
shared-there-is-nothing-to = There is nothing to look through yet.
shared-how-they-are-found = How they are found
shared-checklists = Checklists
shared-your-stack = Your stack
shared-names-with-commas-between = Names with commas between, such as nginx, redis, postgresql. Leave it empty for everything.
shared-search = Search
shared-drills = Drills
shared-briefing = Briefing
shared-the-rest-of-the = The rest of the story
shared-before-you-part = Before you part
shared-what-would-have-been = What would have been different with us?
shared-what-did-we-not = What did we not have: an alarm, a way in, a way back, a person?
shared-what-one-thing-do = What one thing do we change, and who sees to it?
shared-search-the-reports = Search the reports
shared-write-a-report = Write a report
shared-resiliency-matrix = Resiliency matrix
shared-numbers-count-reports-in = Numbers count reports in this register. They say what people told, not how often it happens.
shared-sets = Sets
shared-nothing-was-kept = Nothing was kept.
shared-show-me-what-you = Show me what you understood
shared-save-a-draft-on = Save a draft on my machine
shared-nothing-is-kept-here = Nothing is kept here yet. A draft is the anonymous text as a file of yours; <a href="/report#have">choose it again</a> to go on.
shared-look-it-over = Look it over
shared-what-became-of-it = What became of it
shared-nothing-to-say = Nothing to say
shared-why-in-a-line = Why, in a line
shared-change-it = Change it
shared-look-again = Look again
shared-follow-your-report = Follow your report
shared-nothing-is-kept-yet = Nothing is kept yet.
shared-a-code-for-a = A code for a second person
shared-it-is-shown-once = It is shown once, now. Pass it on in person or by a way that you both trust.
shared-they-open-on-this = They open <strong>{ $second }</strong> on this site and enter it there. It is good for one account and about a month. They do not see your report, nor do you see theirs before it is public; the analysts read both together.
shared-it-is-not-your = It is not your receipt: with the code nobody can read, change or take back what you sent.
shared-code-label = Code:
shared-or = or

pre-mortem-it-is-six-months = It is six months later, and it went wrong
pre-mortem-a-pre-mortem = A pre-mortem: before a migration, a launch or a failover, imagine that it has failed, and tell how it came to that. Forty-five minutes, everyone who has a part in it.
pre-mortem-about = A pre-mortem about { $about }: before a migration, a launch or a failover, imagine that it has failed, and tell how it came to that. Forty-five minutes, everyone who has a part in it.
pre-mortem-what-you-are-about = What you are about to touch
pre-mortem-names-with-commas-between = Names with commas between, such as postgresql, kubernetes. What went wrong for others with it is filled in.
pre-mortem-fill-in-the-worksheet = Fill in the worksheet
pre-mortem-no-report-is-about = No report is about this yet.
pre-mortem-too-few-reports-are = Too few reports are about this: { $of_stack }.
pre-mortem-what-follows-is-from = What follows is from the whole register.
pre-mortem-what-we-are-about = What we are about to do
pre-mortem-one-sentence-and-who = One sentence, and who is in the room.
pre-mortem-1-it-has-gone = 1. It has gone wrong. What happened?
pre-mortem-five-minutes-each-for = Five minutes, each for themselves, before anybody reads on. Do not ask whether it is likely.
pre-mortem-2-what-went-wrong = 2. What went wrong for others
pre-mortem-there-are-too-few = There are too few reports to fill this in. Go on with your own list.
pre-mortem-from-at-least-report = { $reports ->
    [one] From at least { $reports } report. Tick what could be in your story, and write how.
   *[other] From at least { $reports } reports. Tick what could be in your story, and write how.
 }
pre-mortem-3-what-would-we = 3. What would we see first?
pre-mortem-for-the-two-stories = For the two stories that frighten you most: the first sign, and who would see it.
pre-mortem-4-where-is-the = 4. Where is the point of no return?
pre-mortem-until-when-can-it = Until when can it be taken back, how, and who decides?
pre-mortem-5-what-do-we = 5. What do we change before we begin?
pre-mortem-at-most-three-things = At most three things, each with a name. What does not lean on anybody’s vigilance comes first.

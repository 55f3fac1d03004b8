drill-a-drill-in-steps = A drill in { $steps } steps, about { $minutes } minutes.
drill-the-report-behind-it = The report behind it is an invented sample.
drill-begin-with-step-1 = Begin with step 1
drill-for-a-room = For a room
drill-facilitators-sheet-all-steps = <a href="{ $href }/facilitator">Facilitator’s sheet</a>: all steps, what to listen for, and the rest of the story
drill-participants-sheet-the-briefing = <a href="{ $href }/participants">Participants’ sheet</a>: the briefing, and room for notes
drill-sector-with = { $sector }, with { $stack }
drill-with = With { $stack }
drill-of = Drill: { $title }
drill-step-of = Drill, step { $number } of { $steps }

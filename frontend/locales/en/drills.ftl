drills-live-through-an-incident = Live through an incident before it is yours. Each drill tells a real report step by step and stops where you would have to decide. Then you read the rest of the story.
drills-about-to-change-something = About to change something big? <a href="/drills/pre-mortem">Hold a pre-mortem</a>: a worksheet filled with what went wrong for others. Or go through a <a href="/checklists">checklist</a> for the occasion.
drills-names-with-commas-between = Names with commas between, such as nginx, redis. Leave it empty for any.
drills-how-long-you-have = How long you have
drills-any-length = Any length
drills-up-to-minutes = Up to { $length } minutes
drills-show-drills = Show drills
drills-one-drill = One drill
drills-drills = { $total } drills
drills-no-report-that-fits = No report that fits can be told this way yet. A drill needs a timeline of six moments or more. Try fewer technologies, or a longer time.
drills-pick-one-for-me = Pick one for me
drills-the-that-tell-most = The { $lines } that tell most are listed. Name a technology to see others.
drills-how-to-run-one = How to run one
drills-gather-the-people-who = Gather the people who would be called: three to eight are enough. One of you leads and prints the facilitator’s sheet. The others must not read ahead.
drills-read-the-briefing-out = Read the briefing out. Let everybody take the part they have at work.
drills-read-one-step-ask = Read one step, ask its questions, and let people talk. Nobody has to be right: gaps are what you came for. Write them down.
drills-read-the-rest-of = Read the rest of the story. Then ask: what would have been different with us, and what do we want to change?
drills-steps = { $steps } steps, about { $minutes } minutes

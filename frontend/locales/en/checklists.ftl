checklists-what-to-go-through = What to go through before you touch something, and while it burns. Drawn from what helped others and what they missed, each line with its evidence.
checklists-show-the-checklists = Show the checklists
checklists-for-any-stack = For any stack
checklists-for = For { $about }
checklists-look-ahead-together-with = Look ahead together with a pre-mortem
checklists-live-through-an-incident = Live through an incident in a drill

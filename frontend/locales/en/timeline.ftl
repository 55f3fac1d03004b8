timeline-timeline-gaps-to-scale = Timeline, gaps to scale
timeline-gaps-are-to-scale = Gaps are to scale. Where the lines are cut, nothing is told for a long time.
timeline-later = { $span } later
timeline-described = { $events } events over { $span }; the list below has each of them.

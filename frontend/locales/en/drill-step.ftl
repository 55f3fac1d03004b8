drill-step-step-of = Step { $number } of { $steps }
drill-step-what-you-were-told = What you were told before
drill-step-what-happens = What happens
drill-step-talk-about-it = Talk about it
drill-step-about-minutes-do-not = About { $minutes } minutes. Do not read on yet.
drill-step-go-on-to-step = Go on to step { $number }

drill-step-step-of = Schritt { $number } von { $steps }
drill-step-what-you-were-told = Was Ihnen zuvor erzählt wurde
drill-step-what-happens = Was geschieht
drill-step-talk-about-it = Sprechen Sie darüber
drill-step-about-minutes-do-not = Etwa { $minutes } Minuten. Lesen Sie noch nicht weiter.
drill-step-go-on-to-step = Weiter zu Schritt { $number }

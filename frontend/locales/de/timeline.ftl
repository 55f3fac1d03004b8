timeline-timeline-gaps-to-scale = Zeitverlauf, Lücken maßstäblich
timeline-gaps-are-to-scale = Lücken sind maßstäblich. Wo die Linien unterbrochen sind, wird lange nichts erzählt.
timeline-later = { $span } später
timeline-described = { $events } Ereignisse in { $span }; die Liste darunter enthält jedes davon.

checklist-show-the-checklist = Show the checklist
checklist-too-few-reports-tell = Too few reports tell of this with { $about }. What follows is from the whole register.
checklist-there-are-too-few = There are too few reports to draw a checklist from: it takes { $minimum } that say the same.
checklist-from-at-least-reports = From at least { $reports } reports. What fewer than { $minimum } say is left out.
checklist-take-it-along-as = Take it along as Markdown
checklist-of = { $title }: { $about }
checklist-had = { $tried }: { $effect }

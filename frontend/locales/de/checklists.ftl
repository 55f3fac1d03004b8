checklists-what-to-go-through = Was Sie durchgehen sollten, bevor Sie etwas anfassen, und während es brennt. Aus dem, was anderen half und was ihnen fehlte, jede Zeile mit ihrem Nachweis.
checklists-show-the-checklists = Checklisten zeigen
checklists-for-any-stack = Für jeden Stack
checklists-for = Für { $about }
checklists-look-ahead-together-with = Gemeinsam vorausschauen mit einem Pre-mortem
checklists-live-through-an-incident = Einen Vorfall in einer Übung durchleben

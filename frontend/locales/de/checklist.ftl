checklist-show-the-checklist = Checkliste zeigen
checklist-too-few-reports-tell = Zu wenige Berichte erzählen davon mit { $about }. Was folgt, stammt aus dem ganzen Register.
checklist-there-are-too-few = Es gibt zu wenige Berichte für eine Checkliste: Es braucht { $minimum }, die dasselbe sagen.
checklist-from-at-least-reports = Aus mindestens { $reports } Berichten. Was weniger als { $minimum } sagen, bleibt weg.
checklist-take-it-along-as = Als Markdown mitnehmen
checklist-of = { $title }: { $about }
checklist-had = { $tried }: { $effect }

checks-from-what-helped-and = From what helped and what was missing in these reports. A number leads to its evidence.
checks-download-a-checklist-as = Download a checklist as Markdown

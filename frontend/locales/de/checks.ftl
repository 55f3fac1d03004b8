checks-from-what-helped-and = Aus dem, was in diesen Berichten half und was fehlte. Eine Zahl führt zu ihrem Nachweis.
checks-download-a-checklist-as = Checkliste als Markdown herunterladen

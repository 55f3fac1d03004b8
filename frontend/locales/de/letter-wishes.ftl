letter-wishes-names-to-hide-words = Zu verbergende Namen, Wörter, die bleiben
letter-wishes-one-a-line-the = Ein Name je Zeile. Die Liste zu Ihrem Bericht wurde nicht gespeichert; Namen, die nur Sie kennen, müssen Sie deshalb noch einmal nennen.
letter-wishes-one-a-line-words = Ein Wort je Zeile: Wörter, die für Namen gehalten wurden.

amending-what-do-you-change = Was ändern Sie, und warum?
amending-a-line-once-the = Eine Zeile. Sobald der Bericht öffentlich ist, sehen Lesende sie neben der Änderung. Sie wird anonymisiert wie alles andere.
amending-it-is-short = Er wurde in Kurzform veröffentlicht: Titel, ein oder zwei Sätze und Codes. Was Sie ausführlich erzählen, wird nicht veröffentlicht.

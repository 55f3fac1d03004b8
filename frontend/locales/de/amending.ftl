amending-what-do-you-change = Was ändern Sie, und warum?
amending-a-line-once-the = Eine Zeile. Sobald der Bericht öffentlich ist, sehen Lesende sie neben der Änderung. Sie wird anonymisiert wie alles andere.

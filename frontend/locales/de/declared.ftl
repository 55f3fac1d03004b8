declared-one-a-line-each = Ein Name je Zeile. Jeder wird entfernt, wo immer er steht, auch in Rechnernamen. Diese Liste wird nie gespeichert.
declared-names-to-hide = zu verbergende Namen

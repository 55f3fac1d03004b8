letter-this-is-what-would = Das würde gespeichert. <strong>Noch ist nichts gespeichert.</strong>
letter-nothing-was-taken-out = Nichts wurde entfernt. Sehen Sie genau hin: Ein Programm kann einen Namen übersehen.
letter-taken-out = Entfernt:
letter-action = Maßnahme { $number }
letter-what-you-change-is = Was Sie ändern, wird wieder anonymisiert.
letter-send-it = Senden
letter-back = Zurück

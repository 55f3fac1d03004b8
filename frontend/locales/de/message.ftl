message-week = Woche { $week }
message-question = Eine Frage
message-changed = Ein geänderter Bericht
message-followed = Was aus den Maßnahmen wurde, nach { $days } Tagen

message-week = week { $week }
message-question = A question
message-changed = A changed report
message-followed = What became of the actions, after { $days } days

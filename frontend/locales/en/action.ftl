action-after-days = After { $days } days:

action-after-days = Nach { $days } Tagen:

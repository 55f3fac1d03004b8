letter-this-is-what-would = This is what would be kept. <strong>Nothing is kept yet.</strong>
letter-nothing-was-taken-out = Nothing was taken out. Look closely: a program can miss a name.
letter-taken-out = Taken out:
letter-action = Action { $number }
letter-what-you-change-is = What you change is made anonymous again.
letter-send-it = Send it
letter-back = Back

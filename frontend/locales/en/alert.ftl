alert-who-should-look = Who should look
alert-what-to-check = What to check
alert-reports-behind-it = Reports behind it
alert-how-to-take-it = How to take it
alert-it-says-what-somebody = It says what somebody saw, not how often it happens.
alert-the-reports-behind-it = The reports behind it are not public, or not yet.
alert-two-people-agreed-to = The desk agreed to it before it was published. If you have seen the same, <a href="/report">write a report</a>.
alert-issued = alert { $number }, { $period }

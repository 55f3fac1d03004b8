said-one-more-press-and = One more press, and it counts.
said-what-is-kept-is = What is kept is a number: how many said it. Not who, not when, no address. So that nobody counts twice, your network has a code in the server’s memory until the day ends; the key it is made with is then thrown away.
said-count-it = Count it
said-back-to-the-report = Back to the report
said-thank-you = Thank you
said-whoever-wrote-the-report = Whoever wrote the report will see that it reached somebody.
said-each-network-is-counted = Each network is counted once a day for a report; the page shows numbers from three on.
said-back-to-the-report-2 = <a href="{ $href }">Back to the report</a>. You could also <a href="/report">write what happened to you</a>.

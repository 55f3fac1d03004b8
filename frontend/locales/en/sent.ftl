sent-thank-you-your-report = Thank you. Your report is here.
sent-this-is-your-receipt = This is your receipt. It is shown once, now. Write it down, print this page or save it where only you can read it.
sent-with-it-you-can = With it you can <a href="/receipt">follow your report</a> or take it back. We cannot make it again: we keep nothing that tells who you are.
sent-what-happens-next = What happens next
sent-two-analysts-read-it = Two analysts read it.
sent-an-analyst-reads-it = An analyst reads it.
sent-they-check-that-nothing = They check that nothing points to you and add codes so that others find it.
sent-it-is-published-with = It is published with a month or a quarter, never a day. Or it is not, and your receipt says why.
sent-others-find-it-by = Others find it by what they run and how it failed.
sent-done-go-to-the = Done, go to the start
sent-receipt-label = Receipt:

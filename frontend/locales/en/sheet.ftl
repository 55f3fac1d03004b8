sheet-for-whoever-signs-it = For whoever signs it off
sheet-this-report-would-be = This report would be sent to Candor, a neutral register of software incidents. Below is what others would read of it, on one page. No name of a person or organisation goes with it, and no address, account or date.
sheet-print-this-page-and = Print this page and have it read and signed. It is kept nowhere: go back in your browser to change, save or send the report.
sheet-what-was-taken-out = What was taken out
sheet-nothing = Nothing.
sheet-place = { $count ->
    [one] { $kind }: { $count } place
   *[other] { $kind }: { $count } places
 }
sheet-the-words-themselves-are = The words themselves are not on this sheet.
sheet-who-could-recognise-it = Who could recognise it
sheet-signs-that-a-program = Signs that a program can see: { $level }.
sheet-whoever-was-there-may = Whoever was there may recognise it all the same.
sheet-what-happens-then = What happens then
sheet-analysts-read-it-may = Analysts read it, may shorten or refuse it, and publish it with a month or a quarter at most. Whoever sent it can take it back with a receipt at any time; copies that others made by then cannot be called back.
sheet-read-and-agreed-to = Read and agreed to
sheet-date = Date
sheet-signature = Signature
sheet-on-paper-for-your = On paper, for your own files. Nobody at Candor sees this sheet.
sheet-left-out = { $left } of its { $words } words are not on this page; the preview and the draft file have the whole text.
sheet-all-of-it = All of its text is on this page.
sheet-more = { $more ->
    [one] and one more, in the preview
   *[other] and { $more } more, in the preview
 }
sheet-codes = Codes it is found by

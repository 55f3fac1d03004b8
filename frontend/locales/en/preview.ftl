preview-this-is-what-others = This is what others would read. <strong>Nothing is kept yet.</strong>
preview-revoke-what-was-in = Revoke what was in it
preview-the-write-up-had = The write-up had secrets in it. They are gone from this report, but whoever can read the write-up can use them.
preview-what-was-taken-out = What was taken out ({ $total })
preview-who-shares-it = Who shares it
preview-change-something = Change something
preview-go-to-send = Go to send
preview-you-are-not-the = You are not the first
preview-one-public-report-is = One public report is like this.
preview-at-least-public-reports = At least { $alike_total } public reports are like this.
preview-see-all-of-them = See all of them<span class="unseen"> (opens in a new tab)</span>
preview-opens-in-a-new = (opens in a new tab)
preview-found-by-the-technologies = Found by the technologies and failure modes alone; nothing of your text is looked up. Yours still counts: how often something is seen is what others need to know.
preview-nothing-was-taken-out = Nothing was taken out
preview-one-part-was-taken = One part was taken out
preview-parts-were-taken-out = { $total } parts were taken out
preview-we-found-no-name = We found no name, time, address or secret. Look closely: a program can miss one.
preview-each-mark-with-what = Each mark with what stood there. The same name has the same mark everywhere; press what should have stayed.
preview-still-there-and-should = Still there, and should go?
preview-take-it-out-everywhere = Take it out everywhere
preview-keep = Keep <bdi>{ $was }</bdi>
preview-was = was <bdi>{ $was }</bdi>
preview-what-we-were-not = What we were not sure of
preview-words-to-think-about = Words to think about
preview-advice-only-keep-what = Advice only. Keep what is right.
preview-everything-we-understood-as = Everything we understood, as fields. What you change is made anonymous again.
preview-print-a-sheet-to = Print a sheet to sign off<span class="unseen"> (opens in a new tab)</span>
preview-send-the-changed-report = Send the changed report
preview-send-this-report = Send this report
preview-it-says-too-much = It says too much about who it was: <a href="#verdict">see why</a>. An analyst will see this, too.
preview-when-you-send-it = When you send it, the anonymous text is kept, sealed, for the analysts to read. You get a receipt.
preview-analysts-read-it-together = Analysts read it together with the report that your code is for.

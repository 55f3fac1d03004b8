home-what-went-wrong-and = What went wrong, and what helped
home-candor-keeps-reports-of = Candor keeps reports of software incidents, near misses and saves, from any company, without who and when. Read what others saw. Add what you know.
home-try-stack-nginx-mode = Try <a href="/search?q=stack:nginx">stack:nginx</a>, <a href="/search?q=mode:retry-storm">mode:retry-storm</a>, or words such as <a href="/search?q=%22disk+full%22">“disk full”</a>. Or <a href="/stack">hand in a lock file</a> and see what happened to stacks like yours.
home-have-one-to-tell = Have one to tell?
home-paste-your-write-up = <strong>Paste your write-up.</strong> Names, times and secrets are taken out before you see it again.
home-look-it-over-nothing = <strong>Look it over.</strong> Nothing is kept until you press send.
home-keep-the-receipt-with = <strong>Keep the receipt.</strong> With it you can follow your report, or take it back. No account.
home-how-text-is-made = How text is made anonymous
home-look-around = Look around
home-all-of-them = All of them<span class="unseen">, { $what }</span>
home-counts-of-reports-here = Counts of reports here, not of incidents out there. Or by what goes together: <a href="/patterns/combinations">combinations</a>, the <a href="/matrix">resiliency matrix</a>, <a href="/statistics">all counts</a>, <a href="/drills">drills</a> to try with your team.
home-what-others-saw = What others saw
home-no-report-is-published = No report is published yet. Yours could be the first.
home-see-the-one-report = See the one report
home-see-all-reports = See all { $total } reports
home-the-digest = The digest
home-at-least-report = { $n ->
    [one] at least { $n } report
   *[other] at least { $n } reports
 }
home-what-came-in-how = What came in, how it failed, what helped, and one case to think through with your team. <a href="/digests">All digests</a>
home-a-digest-retells-what = A digest retells what came in, by month and quarter. The first one appears when there are reports to retell.

stack-answer-another-stack = Another stack
stack-answer-your-stack-and-what = Your stack, and what happened elsewhere
stack-answer-we-recognised-no-technology = We recognised no technology.
stack-answer-we-recognised-technology = { $technologies ->
    [one] We recognised { $technologies } technology.
   *[other] We recognised { $technologies } technologies.
 }
stack-answer-no-report-names-any = No report names any of them yet.
stack-answer-at-least-report-names = { $total ->
    [one] At least { $total } report names one of them or more.
   *[other] At least { $total } reports name one of them or more.
 }
stack-answer-other-component-we-do = { $unknown ->
    [one] { $unknown } other component we do not know was counted and forgotten.
   *[other] { $unknown } other components we do not know were counted and forgotten.
 }
stack-answer-to-the-checklist = To the checklist
stack-answer-what-we-recognised = What we recognised
stack-answer-you-can = You can
stack-answer-hand-in-another-file = hand in another file: a <a href="/stack">lock file or an SBOM</a> says most;
stack-answer-write-the-names-of = write the names of your technologies, one a line;
stack-answer-look-them-up-by = look them up <a href="/technologies">by name</a>.
stack-answer-what-fits-best = What fits best
stack-answer-rare-technologies-weigh-more = Rare technologies weigh more than common ones, and reports that need nothing else come first.
stack-answer-from-the-report-that = { $considered ->
    [one] From the { $considered } report that fits best.
   *[other] From the { $considered } reports that fit best.
 }
stack-answer-download-as-markdown = Download as Markdown
stack-answer-given = given
stack-answer-too = You have { $shared }, too

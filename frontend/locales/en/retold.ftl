retold-among-report-no-are = { $reports ->
    [one] Among { $reports } report no { $minimum } are told alike.
   *[other] Among { $reports } reports no { $minimum } are told alike.
 }
retold-the-largest-first = The largest first.
retold-no-code-in-common = No code in common
retold-failed = Failed
retold-technology = Technology
retold-at-least-reports = At least { $reports } reports
retold-of-the-words-in = { $alike } % of the words in common, or more
retold-words = Words: { $words }

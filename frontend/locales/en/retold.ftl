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
retold-told-much-alike = Told much alike
retold-groups-of-reports = Groups of reports that tell much the same story in much the same words.
retold-groups = { $total ->
    [one] { $total } group
   *[other] { $total } groups
 }
retold-of-each-report = Of each report the words that say what it is about are compared, without marks and without words that stand anywhere. How many two reports have in common is estimated (MinHash, Broder 1997). The fullest report begins a group, and others join the one they are most like. A group of fewer than { $minimum } is left out; a word or code is named where two of three of its fullest reports have it, and no fewer than { $minimum }.
retold-what-is-alike = What is alike can come from different places, or tell one event from several sides.

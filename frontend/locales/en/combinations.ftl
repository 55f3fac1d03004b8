combinations-what-comes-together = What comes together
combinations-technologies-triggers-failure-modes = Technologies, triggers, failure modes, factors and remedies that stand in the same reports more often than chance would bring.
combinations-combination = { $total ->
    [one] { $total } combination
   *[other] { $total } combinations
 }
combinations-in-report-nothing-comes = { $reports ->
    [one] In { $reports } report nothing comes together so often that chance can be ruled out. That needs more reports.
   *[other] In { $reports } reports nothing comes together so often that chance can be ruled out. That needs more reports.
 }
combinations-the-least-likely-to = The least likely to be chance first.
combinations-from-nothing-is-told = From { $between } nothing is told so much more often than in the year before that chance can be ruled out.
combinations-told-more-often-from = Told more often from { $between } than in the year before, among the reports of both years; of two that come together, also among the reports with either. “New” was not told of before.
combinations-all-pairs-and-triples = All pairs and triples that at least { $least } reports have are tested: { $tested } so far. A pair is listed if so many reports have both that chance would hardly bring as many (Fisher’s exact test). Of three, each must add something to the two others. Since many tests find something by luck, the limit is set so that of all that is listed at most one in twenty is due to it (Benjamini and Hochberg 1995).
combinations-that-two-things-come = That two things come together does not say that one brings about the other.

matrix-what-happened-when-a = What happened when a part of the system was slow, degraded, down or misconfigured, how bad it got, and what contained it.
matrix-for-your-stack-from = For your stack, from the reports in which each had a part.
matrix-for-the-whole-register = For the whole register, by kind of technology.
matrix-show-the-matrix = Show the matrix
matrix-the-matrix = The matrix
matrix-too-few-reports-yet = { $total ->
    [one] Too few reports yet. A cell is filled once three reports say in which state a component was. There is { $total } report in the register.
   *[other] Too few reports yet. A cell is filled once three reports say in which state a component was. There are { $total } reports in the register.
 }
matrix-a-worksheet-to-print = A worksheet to print
matrix-a-report-counts-in = A report counts in a cell if it says in which state the component was, as others that depend on it saw it. Where nobody said, what was wrong with the component decides, and failing that its failure modes: only if the report leaves no doubt which component they are about, and all of them mean the same state. Words are never guessed from.
matrix-an-empty-cell-says = An empty cell says that nobody told us, not that nothing happens. The empty cells are the ones to talk about.
matrix-darker-is-more = Reports, at least. Darker is more. A number leads to what was seen. “Few” is one report or two: too few to speak of a pattern.
matrix-caption = Reports by component and by the state it was in
matrix-component = Component
matrix-kind = Kind
matrix-few = few
matrix-none = none
matrix-too-few = Too few reports to speak of a pattern

matrix-sheet-resiliency-worksheet = Resiliency worksheet
matrix-sheet-for-each-part-of = For each part of your system: what would users get while it is in this state, how would you notice, and what would contain it? Write before you look anything up.
matrix-sheet-name-your-stack-on = Name your stack on the <a href="{ $back }">matrix page</a> to have what others saw printed in.
matrix-sheet-worksheet = Worksheet
matrix-sheet-while-it-is = While it is
matrix-sheet-others-saw = Others saw
matrix-sheet-users-get = With us, users get
matrix-sheet-we-would-notice = We would notice by
matrix-sheet-contained-by = It is contained by
matrix-sheet-nobody-told = nobody told us
matrix-sheet-few-reports = few reports
matrix-sheet-count = { $term } ({ $reports })
matrix-sheet-told = { $what }: { $terms }.

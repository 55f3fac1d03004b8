matrix-sheet-resiliency-worksheet = Resiliency worksheet
matrix-sheet-for-each-part-of = For each part of your system: what would users get while it is in this state, how would you notice, and what would contain it? Write before you look anything up.
matrix-sheet-name-your-stack-on = Name your stack on the <a href="{ $back }">matrix page</a> to have what others saw printed in.

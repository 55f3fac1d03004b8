matrix-sheet-resiliency-worksheet = Resilienz-Arbeitsblatt
matrix-sheet-for-each-part-of = Für jeden Teil Ihres Systems: Was bekämen Nutzende, während er in diesem Zustand ist, woran würden Sie es merken, und was würde es eindämmen? Schreiben Sie, bevor Sie etwas nachschlagen.
matrix-sheet-name-your-stack-on = Nennen Sie Ihren Stack auf der <a href="{ $back }">Seite der Matrix</a>, damit mitgedruckt wird, was andere sahen.
matrix-sheet-worksheet = Arbeitsblatt
matrix-sheet-while-it-is = Zustand
matrix-sheet-others-saw = Andere sahen
matrix-sheet-users-get = Bei uns bekommen Nutzende
matrix-sheet-we-would-notice = Wir würden es merken an
matrix-sheet-contained-by = Eingedämmt wird es durch
matrix-sheet-nobody-told = niemand hat es uns erzählt
matrix-sheet-few-reports = wenige Berichte
matrix-sheet-count = { $term } ({ $reports })
matrix-sheet-told = { $what }: { $terms }.

matrix-sheet-resiliency-worksheet = Resilienz-Arbeitsblatt
matrix-sheet-for-each-part-of = Für jeden Teil Ihres Systems: Was bekämen Nutzende, während er in diesem Zustand ist, woran würden Sie es merken, und was würde es eindämmen? Schreiben Sie, bevor Sie etwas nachschlagen.
matrix-sheet-name-your-stack-on = Nennen Sie Ihren Stack auf der <a href="{ $back }">Seite der Matrix</a>, damit mitgedruckt wird, was andere sahen.

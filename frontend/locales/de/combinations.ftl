combinations-what-comes-together = Was zusammen auftritt
combinations-technologies-triggers-failure-modes = Technologien, Auslöser, Fehlermuster, Faktoren und Abhilfen, die öfter in denselben Berichten stehen, als der Zufall es brächte.
combinations-combination = { $total ->
    [one] { $total } Kombination
   *[other] { $total } Kombinationen
 }
combinations-in-report-nothing-comes = { $reports ->
    [one] In { $reports } Bericht tritt nichts so oft zusammen auf, dass Zufall auszuschließen ist. Dafür braucht es mehr Berichte.
   *[other] In { $reports } Berichten tritt nichts so oft zusammen auf, dass Zufall auszuschließen ist. Dafür braucht es mehr Berichte.
 }
combinations-the-least-likely-to = Zuerst, was am wenigsten nach Zufall aussieht.
combinations-from-nothing-is-told = Von { $between } wird nichts so viel öfter erzählt als im Jahr davor, dass Zufall auszuschließen ist.
combinations-told-more-often-from = Von { $between } öfter erzählt als im Jahr davor, unter den Berichten beider Jahre; bei zweien, die zusammen auftreten, auch unter den Berichten mit einem von beiden. „Neu“ wurde davor nicht erzählt.
combinations-all-pairs-and-triples = Geprüft werden alle Paare und Dreiergruppen, die mindestens { $least } Berichte haben: bisher { $tested }. Ein Paar wird aufgeführt, wenn so viele Berichte beides haben, dass der Zufall kaum so viele brächte (exakter Test nach Fisher). Von dreien muss jedes zu den beiden anderen etwas beitragen. Da viele Prüfungen etwas durch Glück finden, ist die Grenze so gesetzt, dass von allem Aufgeführten höchstens eines von zwanzig darauf beruht (Benjamini und Hochberg 1995).
combinations-that-two-things-come = Dass zwei Dinge zusammen auftreten, sagt nicht, dass das eine das andere bewirkt.

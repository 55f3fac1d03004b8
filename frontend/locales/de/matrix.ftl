matrix-what-happened-when-a = Was geschah, wenn ein Teil des Systems langsam, eingeschränkt, ausgefallen oder falsch konfiguriert war, wie schlimm es wurde und was es eindämmte.
matrix-for-your-stack-from = Für Ihren Stack, aus den Berichten, an denen jede Technologie beteiligt war.
matrix-for-the-whole-register = Für das ganze Register, nach Art der Technologie.
matrix-show-the-matrix = Matrix zeigen
matrix-the-matrix = Die Matrix
matrix-too-few-reports-yet = { $total ->
    [one] Noch zu wenige Berichte. Eine Zelle wird gefüllt, sobald drei Berichte sagen, in welchem Zustand ein Bestandteil war. Im Register ist { $total } Bericht.
   *[other] Noch zu wenige Berichte. Eine Zelle wird gefüllt, sobald drei Berichte sagen, in welchem Zustand ein Bestandteil war. Im Register sind { $total } Berichte.
 }
matrix-a-worksheet-to-print = Ein Arbeitsblatt zum Drucken
matrix-a-report-counts-in = Ein Bericht zählt in einer Zelle, wenn er sagt, in welchem Zustand der Bestandteil war, so wie ihn andere sahen, die von ihm abhängen. Wo es niemand sagte, entscheidet, was mit dem Bestandteil nicht stimmte, und sonst seine Fehlermuster: nur wenn der Bericht keinen Zweifel lässt, welchen Bestandteil sie betreffen, und alle denselben Zustand meinen. Aus Wörtern wird nie geraten.
matrix-an-empty-cell-says = Eine leere Zelle sagt, dass es uns niemand erzählt hat, nicht, dass nichts geschieht. Über die leeren Zellen lohnt es sich zu reden.
matrix-darker-is-more = Berichte, mindestens. Dunkler heißt mehr. Eine Zahl führt zu dem, was zu sehen war. „Wenige“ heißt ein Bericht oder zwei: zu wenige, um von einem Muster zu sprechen.
matrix-caption = Berichte nach Bestandteil und nach dem Zustand, in dem er war
matrix-component = Bestandteil
matrix-kind = Art
matrix-few = wenige
matrix-none = keiner
matrix-too-few = Zu wenige Berichte, um von einem Muster zu sprechen

chains-then = dann
chains-in-this-order-in = { $reports ->
    [one] In dieser Reihenfolge in mindestens { $reports } Bericht
   *[other] In dieser Reihenfolge in mindestens { $reports } Berichten
 }
chains-of-that-tell-of = , von { $told }, die alles davon erzählen
chains-order-beyond-chance = Reihenfolge mehr als Zufall
chains-what-follows-what = Was worauf folgt
chains-chains-that-several-reports = Ketten, die mehrere Berichte in derselben Reihenfolge erzählen: was zuerst kam und wozu es führte.
chains-chain = { $total ->
    [one] { $total } Kette
   *[other] { $total } Ketten
 }
chains-in-report-no-tell = { $reports ->
    [one] In { $reports } Bericht erzählen keine { $minimum } dieselben Dinge in derselben Reihenfolge.
   *[other] Von { $reports } Berichten erzählen keine { $minimum } dieselben Dinge in derselben Reihenfolge.
 }
chains-the-surest-order-first = Die sicherste Reihenfolge zuerst.
chains-each-report-is-coded = Jeder Bericht wird von Menschen mit Codes versehen. Sein Zeitverlauf sagt, in welcher Reihenfolge diese Codes kamen: Jeder steht dort, wo der Zeitverlauf zuerst von ihm spricht. Ein Faktor, der Bedingung eines anderen ist, kommt vor ihm. Gezählt werden Ketten von zwei bis vier Gliedern; was weniger als { $minimum } Berichte erzählen, bleibt weg, ebenso, was genauso oft umgekehrt erzählt wird.
chains-order-beyond-chance-means = „Reihenfolge mehr als Zufall“ heißt: Wäre jede Reihenfolge gleich wahrscheinlich, würden kaum so viele Berichte diese erzählen (Vorzeichentest). Da viele Ketten geprüft werden, ist die Grenze so gesetzt, dass von allem, was diese Worte trägt, höchstens eines von zwanzig auf Zufall beruht (Benjamini und Hochberg 1995).
chains-that-one-thing-comes = Dass eines nach dem anderen kommt, sagt nicht, dass es daher kommt. Und was in einem Zeitverlauf keine Worte findet, hat in einer Kette keinen Platz.

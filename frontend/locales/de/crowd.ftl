crowd-who-shares-what-you = Wer teilt, was Sie über sich sagen
crowd-few-share-all-of = Nur wenige teilen alles davon, sodass es auf Sie hinweisen könnte. Sagen Sie eine der Angaben ungenauer, oder lassen Sie sie, wenn die Lehre sie braucht.
crowd-still-nobody-would-share = Auch dann würde niemand sie teilen.
crowd-at-least-one-report = Mindestens ein Bericht würde sie teilen.
crowd-at-least-reports-would = Mindestens { $count } Berichte würden sie teilen.
crowd-counted-among-the-public = Gezählt unter den öffentlichen Berichten hier; nichts aus Ihrem Text wird nachgeschlagen. Wie vielen anderen es widerfuhr, die es nie berichteten, weiß niemand.
crowd-none = Kein öffentlicher Bericht teilt mit diesem: { $parts }.
crowd-some = { $count ->
    [one] Mindestens ein öffentlicher Bericht teilt mit diesem: { $parts }.
   *[other] Mindestens { $count } öffentliche Berichte teilen mit diesem: { $parts }.
 }
crowd-instead = Stattdessen „{ $words }“ sagen
crowd-leave = Weglassen

pre-mortem-it-is-six-months = Es ist sechs Monate später, und es ging schief
pre-mortem-a-pre-mortem = Ein Pre-mortem: Stellen Sie sich vor einer Migration, einem Start oder einem Failover vor, dass es gescheitert ist, und erzählen Sie, wie es dazu kam. Fünfundvierzig Minuten, alle Beteiligten.
pre-mortem-about = Ein Pre-mortem zu { $about }: Stellen Sie sich vor einer Migration, einem Start oder einem Failover vor, dass es gescheitert ist, und erzählen Sie, wie es dazu kam. Fünfundvierzig Minuten, alle Beteiligten.
pre-mortem-what-you-are-about = Was Sie anfassen werden
pre-mortem-names-with-commas-between = Namen mit Kommas dazwischen, etwa postgresql, kubernetes. Eingetragen wird, was bei anderen damit schiefging.
pre-mortem-fill-in-the-worksheet = Arbeitsblatt ausfüllen
pre-mortem-no-report-is-about = Noch handelt kein Bericht davon.
pre-mortem-too-few-reports-are = Zu wenige Berichte handeln davon: { $of_stack }.
pre-mortem-what-follows-is-from = Was folgt, stammt aus dem ganzen Register.
pre-mortem-what-we-are-about = Was wir vorhaben
pre-mortem-one-sentence-and-who = Ein Satz, und wer im Raum ist.
pre-mortem-1-it-has-gone = 1. Es ist schiefgegangen. Was ist geschehen?
pre-mortem-five-minutes-each-for = Fünf Minuten, alle für sich, bevor jemand weiterliest. Fragen Sie nicht, ob es wahrscheinlich ist.
pre-mortem-2-what-went-wrong = 2. Was bei anderen schiefging
pre-mortem-there-are-too-few = Es gibt zu wenige Berichte, um das auszufüllen. Machen Sie mit Ihrer eigenen Liste weiter.
pre-mortem-from-at-least-report = { $reports ->
    [one] Aus mindestens { $reports } Bericht. Kreuzen Sie an, was in Ihrer Geschichte vorkommen könnte, und schreiben Sie, wie.
   *[other] Aus mindestens { $reports } Berichten. Kreuzen Sie an, was in Ihrer Geschichte vorkommen könnte, und schreiben Sie, wie.
 }
pre-mortem-3-what-would-we = 3. Was würden wir zuerst sehen?
pre-mortem-for-the-two-stories = Für die zwei Geschichten, die Sie am meisten erschrecken: das erste Zeichen, und wer es sähe.
pre-mortem-4-where-is-the = 4. Wo gibt es kein Zurück mehr?
pre-mortem-until-when-can-it = Bis wann lässt es sich zurücknehmen, wie, und wer entscheidet?
pre-mortem-5-what-do-we = 5. Was ändern wir, bevor wir beginnen?
pre-mortem-at-most-three-things = Höchstens drei Dinge, jedes mit einem Namen. Zuerst, was nicht davon abhängt, dass jemand aufpasst.

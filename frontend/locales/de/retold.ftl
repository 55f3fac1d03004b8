retold-among-report-no-are = { $reports ->
    [one] Unter { $reports } Bericht sind keine { $minimum } ähnlich erzählt.
   *[other] Unter { $reports } Berichten sind keine { $minimum } ähnlich erzählt.
 }
retold-the-largest-first = Die größte zuerst.
retold-no-code-in-common = Kein gemeinsamer Code
retold-failed = Versagte
retold-technology = Technologie
retold-at-least-reports = Mindestens { $reports } Berichte
retold-of-the-words-in = { $alike } % der Wörter gemeinsam, oder mehr
retold-words = Wörter: { $words }
retold-told-much-alike = Ganz ähnlich erzählt
retold-groups-of-reports = Gruppen von Berichten, die fast dieselbe Geschichte mit fast denselben Worten erzählen.
retold-groups = { $total ->
    [one] { $total } Gruppe
   *[other] { $total } Gruppen
 }
retold-of-each-report = Verglichen werden von jedem Bericht die Wörter, die sagen, wovon er handelt, ohne Platzhalter und ohne Wörter, die überall stehen. Wie viele zwei Berichte gemeinsam haben, wird geschätzt (MinHash, Broder 1997). Der ausführlichste Bericht beginnt eine Gruppe, und jeder andere kommt zu dem, dem er am ähnlichsten ist. Eine Gruppe von weniger als { $minimum } bleibt weg; genannt wird ein Wort oder Code, den zwei Drittel ihrer ausführlichsten Berichte haben, und nicht weniger als { $minimum }.
retold-what-is-alike = Was einander ähnelt, kann von verschiedenen Orten kommen oder ein Ereignis von mehreren Seiten erzählen.

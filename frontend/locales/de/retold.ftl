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

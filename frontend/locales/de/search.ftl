search-what-is-published-of = Was davon veröffentlicht wird
search-how-to-search = So suchen Sie
search-words-are-found-in = Wörter werden in jeder Form gefunden; in Anführungszeichen nur als genaue Wortfolge. Ein Stern steht für jede Endung, <code>certif*</code>; eine Tilde erlaubt Tippfehler, <code>kafak~</code>. <code>AND</code>, <code>OR</code>, <code>NOT</code> wirken großgeschrieben. Eingrenzen können Sie mit <code>stack:nginx</code>, <code>category:relational-db</code>, <code>mode:retry-storm</code>, <code>sector:health</code>, <code>period:2026-Q3</code>. Die meisten Berichte sind auf Englisch geschrieben.
search-narrow-it-down = Eingrenzen
search-did-you-mean = Meinten Sie <a href="{ $href }"><bdi>{ $better }</bdi></a>?
search-only = Nur:
search-remove = , entfernen
search-more-on = Mehr über
search-counts-of-the-reports = Gezählt sind die gefundenen Berichte. Was nicht berichtet wurde, ist nicht gezählt.
search-nothing-here-matches = Hier passt nichts. Sie können
search-nothing-matches-this = Zu <bdi class="q">{ $query }</bdi> passt hier nichts. Sie können
search-use-fewer-words-or = weniger Wörter verwenden oder andere Wörter für dieselbe Sache;
search-look-it-up-by = nach <a href="/technologies">Technologie</a> oder <a href="/patterns">Muster</a> nachsehen;
search-if-it-happened-to = wenn es Ihnen widerfahren ist, <a href="/report">den ersten Bericht schreiben</a>.
search-close-to-it = Nahe daran
search-these-have-some-of = Diese enthalten einige Ihrer Wörter.
search-pages = Seiten
search-back-to-the-first = Zurück zur ersten Seite
search-next-page = Nächste Seite
search-this-answer-as = Diese Antwort als
search-more = { $more } weitere<span class="unseen">: { $facet }</span>
search-suggested = { $n ->
    [one] { $what }, { $n } Bericht
   *[other] { $what }, { $n } Berichte
 }
search-heading = Suche
search-none = Kein Bericht passt
search-match = { $n ->
    [one] { $n } Bericht passt
   *[other] { $n } Berichte passen
 }
alike-words = Er erzählt es mit ganz ähnlichen Worten.
alike-modes = Gleiches Fehlermuster: { $modes }.
alike-technologies = Gleiche Technologie: { $technologies }.
alike-both = Gleiches Fehlermuster: { $modes }. Gleiche Technologie: { $technologies }.

data-data-and-api = Daten und API
data-what-you-can-read = Was Sie hier lesen können, können auch Ihre Programme lesen. Kein Schlüssel, kein Konto. Jede Adresse der API ist <a href="/api">mit Beispielen beschrieben</a>.
data-everything = Alles
data-all-public-report-as = { $reports ->
    [one] Der { $reports } öffentliche Bericht, als JSON-Zeilen und als SQLite-Datei, erstellt in { $week }. Das <a href="/data/dictionary">Datenverzeichnis</a> sagt, was jedes Feld bedeutet.
   *[other] Alle { $reports } öffentlichen Berichte, als JSON-Zeilen und als SQLite-Datei, erstellt in { $week }. Das <a href="/data/dictionary">Datenverzeichnis</a> sagt, was jedes Feld bedeutet.
 }
data-sha-256 = SHA-256 <span class="mono sum">{ $sha256 }</span>
data-checksums = Prüfsummen
data-this-list-as-json = Diese Liste als JSON
data-all-reports-as-lines = Alle Berichte als JSON-Zeilen und als SQLite-Datei. Gerade gibt es nichts herunterzuladen: Noch ist kein Bericht öffentlich, oder einer wurde zurückgezogen und die Dateien werden neu erstellt. Das <a href="/data/dictionary">Datenverzeichnis</a> sagt, was jedes Feld bedeutet.
data-feeds = Feeds
data-every-search-is-a = Jede Suche ist ein Feed dessen, was davon veröffentlicht wird: <a href="/search.atom?q=">alles als Atom</a>, <a href="/search.json?q=">als JSON Feed</a>, oder Ihre eigene Frage.
data-feeds-tell-the-month = Feeds nennen den Monat, in dem ein Bericht veröffentlicht wurde, nie den Tag. Dieselbe Frage gibt eine <a href="/search.csv?q=">Tabelle</a> für Tabellenprogramme und die <a href="/search.ndjson?q=">ganzen Berichte</a> Zeile für Zeile.
data-one-report = Ein Bericht
data-every-reports-page-ends = Die Seite jedes Berichts endet mit Links zum selben Bericht als JSON und als Markdown und zu seiner Quellenangabe für BibTeX und als <code>CITATION.cff</code>.
data-the-same-question-as = Dieselbe Frage wie auf der <a href="/search">Suchseite</a>, mit Facetten und ihren Zahlen. Die Antwort nennt die nächste Seite in <code>next</code>; geben Sie sie als <code>cursor</code> zurück.
data-digests = Rückblicke
data-each-digest-can-be = Jeden <a href="/digests">Rückblick</a> können Sie als eigene Seite, als Markdown und als JSON mitnehmen.
data-anonymise-and-send = Anonymisieren und senden
data-ask-what-would-be = Fragen Sie, was aus einem Text entfernt würde. Nichts davon wird gespeichert.
data-to-keep-the-raw = Damit der rohe Text auf Ihrem eigenen Rechner bleibt, nehmen Sie das Programm: <code>candor anonymise</code> arbeitet ohne Netz, und <code>candor submit FILE --to URL</code> anonymisiert erst und sendet dann.
data-use-it-fairly = Nutzen Sie sie fair
data-count-reports-not-incidents = Zählen Sie Berichte, nicht Vorfälle: Eine Zahl hier sagt „mindestens so viele haben es uns erzählt“. Versuchen Sie nicht herauszufinden, wer hinter einem Bericht steht. Wenn ein Bericht zurückgezogen wird, antwortet seine Adresse mit 410; löschen Sie dann Ihre Kopie.

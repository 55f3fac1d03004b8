data-data-and-api = Data and API
data-what-you-can-read = What you can read here, your programs can read, too. No key, no account. Every address of the API is <a href="/api">described with examples</a>.
data-everything = Everything
data-all-public-report-as = { $reports ->
    [one] All { $reports } public report, as lines of JSON and as a SQLite file, made in { $week }. The <a href="/data/dictionary">data dictionary</a> says what each field means.
   *[other] All { $reports } public reports, as lines of JSON and as a SQLite file, made in { $week }. The <a href="/data/dictionary">data dictionary</a> says what each field means.
 }
data-sha-256 = SHA-256 <span class="mono sum">{ $sha256 }</span>
data-checksums = Checksums
data-this-list-as-json = This list as JSON
data-all-reports-as-lines = All reports as lines of JSON and as a SQLite file. There is nothing to download just now: no report is public yet, or one was withdrawn and the files are being made anew. The <a href="/data/dictionary">data dictionary</a> says what each field means.
data-feeds = Feeds
data-every-search-is-a = Every search is a feed of what is published of it: <a href="/search.atom?q=">everything as Atom</a>, <a href="/search.json?q=">as JSON Feed</a>, or your own question.
data-feeds-tell-the-month = Feeds tell the month in which a report was published, never the day. The same question gives a <a href="/search.csv?q=">table</a> for spreadsheets and the <a href="/search.ndjson?q=">whole reports</a> line by line.
data-one-report = One report
data-every-reports-page-ends = Every report’s page ends with links to the same report as JSON and as Markdown, and to its citation for BibTeX and as a <code>CITATION.cff</code>.
data-the-same-question-as = The same question as on the <a href="/search">search page</a>, with facets and their counts. The answer names the next page in <code>next</code>; hand it back as <code>cursor</code>.
data-digests = Digests
data-each-digest-can-be = Each <a href="/digests">digest</a> can be taken away as a page of its own, as Markdown and as JSON.
data-anonymise-and-send = Anonymise and send
data-ask-what-would-be = Ask what would be taken out of a text. Nothing of it is kept.
data-to-keep-the-raw = To keep the raw text on your own machine, use the program: <code>candor anonymise</code> works offline, and <code>candor submit FILE --to URL</code> anonymises first and sends then.
data-use-it-fairly = Use it fairly
data-count-reports-not-incidents = Count reports, not incidents: a number here says “at least so many told us”. Do not try to find out who is behind a report. When a report is withdrawn its address answers 410; drop your copy then.

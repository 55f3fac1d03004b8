search-what-is-published-of = What is published of this
search-how-to-search = How to search
search-words-are-found-in = Words are found in any form; put them in quotes for an exact phrase. A star stands for any ending, <code>certif*</code>; a tilde allows for typing errors, <code>kafak~</code>. <code>AND</code>, <code>OR</code>, <code>NOT</code> work in capitals. Narrow with <code>stack:nginx</code>, <code>category:relational-db</code>, <code>mode:retry-storm</code>, <code>sector:health</code>, <code>period:2026-Q3</code>.
search-narrow-it-down = Narrow it down
search-did-you-mean = Did you mean <a href="{ $href }"><bdi>{ $better }</bdi></a>?
search-only = Only:
search-remove = , remove
search-more-on = More on
search-counts-of-the-reports = Counts of the reports found. What was not reported is not counted.
search-nothing-here-matches = Nothing here matches. You can
search-nothing-matches-this = Nothing here matches <bdi class="q">{ $query }</bdi>. You can
search-use-fewer-words-or = use fewer words, or other words for the same thing;
search-look-it-up-by = look it up by <a href="/technologies">technology</a> or <a href="/patterns">pattern</a>;
search-if-it-happened-to = if it happened to you, <a href="/report">tell the first one</a>.
search-close-to-it = Close to it
search-these-have-some-of = These have some of your words.
search-pages = Pages
search-back-to-the-first = Back to the first page
search-next-page = Next page
search-this-answer-as = This answer as
search-more = { $more } more<span class="unseen">: { $facet }</span>
search-suggested = { $n ->
    [one] { $what }, { $n } report
   *[other] { $what }, { $n } reports
 }
search-heading = Search
search-none = No report matches
search-match = { $n ->
    [one] { $n } report matches
   *[other] { $n } reports match
 }
alike-words = It tells it in much the same words.
alike-modes = Same failure mode: { $modes }.
alike-technologies = Same technology: { $technologies }.
alike-both = Same failure mode: { $modes }. Same technology: { $technologies }.

short-so-that-others-find = So that others find it
short-with-commas-between-postgresql = With commas between: PostgreSQL 15, Redis, nginx.
short-not-sure = Not sure
short-none-of-these-fits = None of these fits<span class="unseen">: { $what }</span>
short-a-few-words-of = A few words of yours go to those who keep the lists; they are made anonymous first and are no part of the report.
short-one-a-line-as = One a line, as many as you see. What lay behind a line goes below it, indented by two spaces.
short-a-title-and-a = { $means } A title and a few lines are enough; answer what you like.
short-ten-minutes-at-most = Ten minutes at most. Need a timeline, actions or codes, too? <a href="/report/form?about={ $id }&amp;full=yes">Use the full form</a>; you can also add them after the next page. Something else to tell? <a href="/report">Choose again</a>.

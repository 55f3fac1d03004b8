crowd-who-shares-what-you = Who shares what you say of yourself
crowd-few-share-all-of = Few share all of it, so that it could point at you. Say one of these less exactly, or leave it if the lesson needs it.
crowd-still-nobody-would-share = Still nobody would share it.
crowd-at-least-one-report = At least one report would share it.
crowd-at-least-reports-would = At least { $count } reports would share it.
crowd-counted-among-the-public = Counted among the public reports here; nothing of your text is looked up. How many others it happened to that never reported, nobody knows.
crowd-none = No public report shares { $parts } with this one.
crowd-some = { $count ->
    [one] At least one public report shares { $parts } with this one.
   *[other] At least { $count } public reports share { $parts } with this one.
 }
crowd-instead = Say “{ $words }” instead
crowd-leave = Leave it out

shared-term = Begriff
shared-reports = Berichte
shared-as-csv = { $title } als CSV
shared-read = Lesen:
shared-one = einer
shared-another = noch einer
shared-a-third = ein dritter
shared-checklist = Checkliste
shared-the-report = Der Bericht
shared-at-least-report = { $reports ->
    [one] mindestens { $reports } Bericht
   *[other] mindestens { $reports } Berichte
 }
shared-your-company-products-services = Ihr Unternehmen, Produkte, Dienste, Cluster, Codenamen
shared-what-contributed = Was beigetragen hat
shared-what-helped = Was geholfen hat
shared-where-luck-helped = Wo Glück geholfen hat
shared-time-not-told = Zeit nicht angegeben
shared-at-least = mindestens { $reports }
shared-at-least-report-2 = { $reports ->
    [one] Mindestens { $reports } Bericht
   *[other] Mindestens { $reports } Berichte
 }
shared-not-said = Keine Angabe
shared-28-letters-and-digits = 28 Buchstaben und Ziffern, mit oder ohne Leerzeichen.
shared-what-happened = Was geschah
shared-questions-that-bring-out = Fragen nach dem, was anderen hilft
shared-in-order = Der Reihe nach
shared-what-was-tried = Was versucht wurde
shared-why-it-could-happen = Warum es geschehen konnte
shared-one-a-line = Eine Angabe je Zeile.
shared-lessons = Lehren
shared-how-it-was-noticed = Wie es bemerkt wurde
shared-technologies = Technologien
shared-what-goes-and-what = Was verschwindet und was bleibt
shared-and = und
shared-new-or-growing = Neu oder zunehmend
shared-words-that-stay = Wörter, die bleiben
shared-flatten-the-style-quotes = Stil glätten <span class="means">Anführungszeichen, Striche, Emojis, Schreibweisen und Grußformeln auf eine schlichte Art, damit sie Sie nicht verraten.</span>
shared-in-short = In Kürze
shared-what-was-seen = Was zu sehen war
shared-sample-invented = Beispiel: erfunden
shared-report-without-a-title = Bericht ohne Titel
shared-technologies-2 = Technologien:
shared-name = Name
shared-what-it-is = Was es ist
shared-in-your-words = In Ihren Worten
shared-alerts = Warnhinweise
shared-alert = Warnhinweis { $number }
shared-sample = Beispiel
shared-patterns = Muster
shared-we-do-not-know = „{ $name }“ kennen wir nicht. Versuchen Sie einen anderen Namen dafür, oder <a href="/technologies">sehen Sie die Technologien durch</a>.
shared-worst = Schlimmstenfalls:
shared-a-report = ein Bericht
shared-csv = CSV
shared-markdown = Markdown
shared-report = { $reports ->
    [one] Bericht
   *[other] Berichte
 }
shared-how-to-read-it = So lesen Sie es
shared-nothing-yet = Noch nichts
shared-there-is-nothing-to = Es gibt noch nichts zu durchsuchen.
shared-how-they-are-found = Wie sie gefunden werden
shared-checklists = Checklisten
shared-your-stack = Ihr Stack
shared-names-with-commas-between = Namen mit Kommas dazwischen, etwa nginx, redis, postgresql. Leer gelassen heißt: alles.
shared-search = Suchen
shared-drills = Übungen
shared-briefing = Einweisung
shared-the-rest-of-the = Wie es weiterging
shared-before-you-part = Bevor Sie auseinandergehen
shared-what-would-have-been = Was wäre bei uns anders gewesen?
shared-what-did-we-not = Was hatten wir nicht: einen Alarm, einen Zugang, einen Rückweg, eine Person?
shared-what-one-thing-do = Was ändern wir als Erstes, und wer kümmert sich darum?
shared-search-the-reports = Berichte durchsuchen
shared-write-a-report = Bericht schreiben
shared-resiliency-matrix = Resilienz-Matrix
shared-numbers-count-reports-in = Die Zahlen zählen Berichte in diesem Register. Sie sagen, was erzählt wurde, nicht, wie oft es vorkommt.
shared-sets = Sammlungen
shared-nothing-was-kept = Nichts wurde gespeichert.
shared-show-me-what-you = Zeigen, was verstanden wurde
shared-save-a-draft-on = Entwurf auf meinem Gerät sichern
shared-nothing-is-kept-here = Hier ist noch nichts gespeichert. Ein Entwurf ist der anonyme Text als Datei bei Ihnen; <a href="/report#have">wählen Sie ihn wieder aus</a>, um weiterzumachen.
shared-look-it-over = Sehen Sie es durch
shared-what-became-of-it = Was daraus wurde
shared-nothing-to-say = Nichts zu sagen
shared-why-in-a-line = Warum, in einer Zeile
shared-change-it = Ändern
shared-look-again = Noch einmal ansehen
shared-follow-your-report = Ihren Bericht verfolgen
shared-nothing-is-kept-yet = Noch ist nichts gespeichert.
shared-a-code-for-a = Ein Code für eine zweite Person
shared-it-is-shown-once = Er wird nur einmal gezeigt, jetzt. Geben Sie ihn persönlich weiter oder auf einem Weg, dem Sie beide vertrauen.
shared-they-open-on-this = Die zweite Person öffnet <strong>{ $second }</strong> auf dieser Website und gibt ihn dort ein. Er gilt für eine Schilderung und etwa einen Monat. Sie sieht Ihren Bericht nicht, und Sie sehen ihren nicht, bevor er öffentlich ist; das Auswertungsteam liest beide zusammen.
shared-it-is-not-your = Er ist nicht Ihr Beleg: Mit dem Code kann niemand lesen, ändern oder zurücknehmen, was Sie gesendet haben.
shared-code-label = Code:
shared-or = oder

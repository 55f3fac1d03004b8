home-what-went-wrong-and = Was schiefging und was geholfen hat
home-candor-keeps-reports-of = Candor sammelt Berichte über Software-Vorfälle, Beinahe-Vorfälle und Rettungen aus allen Unternehmen, ohne Wer und Wann. Lesen Sie, was andere erlebt haben. Erzählen Sie, was Sie wissen.
home-try-stack-nginx-mode = Versuchen Sie <a href="/search?q=stack:nginx">stack:nginx</a>, <a href="/search?q=mode:retry-storm">mode:retry-storm</a> oder Wörter wie <a href="/search?q=%22disk+full%22">“disk full”</a>. Oder <a href="/stack">geben Sie eine Lock-Datei ab</a> und sehen Sie, was Stacks wie Ihrem widerfahren ist.
home-have-one-to-tell = Haben Sie etwas zu erzählen?
home-paste-your-write-up = <strong>Fügen Sie Ihren Text ein.</strong> Namen, Zeiten und Geheimnisse werden entfernt, bevor Sie ihn wiedersehen.
home-look-it-over-nothing = <strong>Sehen Sie ihn durch.</strong> Gespeichert wird erst, wenn Sie auf Senden drücken.
home-keep-the-receipt-with = <strong>Behalten Sie den Beleg.</strong> Mit ihm können Sie Ihren Bericht verfolgen oder zurücknehmen. Kein Konto.
home-how-text-is-made = Wie Text anonym wird
home-look-around = Sehen Sie sich um
home-all-of-them = Alle ansehen<span class="unseen">, { $what }</span>
home-counts-of-reports-here = Gezählt sind Berichte hier, nicht Vorfälle da draußen. Oder nach dem, was zusammen auftritt: <a href="/patterns/combinations">Kombinationen</a>, die <a href="/matrix">Resilienz-Matrix</a>, <a href="/statistics">alle Zahlen</a>, <a href="/drills">Übungen</a> für Ihr Team.
home-what-others-saw = Was andere erlebt haben
home-no-report-is-published = Noch ist kein Bericht veröffentlicht. Ihrer könnte der erste sein.
home-see-the-one-report = Den einen Bericht ansehen
home-see-all-reports = Alle { $total } Berichte ansehen
home-the-digest = Der Rückblick
home-at-least-report = { $n ->
    [one] mindestens { $n } Bericht
   *[other] mindestens { $n } Berichte
 }
home-what-came-in-how = Was eingegangen ist, wie es versagte, was half, und ein Fall zum Durchdenken mit Ihrem Team. <a href="/digests">Alle Rückblicke</a>
home-a-digest-retells-what = Ein Rückblick erzählt nach, was eingegangen ist, je Monat und Quartal. Der erste erscheint, sobald es Berichte zum Nacherzählen gibt.

about-about-candor = Über Candor
about-pilots-have-told-one = Pilotinnen und Piloten erzählen einander seit fünfzig Jahren von knappen Situationen, ohne Namen, gegenüber jemandem, der nicht urteilt. Candor ist das für Menschen, die Software betreiben.
about-a-register-of-incidents = Ein Register von Vorfällen, Beinahe-Vorfällen, Gefahren und Rettungen aus allen Unternehmen und Branchen. Ein Bericht hält fest, was geschah und warum, was versucht wurde und was half. Wer und Wann werden entfernt.
about-it-is-neutral-it = Es ist neutral. Es weist keine Schuld zu, setzt nichts durch, verkauft nichts und stellt keine Rangliste auf. Niemand wird benotet: keine Menschen, keine Unternehmen, keine Produkte.
about-what-it-is-for = Wozu es da ist
about-before-a-change-look = <strong>Vor einer Änderung:</strong> Schlagen Sie nach, was Sie betreiben, und sehen Sie, wie es bei anderen versagte und wie sie es bemerkten.
about-during-an-incident-search = <strong>Während eines Vorfalls:</strong> Suchen Sie nach dem, was Sie sehen. Vielleicht hat es schon jemand gesehen.
about-afterwards-tell-it-so = <strong>Danach:</strong> Erzählen Sie es, damit das nächste Team weiter vorn beginnt.
about-on-a-quiet-day = <strong>An einem ruhigen Tag:</strong> Nehmen Sie einen <a href="/digests">Rückblick</a> und sprechen Sie seinen Fall mit Ihrem Team durch.
about-the-way-of-a = Der Weg eines Berichts
about-you-paste-a-write = Sie fügen einen Text ein oder füllen Felder aus. Er wird im Arbeitsspeicher <a href="/how-we-anonymise">anonymisiert</a>.
about-you-look-at-what = Sie sehen sich an, was übrig ist, ändern es und senden es. Bis dahin wird nichts gespeichert.
about-it-is-kept-sealed = Er wird versiegelt gespeichert. Das Auswertungsteam liest ihn, prüft, dass nichts auf jemanden hinweist, und ergänzt Codes, damit andere ihn finden. In der Regel müssen zwei Personen zustimmen.
about-it-is-published-with = Er wird mit Monat oder Quartal veröffentlicht oder mit einem Grund abgelehnt. Ihr Beleg zeigt, was von beidem.
about-you-can-take-it = Sie können ihn jederzeit mit dem Beleg zurücknehmen.
about-what-the-numbers-mean = Was die Zahlen bedeuten
about-a-number-here-counts = Eine Zahl hier zählt Berichte. Sie sagt, dass uns mindestens so viele Menschen von etwas erzählt haben. Sie sagt nicht, wie oft es vorkommt: Menschen berichten, was sie möchten, manche Branchen mehr als andere, und Dramatisches mehr als Alltägliches.
about-so-there-are-no = Deshalb gibt es hier keine Raten, keine mittleren Reparaturzeiten und keine Ranglisten. Eine Technologie mit vielen Berichten ist eine, die viele benutzen und über die viele sprechen.
about-how-we-speak = Wie wir sprechen
about-reports-have-contributing-factors = Berichte haben beitragende Faktoren, mehrere davon, nie „die Grundursache“. Sie erzählen, was Menschen sahen und taten und was es damals sinnvoll machte. Ein Platzhalter wie <span class="chip">[Engineer A]</span> steht, wo etwas entfernt wurde; derselbe Platzhalter ist dieselbe Person, nur innerhalb eines Berichts.
about-what-it-is-made = Woraus es gemacht ist
about-candor-is-free-software = Candor ist freie Software unter der Apache-Lizenz 2.0. Jede und jeder kann ein Register betreiben. Wer dieses betreibt, entscheidet, wer zum Auswertungsteam gehört; fragen Sie dort. Was die Software speichert und wovor sie Sie nicht schützen kann, steht auf der Seite zum <a href="/privacy">Datenschutz</a>.

how-we-anonymise-how-we-anonymise = Wie wir anonymisieren
how-we-anonymise-a-program-reads-your = Ein Programm liest Ihren Text einmal, im Arbeitsspeicher, und macht daraus einen anderen, in dem Wer, Wo und Wann Platzhalter sind. Nur der zweite kann gespeichert werden.
how-we-anonymise-four-nets = Vier Netze
how-we-anonymise-the-names-you-declare = <strong>Die Namen, die Sie angeben,</strong> verschwinden zuerst, wo immer sie stehen, auch in Rechnernamen.
how-we-anonymise-rules-and-word-lists = <strong>Regeln und Wortlisten</strong> finden den Rest. Sie sind Teil des Programms; kein Dienst anderswo sieht Ihren Text, und derselbe Text gibt immer dieselbe Antwort.
how-we-anonymise-you-look-at-what = <strong>Sie</strong> sehen sich an, was übrig ist, bevor etwas gespeichert wird.
how-we-anonymise-analysts-look-again-before = <strong>Das Auswertungsteam</strong> sieht noch einmal hin, bevor etwas veröffentlicht wird.
how-we-anonymise-for-example = Zum Beispiel
how-we-anonymise-you-write = Sie schreiben
how-we-anonymise-at-11-42-ada = <span lang="en">At 11:42 Ada Moreau saw PostgreSQL refuse writes on ledger-a1.prod.internal and paged @tberg. At 12:29 it was back. The 47 minutes cost Heron Payments Ltd €3.8m.</span>
how-we-anonymise-others-read = Andere lesen
how-we-anonymise-at-t-0-person = <span lang="en">At <span class="chip chip-time">[T+0]</span> <span class="chip">[Person A]</span> saw PostgreSQL refuse writes on <span class="chip">[Host 1]</span> and paged <span class="chip">[Person B]</span>. At <span class="chip chip-time">[T+47m]</span> it was back. The 47 minutes cost <span class="chip">[Organisation A]</span> <span class="chip">[millions of euros]</span>.</span>
how-we-anonymise-what-goes = Was verschwindet
how-we-anonymise-people = Menschen
how-we-anonymise-names-nicknames-handles-initials = Namen, Spitznamen, Kontonamen, Initialen, Benutzernamen in Pfaden
how-we-anonymise-organisations = Organisationen
how-we-anonymise-companies-agencies-customers-partners = Unternehmen, Behörden, Kundschaft, Partner, Teams mit eigenem Namen
how-we-anonymise-products = Produkte
how-we-anonymise-your-own-products-services = Ihre eigenen Produkte, Dienste, Cluster, Datenbanken, Buckets
how-we-anonymise-places = Orte
how-we-anonymise-cities-offices-data-centres = Städte, Büros, Rechenzentren, Cloud-Regionen und -Zonen, Zeitzonen
how-we-anonymise-addresses = Adressen
how-we-anonymise-e-mail-telephone-web = E-Mail, Telefon, Web, Rechner, Netze
how-we-anonymise-identifiers = Kennungen
how-we-anonymise-tickets-commits-accounts-orders = Tickets, Commits, Konten, Bestellungen, Kanäle, Seriennummern
how-we-anonymise-secrets = Geheimnisse
how-we-anonymise-passwords-keys-tokens-if = Passwörter, Schlüssel, Tokens. Wenn wir eines finden, ändern Sie es dort, wo es benutzt wird
how-we-anonymise-times = Zeiten
how-we-anonymise-dates-and-clock-times = Daten und Uhrzeiten; ein Zeitverlauf wird zu Minuten seit seinem ersten Ereignis
how-we-anonymise-amounts = Beträge
how-we-anonymise-money-and-exact-counts = Geld und genaue Zahlen von Kundschaft, Beschäftigten oder Bestellungen
how-we-anonymise-what-stays = Was bleibt
how-we-anonymise-what-others-learn-from = Woraus andere lernen: die Technologien, die Sie einsetzen, Versionen, Ports, Fehlermeldungen, Einstellungen, Dauern, Anteile, technische Zahlen. Kafka, Cassandra und Jenkins sind hier zuerst Technologien und dann Namen.
how-we-anonymise-what-a-chip-tells = Was ein Platzhalter sagt
how-we-anonymise-its-kind-and-who = Seine Art, und wer wer ist innerhalb eines Berichts. Dieselbe Person behält denselben Platzhalter. Über Berichte hinweg bedeuten Platzhalter nichts: Es gibt keine Liste, die sie zurückverwandeln könnte.
how-we-anonymise-what-it-misses = Was es übersieht
how-we-anonymise-meaning-the-only-bank = Bedeutung. „Die einzige Bank mit rosa Karten“ enthält keinen Namen. Gewöhnliche Wörter, die auch Ihr Produkt heißt, wenn Sie sie nicht angeben. Ihren Stil. Sehen Sie also genau hin, und lassen Sie weg, was nur Sie wissen können.
how-we-anonymise-try-it-with-a = <a href="/report">Versuchen Sie es mit einem eigenen Text</a>: Gespeichert wird erst, wenn Sie ihn senden.

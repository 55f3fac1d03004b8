sheet-for-whoever-signs-it = Für die Person, die es freigibt
sheet-this-report-would-be = Dieser Bericht würde an Candor gesendet, ein neutrales Register von Software-Vorfällen. Unten steht auf einer Seite, was andere davon lesen würden. Kein Name einer Person oder Organisation geht mit, keine Adresse, kein Konto und kein Datum.
sheet-print-this-page-and = Drucken Sie diese Seite und lassen Sie sie lesen und unterschreiben. Sie wird nirgends gespeichert: Gehen Sie in Ihrem Browser zurück, um den Bericht zu ändern, zu sichern oder zu senden.
sheet-what-was-taken-out = Was entfernt wurde
sheet-nothing = Nichts.
sheet-place = { $count ->
    [one] { $kind }: { $count } Stelle
   *[other] { $kind }: { $count } Stellen
 }
sheet-the-words-themselves-are = Die Wörter selbst stehen nicht auf diesem Blatt.
sheet-who-could-recognise-it = Wer ihn erkennen könnte
sheet-signs-that-a-program = Anzeichen, die ein Programm sehen kann: { $level }.
sheet-whoever-was-there-may = Wer dabei war, erkennt es vielleicht trotzdem.
sheet-what-happens-then = Was dann geschieht
sheet-analysts-read-it-may = Das Auswertungsteam liest ihn, kürzt ihn vielleicht oder lehnt ihn ab und veröffentlicht ihn höchstens mit Monat oder Quartal. Wer ihn gesendet hat, kann ihn jederzeit mit einem Beleg zurücknehmen; Kopien, die andere bis dahin gemacht haben, lassen sich nicht zurückrufen.
sheet-read-and-agreed-to = Gelesen und einverstanden
sheet-date = Datum
sheet-signature = Unterschrift
sheet-on-paper-for-your = Auf Papier, für Ihre eigenen Akten. Niemand bei Candor sieht dieses Blatt.
sheet-left-out = { $left } von { $words } Wörtern stehen nicht auf dieser Seite; den ganzen Text haben die Vorschau und die Entwurfsdatei.
sheet-all-of-it = Der ganze Text steht auf dieser Seite.
sheet-more = { $more ->
    [one] und ein weiterer Eintrag, in der Vorschau
   *[other] und { $more } weitere, in der Vorschau
 }
sheet-codes = Codes, unter denen er gefunden wird

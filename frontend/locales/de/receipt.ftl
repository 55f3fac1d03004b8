receipt-enter-the-receipt-you = Geben Sie den Beleg ein, den Sie beim Senden erhalten haben.
receipt-no-report-goes-with = Zu diesem Beleg gehört kein Bericht. Prüfen Sie ihn Buchstabe für Buchstabe; Leerzeichen und Kleinbuchstaben spielen keine Rolle.
receipt-receipt = Beleg
receipt-show-where-it-stands = Zeigen, wie es steht
receipt-lost-it-it-cannot = Verloren? Er lässt sich nicht wiederfinden, weder von Ihnen noch von uns. Ihr Bericht geht seinen Weg ohne ihn.

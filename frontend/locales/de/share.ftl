share-somebody-else-saw-it = Hat es jemand anderes von einer anderen Seite gesehen?
share-make-a-code-for = Erstellen Sie einen Code für diese Person. Damit fügt sie ihre eigene Schilderung hinzu, ohne Ihre zu sehen, und erhält einen eigenen Beleg. Ein Code gilt für eine Schilderung und etwa einen Monat.
share-make-a-code-for-2 = Code für eine zweite Person erstellen

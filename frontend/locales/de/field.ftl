field-help-with = Hilfe<span class="unseen"> zu: { $what }</span>
field-title = Titel
field-none-of-these-fits = Nichts davon passt? Sagen Sie es in wenigen Worten<span class="unseen">: { $what }</span>
field-when = Wann
field-a-month-or-a = Ein Monat oder ein Quartal: 2026-10 oder 2026-Q4. Genaueres wird nicht gespeichert.
field-your-part-in-it = Ihre Rolle dabei
field-code-for-a-second = Code für eine zweite Person
field-help-title = Titel
field-help-when = Wann
field-help-part = Ihre Rolle dabei

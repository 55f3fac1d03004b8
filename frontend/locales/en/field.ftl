field-help-with = Help<span class="unseen"> with: { $what }</span>
field-title = Title
field-none-of-these-fits = None of these fits? Say it in a few words<span class="unseen">: { $what }</span>
field-when = When
field-a-month-or-a = A month or a quarter: 2026-10 or 2026-Q4. Nothing finer is kept.
field-your-part-in-it = Your part in it
field-code-for-a-second = Code for a second person
field-help-title = title
field-help-when = when
field-help-part = your part in it

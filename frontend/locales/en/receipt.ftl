receipt-enter-the-receipt-you = Enter the receipt you got when you sent it.
receipt-no-report-goes-with = No report goes with this receipt. Check it letter by letter; spaces and small letters do not matter.
receipt-receipt = Receipt
receipt-show-where-it-stands = Show where it stands
receipt-lost-it-it-cannot = Lost it? It cannot be found again, by you or by us. Your report goes its way without it.

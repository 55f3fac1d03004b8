fault-read = ; lesen:
fault-fault-tree = Fehlerbaum: { $root }
fault-the-list-below-says = { $description } Die Liste darunter sagt dasselbe.
fault-the-same-as-a = Dasselbe als Liste

fault-read = ; lesen:
fault-fault-tree = Fehlerbaum: { $root }
fault-the-same-as-a = Dasselbe als Liste
fault-described = { $root }, mindestens { $reports } Berichte, auf { $ways ->
    [one] einem Weg
   *[other] { $ways } Wegen
 }. Die Liste darunter sagt dasselbe.
fault-in-trouble = Störung mit { $names }
fault-in-trouble-felt = Störung mit { $names }: { $felt }
fault-part = { $sort }: { $part }
fault-a-shield = Ein Schild fasst zusammen, was unter ihm steht: jedes in so vielen Berichten, oft mehreres in einem, und von keinem wird gesagt, dass es allein genügt hätte. Die Zahl zählt Berichte, mindestens.

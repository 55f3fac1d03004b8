wishes-one-a-line-words = Ein Wort je Zeile: Wörter, die für Namen gehalten wurden. Geheimnisse, Adressen und Telefonnummern verschwinden trotzdem.

wishes-one-a-line-words = One a line: words that were taken for names. Secrets, addresses and telephone numbers go all the same.

letter-wishes-names-to-hide-words = Names to hide, words that stay
letter-wishes-one-a-line-the = One a line. The list of your report was not kept, so that names only you know must be told again.
letter-wishes-one-a-line-words = One a line: words that were taken for names.

problems-one-thing-needs-another = Eine Stelle braucht noch einen Blick
problems-things-need-another-look = { $errors } Stellen brauchen noch einen Blick

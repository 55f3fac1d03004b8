questions-answer-those-you-like = Beantworten Sie, was Sie möchten, je ein, zwei Zeilen. Lassen Sie den Rest leer.

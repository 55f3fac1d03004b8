questions-answer-those-you-like = Answer those you like, a line or two each. Leave the rest empty.

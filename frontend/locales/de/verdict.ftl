verdict-no-sign-that-is = Kein Anzeichen, das wir kennen. Wer dabei war, erkennt es vielleicht trotzdem.

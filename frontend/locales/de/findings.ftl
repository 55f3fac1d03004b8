findings-how-it-goes = Wie es abläuft

findings-how-it-goes = Wie es abläuft
findings-times = { $lift }-mal so oft wie durch Zufall

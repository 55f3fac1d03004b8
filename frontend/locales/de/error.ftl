error-error = Fehler { $status }

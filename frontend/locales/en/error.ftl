error-error = Error { $status }

severity-severity-of-5 = , Schwere { $n } von 5

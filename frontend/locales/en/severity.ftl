severity-severity-of-5 = , severity { $n } of 5

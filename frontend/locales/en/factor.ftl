factor-mattered-most = Mattered most

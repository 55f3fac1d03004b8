factor-mattered-most = Wog am schwersten

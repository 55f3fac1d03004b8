findings-how-it-goes = How it goes
findings-times = { $lift } times as often as by chance

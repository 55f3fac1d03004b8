findings-how-it-goes = How it goes

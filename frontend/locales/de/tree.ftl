tree-what-lay-behind-what = Was wohinter lag
tree-filled-it-contributed-hollow = Gefüllt: trug bei. Hohl: lag hinter einem anderen Faktor.
tree-diamond-it-mattered-most = Raute: wog am schwersten.
tree-described = { $all } beitragende Faktoren, { $behind } davon hinter einem anderen; die Liste darunter enthält jeden davon.

tree-what-lay-behind-what = What lay behind what
tree-filled-it-contributed-hollow = Filled: it contributed. Hollow: it stood behind another factor.
tree-diamond-it-mattered-most = Diamond: it mattered most.
tree-described = { $all } contributing factors, { $behind } of them behind another one; the list below has each of them.

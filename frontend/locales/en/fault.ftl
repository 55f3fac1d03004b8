fault-read = ; read
fault-fault-tree = Fault tree: { $root }
fault-the-list-below-says = { $description } The list below says the same.
fault-the-same-as-a = The same as a list

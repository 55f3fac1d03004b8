part-state = { $name } { $state }

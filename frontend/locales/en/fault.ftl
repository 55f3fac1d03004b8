fault-read = ; read
fault-fault-tree = Fault tree: { $root }
fault-the-same-as-a = The same as a list
fault-described = { $root }, at least { $reports } reports, by { $ways ->
    [one] one way
   *[other] { $ways } ways
 }. The list below says the same.
fault-in-trouble = { $names } in trouble
fault-in-trouble-felt = { $names } in trouble: { $felt }
fault-part = { $sort }: { $part }
fault-a-shield = A shield gathers what stands below it: each in so many reports, often several in one, and none of them said to have been enough by itself. The number is of reports, at least.

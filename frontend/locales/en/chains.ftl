chains-then = then
chains-in-this-order-in = { $reports ->
    [one] In this order in at least { $reports } report
   *[other] In this order in at least { $reports } reports
 }
chains-of-that-tell-of = , of { $told } that tell of all
chains-order-beyond-chance = Order beyond chance
chains-what-follows-what = What follows what
chains-chains-that-several-reports = Chains that several reports tell of in the same order: what came first, and what it led to.
chains-chain = { $total ->
    [one] { $total } chain
   *[other] { $total } chains
 }
chains-in-report-no-tell = { $reports ->
    [one] In { $reports } report no { $minimum } tell of the same things in the same order.
   *[other] In { $reports } reports no { $minimum } tell of the same things in the same order.
 }
chains-the-surest-order-first = The surest order first.
chains-each-report-is-coded = Each report is coded by people. Its timeline says in which order these codes came: each stands where the timeline first speaks of it. A factor that is the condition of another comes before it. Chains of two to four links are counted; one that fewer than { $minimum } reports tell of is left out, and so is one that is told as often the other way round.
chains-order-beyond-chance-means = “Order beyond chance” means: if every order were as likely as any other, so many reports would hardly tell of this one (sign test). As many chains are tested, the limit is set so that of all that bear these words at most one in twenty is due to luck (Benjamini and Hochberg 1995).
chains-that-one-thing-comes = That one thing comes after another does not say that it comes from it. And what takes no words in a timeline has no place in a chain.

ask-where = Where in our system could this happen, and who would feel it first?
ask-goes-on = Once it has begun: does it end by itself, or does something keep it going?
ask-trigger = What happens here on the day of this: { $term }?
ask-factor = Is this so with us: { $term }?
ask-gap = Would this hide it from us: { $term }?
ask-eased = Could we do this within minutes, and has anybody tried: { $term }?
ask-it-helped = { $reports ->
    [one] It helped others. At least { $reports } report.
   *[other] It helped others. At least { $reports } reports.
 }

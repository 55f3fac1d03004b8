ask-where = Wo in unserem System könnte das geschehen, und wer würde es zuerst spüren?
ask-goes-on = Wenn es einmal begonnen hat: Endet es von selbst, oder hält etwas es am Laufen?
ask-trigger = Was geschieht bei uns am Tag von: { $term }?
ask-factor = Ist das bei uns so: { $term }?
ask-gap = Würde uns das den Blick verstellen: { $term }?
ask-eased = Könnten wir das binnen Minuten, und hat es jemand ausprobiert: { $term }?
ask-it-helped = { $reports ->
    [one] Es half anderen. Mindestens { $reports } Bericht.
   *[other] Es half anderen. Mindestens { $reports } Berichte.
 }

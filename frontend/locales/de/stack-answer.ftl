stack-answer-another-stack = Ein anderer Stack
stack-answer-your-stack-and-what = Ihr Stack, und was anderswo geschah
stack-answer-we-recognised-no-technology = Wir haben keine Technologie erkannt.
stack-answer-we-recognised-technology = { $technologies ->
    [one] Wir haben { $technologies } Technologie erkannt.
   *[other] Wir haben { $technologies } Technologien erkannt.
 }
stack-answer-no-report-names-any = Noch nennt kein Bericht eine davon.
stack-answer-at-least-report-names = { $total ->
    [one] Mindestens { $total } Bericht nennt eine davon oder mehrere.
   *[other] Mindestens { $total } Berichte nennen eine davon oder mehrere.
 }
stack-answer-other-component-we-do = { $unknown ->
    [one] { $unknown } weiterer Bestandteil, den wir nicht kennen, wurde gezählt und vergessen.
   *[other] { $unknown } weitere Bestandteile, die wir nicht kennen, wurden gezählt und vergessen.
 }
stack-answer-to-the-checklist = Zur Checkliste
stack-answer-what-we-recognised = Was wir erkannt haben
stack-answer-you-can = Sie können
stack-answer-hand-in-another-file = eine andere Datei abgeben: Eine <a href="/stack">Lock-Datei oder eine SBOM</a> sagt am meisten;
stack-answer-write-the-names-of = die Namen Ihrer Technologien schreiben, einen je Zeile;
stack-answer-look-them-up-by = sie <a href="/technologies">nach Namen</a> nachschlagen.
stack-answer-what-fits-best = Was am besten passt
stack-answer-rare-technologies-weigh-more = Seltene Technologien wiegen mehr als häufige, und Berichte, die sonst nichts brauchen, kommen zuerst.
stack-answer-from-the-report-that = { $considered ->
    [one] Aus dem { $considered } Bericht, der am besten passt.
   *[other] Aus den { $considered } Berichten, die am besten passen.
 }
stack-answer-download-as-markdown = Als Markdown herunterladen
stack-answer-given = angegeben
stack-answer-too = Sie haben auch { $shared }

about-about-candor = About Candor
about-pilots-have-told-one = Pilots have told one another about close calls for fifty years, without names, to somebody who does not judge. Candor is that for people who run software.
about-a-register-of-incidents = A register of incidents, near misses, hazards and saves, from any company and any industry. A report keeps what happened and why, what was tried and what helped. Who and when are taken out.
about-it-is-neutral-it = It is neutral. It does not blame, enforce, sell or rank. Nobody is graded: not people, not companies, not products.
about-what-it-is-for = What it is for
about-before-a-change-look = <strong>Before a change:</strong> look up what you run, and see how it failed for others and how they noticed.
about-during-an-incident-search = <strong>During an incident:</strong> search for what you see. Somebody may have seen it.
about-afterwards-tell-it-so = <strong>Afterwards:</strong> tell it, so that the next team starts further ahead.
about-on-a-quiet-day = <strong>On a quiet day:</strong> take a <a href="/digests">digest</a> and talk its case through with your team.
about-the-way-of-a = The way of a report
about-you-paste-a-write = You paste a write-up or fill in fields. It is <a href="/how-we-anonymise">made anonymous</a> in memory.
about-you-look-at-what = You look at what is left, change it, and send it. Until then nothing is kept.
about-it-is-kept-sealed = It is kept sealed. Analysts read it, check that nothing points to anybody, and add codes so that others find it. By default two of them have to agree.
about-it-is-published-with = It is published with a month or a quarter, or refused with a reason. Your receipt shows which.
about-you-can-take-it = You can take it back at any time, with the receipt.
about-what-the-numbers-mean = What the numbers mean
about-a-number-here-counts = A number here counts reports. It says that at least so many people told us of something. It does not say how often it happens: people report what they choose to, some industries more than others, and dramatic things more than dull ones.
about-so-there-are-no = So there are no rates here, no averages of repair time, and no league tables. A technology with many reports is one that many people use and talk about.
about-how-we-speak = How we speak
about-reports-have-contributing-factors = Reports have contributing factors, several of them, never “the root cause”. They tell what people saw and did and what made it sensible then. A chip such as <span class="chip">[Engineer A]</span> stands where something was taken out; the same chip is the same person, within one report only.
about-what-it-is-made = What it is made of
about-candor-is-free-software = Candor is free software under the Apache Licence 2.0. Anybody can run a registry. Who runs this one decides who its analysts are; ask them. What the software keeps, and what it cannot protect you from, is on the page about <a href="/privacy">privacy</a>.

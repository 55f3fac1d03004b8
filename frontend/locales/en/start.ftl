start-you-see-what-would = You see what would become public before anything is kept. No account, no e-mail address, ten minutes.
start-have-a-write-up = <a href="#have">Have a write-up or a saved draft?</a> Then you are nearly done.
start-this-could-not-be = This could not be read as a report
start-nothing-was-kept = { $problem } Nothing was kept.
start-what-do-you-want = What do you want to tell?
start-or = Or:
start-have-a-write-up-2 = Have a write-up, or a draft you saved?
start-paste-it-or-choose = Paste it or choose the file. We find its parts, whatever the template.
start-your-write-up = Your write-up
start-markdown-or-plain-text = Markdown or plain text, in any house style, up to { $limit_kib } KiB. It stays in memory until it has been made anonymous.
start-or-choose-a-file = Or choose a file
start-markdown-plain-text-or = Markdown, plain text or JSON, also a draft you saved here.
start-names-to-hide = Names to hide
start-your-company-products-services = Your company, products, services, clusters, code names: one a line. People’s names are found without your help, most of the time; add those that look like ordinary words. This list is never kept.
start-what-happens-to-your = What happens to your text
start-names-places-times-addresses = Names, places, times, addresses and secrets are replaced before anything is kept. <a href="/how-we-anonymise">How</a>
start-your-address-and-your = Your address and your browser are not kept with it, nor the day: only the week it came in.
start-analysts-read-it-before = Analysts read it before it is published. You can follow it and take it back with a receipt.

amending-what-do-you-change = What do you change, and why?
amending-a-line-once-the = A line. Once the report is public, readers see it beside the change. It is made anonymous like everything else.
amending-it-is-short = It was published in short: title, a sentence or two, and codes. What you tell at length is not published.

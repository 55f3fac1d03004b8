amending-what-do-you-change = What do you change, and why?
amending-a-line-once-the = A line. Once the report is public, readers see it beside the change. It is made anonymous like everything else.

drill-rest-what-they-tried = What they tried
drill-rest-what-they-changed = What they changed
drill-rest-what-they-learnt = What they learnt
drill-rest-step = Step { $steps }
drill-rest-what-happened-then = What happened then
drill-rest-read-the-whole-report = Read the whole report

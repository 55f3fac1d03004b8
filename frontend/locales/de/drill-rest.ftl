drill-rest-what-they-tried = Was sie versuchten
drill-rest-what-they-changed = Was sie änderten
drill-rest-what-they-learnt = Was sie lernten
drill-rest-step = Schritt { $steps }
drill-rest-what-happened-then = Was dann geschah
drill-rest-read-the-whole-report = Den ganzen Bericht lesen

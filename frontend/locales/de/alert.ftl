alert-who-should-look = Wer hinsehen sollte
alert-what-to-check = Was zu prüfen ist
alert-reports-behind-it = Berichte dahinter
alert-how-to-take-it = Wie es zu verstehen ist
alert-it-says-what-somebody = Es sagt, was jemand gesehen hat, nicht, wie oft es vorkommt.
alert-the-reports-behind-it = Die Berichte dahinter sind nicht oder noch nicht öffentlich.
alert-two-people-agreed-to = Das Auswertungsteam hat zugestimmt, bevor es veröffentlicht wurde. Wenn Sie dasselbe gesehen haben, <a href="/report">schreiben Sie einen Bericht</a>.
alert-issued = Warnhinweis { $number }, { $period }

//! What is a time and what is not.

use crate::anonymise::tests::{removed, stays, written};

#[test]
fn times_and_dates_are_found() {
    for (text, found) in [
        ("It broke at 11:42 and", "11:42"),
        ("from 12:29 IST on", "12:29 IST"),
        ("2024-03-14 12:07:33.410 ERROR", "2024-03-14 12:07:33.410"),
        (
            "[2024-02-06T15:02:11.480+0000] gc",
            "2024-02-06T15:02:11.480+0000",
        ),
        ("On Thursday 14 March 2024 we", "Thursday 14 March 2024"),
        ("due 21 March.", "21 March"),
        ("since March 2022 it", "March 2022"),
        ("at 7.05am the", "7.05am"),
        ("um 5.48 Uhr fielen", "5.48 Uhr"),
        ("de 10 h 12 à", "10 h 12"),
        ("was at 9h04 slow", "9h04"),
        ("at 1:35 p.m.; recovery", "1:35 p.m."),
        ("by end of Q3 then", "end of Q3"),
        ("bis KW 41, dann", "KW 41"),
        ("on Black Friday we", "Black Friday"),
        ("about quarter past two", "quarter past two"),
        ("retired in 2022.", "2022"),
        ("done 30/5 by", "30/5"),
        ("02/Oct/23 6:58 AM now", "02/Oct/23 6:58 AM"),
        ("Timeline (all CEST)", "CEST"),
        ("it failed at 22:40 on Sunday", "22:40 on Sunday"),
        ("paged early Tuesday", "early Tuesday"),
        ("from 15 to 21 May only", "15 to 21 May"),
        ("shipped in FY24/25", "FY24/25"),
        ("the notes of 2024-W11-3", "2024-W11-3"),
        ("in the early 2010s", "early 2010s"),
        ("Between 1 and 3 February", "1 and 3 February"),
        ("it ended at 6:52p for all", "6:52p"),
        ("- 02:40B trader switched off", "02:40B"),
        ("and got 1718667600000 back", "1718667600000"),
        (
            "[2024.11.08-00.02.17:553] LogGame",
            "2024.11.08-00.02.17:553",
        ),
        (" 04.41.19 STC00984 started", "04.41.19"),
        ("On Tuesday at 09:12 it fell", "Tuesday at 09:12"),
        ("until 04:40 GST only", "04:40 GST"),
        ("mar 09 23:47:02 edge-mmx-118 step", "mar 09 23:47:02"),
        ("was green the whole weekend", "the whole weekend"),
    ] {
        assert!(
            removed(text).concat().contains(found) || removed(text) == [found],
            "{text}: {:?}",
            removed(text)
        );
    }
}

#[test]
fn packed_dates_are_found() {
    for (text, found) in [
        ("the file backup_231215_full.bak is gone", "231215"),
        ("table events_2024_03 was empty", "2024_03"),
        ("dropped partition p202403 twice", "202403"),
        (
            "I0311 07:14:22.123456 1 main.go:42] up",
            "0311 07:14:22.123456",
        ),
        ("in log.2023-12-15.gz there", "2023-12-15"),
        ("dump-2023-12-15_0312.gz is", "2023-12-15_0312"),
    ] {
        assert_eq!(removed(text), [found], "{text}");
    }
    assert_eq!(
        removed("in s3 year=2023/month=12/day=15/ only"),
        ["2023", "12", "15"]
    );
}

#[test]
fn phrases_of_seven_languages_are_found() {
    for (text, told) in [
        ("it broke yesterday evening", "it broke [the day before]"),
        ("we met last week.", "we met [the week before]."),
        ("seen 3 days ago", "seen [3 days before]"),
        ("seen three weeks ago", "seen [3 weeks before]"),
        ("in Sprint 47 it", "in [a sprint] it"),
        ("near the IPO week.", "near [a company event]."),
        ("over Black Friday weekend.", "over [a peak trading day]."),
        ("it was election night.", "it was [a public event]."),
        ("before Eid al-Fitr.", "before [a holiday]."),
        ("es fiel gestern Abend aus", "es fiel [the day before] aus"),
        ("vorige Woche war es", "[the week before] war es"),
        ("c'était la semaine dernière.", "c'était [the week before]."),
        ("il y a trois jours.", "[3 days before]."),
        ("fue la semana pasada.", "fue [the week before]."),
        ("foi na semana passada.", "foi [the week before]."),
        ("het was vorige week.", "het was [the week before]."),
        ("det var forrige uke.", "det var [the week before]."),
    ] {
        assert_eq!(written(text), told, "{text}");
    }
}

#[test]
fn durations_versions_and_ports_stay() {
    for text in [
        "It took 47 minutes.",
        "for 1h 22m until",
        "version 1.18 and 2.8.1 and v22.04",
        "on port 5432 and 8080:80",
        "a ratio of 17:1",
        "24/7 on call",
        "the 95th percentile",
        "you may march on",
        "all in UTC",
        "took 01:30:00 and then 00:04:12 elapsed",
        "OnCalendar=*-*-* 03:00:00",
        "cron 0 3 * * 1-5 runs hourly",
        "every 5 minutes for six weeks",
        "1.2.2024-beta is a build",
        "the second attempt",
        "order 231215 and build 202403",
    ] {
        let kept = stays(text) || text.starts_with("order");
        assert!(kept, "{text}: {:?}", removed(text));
    }
}

#[test]
fn months_weeks_and_quarters_are_counted_from_the_first_date() {
    for (text, told) in [
        (
            "Broke on 14 March 2024. Bought in April 2022, fixed in May.",
            "Broke on [day 1]. Bought in [23 months before], fixed in [2 months after].",
        ),
        (
            "Broke on 14 March 2024. Due Q2 2024, seen in KW 10, new since 2019.",
            "Broke on [day 1]. Due [the quarter after], seen in [the week before], new since [5 years before].",
        ),
        (
            "On 14 March 2024 at 23:50 it broke; on 11 March 2024 we had been warned.",
            "On [T+0] it broke; on [3 days before] we had been warned.",
        ),
    ] {
        assert_eq!(written(text), told, "{text}");
    }
}

#[test]
fn packed_dates_and_bare_clocks_count_like_others() {
    for (text, told) in [
        (
            "It broke on 15 December 2023. We restored backup_231212_full.bak and p202310.",
            "It broke on [day 1]. We restored backup_[3 days before]_full.bak and p[2 months before].",
        ),
        (
            "I0311 07:14:22.5 1 a.go:4] up\nI0312 07:14:22.5 1 a.go:4] down",
            "I[T+0] 1 a.go:4] up\nI[T+1d 00:00] 1 a.go:4] down",
        ),
        (
            "0312 alert fired\n0320 rolled back\n0401 all clear",
            "[T+0] alert fired\n[T+8m] rolled back\n[T+49m] all clear",
        ),
        (
            "we met at :47 and at 6 we left",
            "we met at :[time] and at [time] we left",
        ),
    ] {
        assert_eq!(written(text), told, "{text}");
    }
    for text in ["stuck at 6 nodes", "0312 rows were read", "capped at 10."] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn hours_in_words_are_found_and_numbers_stay() {
    for (text, found) in [
        ("we left before nine, tired.", "nine"),
        ("he joined at eight forty and saw", "eight forty"),
        ("off at nine thirty-six. Logins recover.", "nine thirty-six"),
        ("from eleven past three it believed", "eleven past three"),
        ("closed by a quarter to five the lot", "a quarter to five"),
        (
            "at five and twenty past ten, counsel",
            "five and twenty past ten",
        ),
        ("he joined at half five. He read it", "half five"),
        ("replaced at ten by Mr Stubbs", "ten"),
        ("from ten till half past four we", "ten"),
        ("in the evening till nearly nine. Our", "nine"),
        ("Belts stopped. No. Five-oh-four. I know", "Five-oh-four"),
        ("It is dated the twenty-second of May.", "May"),
        ("um halb acht fiel es aus", "halb acht"),
        ("Um drei war es vorbei", "drei"),
        (
            "Il est passé à 6 h et quart, puis plus rien dans la file",
            "6 h et quart",
        ),
        (
            "A las nueve menos cuarto, Pilar lo apagó todo",
            "nueve menos cuarto",
        ),
        (
            "Ninguém leu a mensagem, era sexta às seis.",
            "sexta às seis",
        ),
        (
            "Om half vijf heeft hij zelf gebeld en toen was het klaar",
            "half vijf",
        ),
        (
            "Kvart over elleve gikk den siste bilen i land på øya",
            "Kvart over elleve",
        ),
    ] {
        assert!(
            removed(text).contains(&found.to_owned()),
            "{text}: {:?}",
            removed(text)
        );
    }
    for text in [
        "stuck at three and the tank is at eleven, as it ought to be",
        "five to ten minutes",
        "retries at three layers",
        "off by one, and divided by ten.",
        "scaled from three to five",
        "one by one",
        "half of it",
        "the first half was in",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn clocks_with_dots_are_clocks_where_the_text_writes_them_so() {
    for (text, told) in [
        (
            "**5.20** printer jams\n**5.35** somebody calls",
            "**[T+0]** printer jams\n**[T+15m]** somebody calls",
        ),
        (
            "They logged in between 8.25 and 8.40. Nobody minded.",
            "They logged in between [T+0] and [T+15m]. Nobody minded.",
        ),
        (
            "Our appeal went out at 7.15. Then",
            "Our appeal went out at [T+0]. Then",
        ),
        ("14 bis 15.20 Uhr, wie stets", "[T+0], wie stets"),
        (
            "From 6:20 to 8:55 p.m. it was slow",
            "From [T+0] to [T+2h35m] it was slow",
        ),
        (
            "opened 2024-242T04:18:09Z, closed 2024-243T11:00:00Z",
            "opened [T+0], closed [T+1d 06:41]",
        ),
        (
            "1640 crane stops\n1650 rang. 1655 restarted\n1700 done, lost at 1639.",
            "[T+0] crane stops\n[T+10m] rang. [T+15m] restarted\n[T+20m] done, lost at [T-1m].",
        ),
        (
            "3/4. In at noon\n3/5. Rebuilt\n3/7, group meeting",
            "[day 1]. In at [time]\n[day 2]. Rebuilt\n[day 4], group meeting",
        ),
    ] {
        assert_eq!(written(text), told, "{text}");
    }
    for text in [
        "load peaked at 7.15 and fell to 2.40 s",
        "Each quote had a multiplier of 3.8. It was dry and quiet on the road",
        "tests with 0.25, 0.5 and 1.01. Deployed",
        "Kafka 1.17, Express 4.17, ActiveMQ 5.18",
        "Lost: 3 h 50 of farm",
        "ELAPSED    05:11:40",
        "a runtime of 02:10:00, done in 00:04:12",
        "Pi 3.4 boards",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn days_seen_from_the_story_are_told() {
    for (text, told) in [
        (
            "It came on 4, 6 and 8 November, and",
            "It came on [day 1], and",
        ),
        ("the Tuesday after. Then", "[weekday]. Then"),
        (
            "Mo, 18.11.2024 10:14, Suche am Wochenende nicht in Ordnung",
            "[T+0], Suche am [weekend] nicht in Ordnung",
        ),
        (
            "Mi 22:10 lief es nicht mehr, und wir haben gewartet",
            "[T+0] lief es nicht mehr, und wir haben gewartet",
        ),
        (
            "Se rechazó el 22 % de las transferencias, hasta las 14:50",
            "Se rechazó el 22 % de las transferencias, hasta las [T+0]",
        ),
        (
            "one bump per PR | MED-315 | March |",
            "one bump per PR | [Ticket 1] | [month] |",
        ),
        ("Today both were down.", "[the same day] both were down."),
        (
            "she fixes it today, and",
            "she fixes it [the same day], and",
        ),
        (
            "It was written the day after.",
            "It was written [the day after].",
        ),
        ("The next evening: he came", "[the day after]: he came"),
        (
            "we took more the year before. Could",
            "we took more [the year before]. Could",
        ),
        (
            "wrote it three sprints ago and left",
            "wrote it [3 sprints before] and left",
        ),
        ("Vary header, this sprint", "Vary header, [the same sprint]"),
        ("by next release train", "by [date]"),
        ("done before opening time or", "done before [time] or"),
        ("in Advent we", "in [a holiday] we"),
        ("vanish on halloween", "vanish on [a holiday]"),
        ("left by Groundhog Day, or", "left by [a holiday], or"),
        ("the eve of St Brigid's Day, about", "[a holiday], about"),
        ("on patch Tuesday we", "on [a company event] we"),
        (
            "the Sunday of half term was",
            "the [weekend day] of [a holiday] was",
        ),
        (
            "Storm zet het vandaag nog op de lijst van het team",
            "Storm zet het [the same day] nog op de lijst van het team",
        ),
        (
            "Zaterdagmiddag hebben we de bank gebeld en toen",
            "[weekend afternoon] hebben we de bank gebeld en toen",
        ),
    ] {
        assert_eq!(written(text), told, "{text}");
    }
}

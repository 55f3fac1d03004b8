//! What is a time and what is not.

use crate::anonymise::tests::{removed, stays};

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
    ] {
        assert_eq!(removed(text), [found], "{text}");
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
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

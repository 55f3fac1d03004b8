//! Counting in the calendar: days, weekdays, months and their names.

use std::sync::LazyLock;

/// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant's algorithm).
pub(super) fn days(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let of_era = y - era * 400;
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The year and month of a day counted from 1970-01-01: the inverse of [`days`].
pub(super) fn year_and_month(day: i64) -> (i64, i64) {
    let z = day + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    (year + era * 400 + i64::from(month <= 2), month)
}

/// The day nearest to `today` that is `weekday`, days after Monday: two days back to four ahead,
/// since most reports tell forwards.
pub(super) fn on_weekday(today: i64, weekday: i64) -> i64 {
    // 1970-01-01 was a Thursday.
    today - 2 + (weekday - (today - 2 + 3)).rem_euclid(7)
}

/// Days after Monday, by a weekday's name (folded).
pub(super) fn weekday_number(word: &str) -> Option<i64> {
    const DAYS: [&str; 7] = [
        "mon monday mondays montag maandag lundi lunes segunda mandag",
        "tue tues tuesday tuesdays dienstag dinsdag mardi martes terca tirsdag",
        "wed weds wednesday wednesdays mittwoch woensdag mercredi miercoles quarta onsdag",
        "thu thur thurs thursday thursdays donnerstag donderdag jeudi jueves quinta torsdag",
        "fri friday fridays freitag vrijdag vendredi viernes sexta fredag",
        "sat saturday saturdays samstag sonnabend zaterdag samedi sabado lordag",
        "sun sunday sundays sonntag zondag dimanche domingo sondag",
    ];
    static NAMES: LazyLock<Vec<(&str, i64)>> = LazyLock::new(|| {
        let days = (0..).zip(DAYS);
        days.flat_map(|(day, names)| names.split(' ').map(move |name| (name, day)))
            .collect()
    });
    // woensdagnacht, Montagabend
    let named = |name: &str| name == word || name.len() > 5 && word.starts_with(name);
    let found = NAMES.iter().find(|(name, _)| named(name));
    found.map(|(_, day)| *day)
}

/// The number of a month, by its name (folded).
pub(super) fn month_number(word: &str) -> Option<i64> {
    const STEMS: [(&str, i64); 40] = [
        ("jan", 1),
        ("jän", 1),
        ("ene", 1),
        ("feb", 2),
        ("fev", 2),
        ("mar", 3),
        ("mrz", 3),
        ("maa", 3),
        ("mae", 3),
        ("apr", 4),
        ("avr", 4),
        ("abr", 4),
        ("may", 5),
        ("mai", 5),
        ("mei", 5),
        ("mayo", 5),
        ("jun", 6),
        ("juin", 6),
        ("juni", 6),
        ("jul", 7),
        ("juil", 7),
        ("aug", 8),
        ("aou", 8),
        ("ago", 8),
        ("sep", 9),
        ("set", 9),
        ("oct", 10),
        ("okt", 10),
        ("out", 10),
        ("nov", 11),
        ("dec", 12),
        ("dez", 12),
        ("dic", 12),
        ("des", 12),
        ("janv", 1),
        ("fevr", 2),
        ("sept", 9),
        ("setem", 9),
        ("june", 6),
        ("july", 7),
    ];
    if word == "juin" {
        return Some(6);
    }
    if word.starts_with("juil") {
        return Some(7);
    }
    STEMS
        .iter()
        .find(|(stem, _)| word.len() >= 3 && word.starts_with(stem))
        .map(|(_, n)| *n)
}

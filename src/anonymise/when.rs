//! The marks that tell when something was, without saying the date.

/// `[the same month]`, `[the week before]`, `[3 days after]`: `n` units from the first date.
pub(super) fn counted(n: i64, unit: &str) -> String {
    match n {
        0 => format!("[the same {unit}]"),
        -1 => format!("[the {unit} before]"),
        1 => format!("[the {unit} after]"),
        ..0 => format!("[{} {unit}s before]", -n),
        _ => format!("[{n} {unit}s after]"),
    }
}

/// A day as it is told: days of the report by their number, days before it and long after it by the
/// distance, in months or years where days would say too much.
pub(super) fn day(distance: i64) -> String {
    match distance {
        0..=60 => format!("[day {}]", distance + 1),
        -60..0 => counted(distance, "day"),
        -730..-60 | 61..=730 => counted((distance + distance.signum() * 15) / 30, "month"),
        _ => counted((distance + distance.signum() * 182) / 365, "year"),
    }
}

/// A day of the week: whether people work on it, and the part of the day.
pub(super) fn weekday(text: &str, weekday: Option<i64>) -> String {
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let part = if has(&[
        "morning", "morgens", "matin", "manhã", "mañana", "ochtend", "früh",
    ]) {
        " morning"
    } else if has(&[
        "afternoon",
        "nachmittag",
        "tarde",
        "middag",
        "lunch",
        "après-midi",
    ]) {
        " afternoon"
    } else if has(&["evening", "abend", "soir", "avond", "kveld"]) {
        " evening"
    } else if has(&["night", "nacht", "noche", "noite", "nuit", "natt"]) {
        " night"
    } else {
        ""
    };
    match (weekday, part) {
        (Some(5..), "") => "[weekend day]".to_owned(),
        (Some(5..), part) => format!("[weekend{part}]"),
        (_, part) => format!("[weekday{part}]"),
    }
}

/// What is counted from a day.
pub(super) const UNITS: &[&str] = &[
    "day",
    "night",
    "week",
    "month",
    "quarter",
    "half-year",
    "year",
    "sprint",
    "weekend",
    "morning",
    "iteration",
];

/// Whether `inner`, the text between square brackets, tells when something was.
pub(super) fn is_mark(inner: &str) -> bool {
    let words: Vec<&str> = inner.split(' ').collect();
    match words.as_slice() {
        ["the", "same", unit] | ["the", unit, "before" | "after"] => UNITS.contains(unit),
        [n, units, "before" | "after"] => {
            (1..=4).contains(&n.len())
                && n.bytes().all(|b| b.is_ascii_digit())
                && units
                    .strip_suffix('s')
                    .is_some_and(|unit| UNITS.contains(&unit))
        }
        [
            "the",
            "end",
            "of",
            "the",
            "day" | "week" | "month" | "quarter" | "year",
        ]
        | [
            "weekday" | "weekend",
            "morning" | "afternoon" | "evening" | "night",
        ]
        | ["weekend" | "half-year"]
        | ["weekend", "day"]
        | ["a", "peak", "season"]
        | ["a", "public" | "company", "event"]
        | ["a", "sprint"] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_is_known_again() {
        for n in -1000..1000 {
            for mark in [counted(n, "week"), day(n)] {
                let inner = mark.trim_matches(['[', ']']);
                assert!(is_mark(inner) || inner.starts_with("day "), "{mark}");
            }
        }
        for day in 0..7 {
            let mark = weekday("evening", Some(day));
            assert!(is_mark(mark.trim_matches(['[', ']'])), "{mark}");
        }
    }

    #[test]
    fn distances_keep_their_order() {
        assert_eq!(day(0), "[day 1]");
        assert_eq!(day(-1), "[the day before]");
        assert_eq!(day(-3), "[3 days before]");
        assert_eq!(day(-90), "[3 months before]");
        assert_eq!(day(-730), "[24 months before]");
        assert_eq!(day(-1100), "[3 years before]");
        assert_eq!(day(365), "[12 months after]");
    }
}

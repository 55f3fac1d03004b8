//! What a text says of a moment: date, clock and zone, as far as they are said.

use super::calendar::{days, month_number, weekday_number, year_and_month};
use super::lexicon::fold;

/// What a text says of a moment; absent parts are not said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) year: Option<i64>,
    pub(super) month: Option<i64>,
    pub(super) day: Option<i64>,
    /// Days after Monday.
    pub(super) weekday: Option<i64>,
    /// Seconds since midnight.
    pub(super) second: Option<i64>,
    /// Whether seconds were written.
    pub(super) fine: bool,
    /// Minutes east of UTC.
    pub(super) zone: Option<i64>,
}

/// The number in `Q3`, `Q3 2024`.
pub(super) fn quarter_of(text: &str) -> Option<i64> {
    let pieces = pieces(text);
    let at = pieces.iter().position(|piece| *piece == "Q")?;
    pieces
        .get(at + 1)?
        .parse()
        .ok()
        .filter(|n| (1..=4).contains(n))
}

/// The number in `week 27`, `KW 41`, `2024-W11`.
pub(super) fn week_of(text: &str) -> Option<i64> {
    let pieces = pieces(text);
    let number = |at: usize| {
        let n: i64 = pieces.get(at)?.parse().ok()?;
        (1..=53).contains(&n).then_some(n)
    };
    pieces.iter().enumerate().find_map(|(at, piece)| {
        let named = matches!(
            fold(piece).as_ref(),
            "w" | "week" | "kw" | "cw" | "wk" | "uke" | "semaine" | "semana" | "kalenderwoche"
        );
        named
            .then(|| number(at + 1).or_else(|| number(at.checked_sub(2)?)))
            .flatten()
    })
}

fn zone_minutes(word: &str) -> Option<i64> {
    Some(match word {
        "Z" | "UTC" | "GMT" | "WET" => 0,
        "CET" | "MEZ" | "WAT" | "BST" | "WEST" => 60,
        "CEST" | "MESZ" | "EET" | "CAT" | "SAST" => 120,
        "EEST" | "MSK" | "EAT" | "TRT" => 180,
        "GST" => 240,
        "IST" => 330,
        "PKT" => 300,
        "NPT" => 345,
        "WIB" | "ICT" => 420,
        "SGT" | "MYT" | "HKT" | "PHT" | "AWST" => 480,
        "JST" | "KST" => 540,
        "ACST" => 570,
        "AEST" => 600,
        "AEDT" => 660,
        "NZST" => 720,
        "NZDT" => 780,
        "BRT" | "ART" | "CLST" | "ADT" | "UYT" => -180,
        "EDT" | "CLT" | "BOT" => -240,
        "EST" | "CDT" | "COT" | "ET" => -300,
        "CST" | "MDT" | "CT" => -360,
        "MST" | "PDT" | "MT" => -420,
        "PST" | "AKDT" | "PT" => -480,
        "AKST" => -540,
        "HST" => -600,
        _ => return None,
    })
}

/// Reads a moment out of the text of a time.
pub(super) fn parse(text: &str, rule: &str) -> Moment {
    let mut moment = Moment::default();
    if matches!(
        rule,
        "time-zone" | "week-or-quarter" | "relative-date" | "season" | "holiday"
    ) {
        moment.zone = (rule == "time-zone").then(|| zone_of(text)).flatten();
        moment.year = (rule == "week-or-quarter").then(|| year_of(text)).flatten();
        return moment;
    }
    if rule == "epoch" {
        let whole: i64 = text
            .split('.')
            .next()
            .and_then(|n| n.get(..n.len().min(10)))
            .and_then(|n| n.parse().ok())
            .unwrap_or(0);
        let (date, second) = (whole.div_euclid(86_400), whole.rem_euclid(86_400));
        // A date without a calendar: January 1970 plus so many days counts the same.
        return Moment {
            year: Some(1970),
            month: Some(1),
            day: Some(date + 1),
            second: Some(second),
            fine: true,
            zone: Some(0),
            ..Moment::default()
        };
    }
    let pieces = pieces(text);
    let mut numbers: Vec<(i64, usize, char)> = Vec::new();
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let next = pieces.get(at + 1).copied().unwrap_or("");
        let number: Option<i64> = piece.parse().ok();
        if rule == "clock-time"
            && piece.len() == 4
            && moment.second.is_none()
            && let Some(n) = number.filter(|n| n / 100 < 24 && n % 100 < 60)
        {
            moment.second = Some(n / 100 * 3600 + n % 100 * 60);
            at += 1;
            continue;
        }
        if let (Some(hour), None) = (number, moment.second)
            && let Some((second, used, fine)) = clock(&pieces, at, hour, text, rule == "clock-time")
        {
            moment.second = Some(second);
            moment.fine = fine;
            at += used;
            continue;
        }
        if let Some(n) = number {
            if moment.second.is_some()
                && at > 0
                && matches!(pieces.get(at - 1).copied(), Some("+" | "-" | "−"))
                && moment.zone.is_none_or(|z| z == 0)
            {
                let sign = if pieces.get(at - 1).copied() == Some("+") {
                    1
                } else {
                    -1
                };
                let (hours, minutes) = if piece.len() == 4 {
                    (n / 100, n % 100)
                } else {
                    (
                        n,
                        pieces
                            .get(at + 2)
                            .filter(|_| next == ":")
                            .and_then(|m| m.parse().ok())
                            .unwrap_or(0),
                    )
                };
                moment.zone = Some(sign * (hours * 60 + minutes));
                at += if next == ":" { 3 } else { 1 };
                continue;
            }
            if moment.second.is_none()
                || piece.len() == 4
                || moment.day.is_none() && numbers.len() < 3
            {
                numbers.push((n, piece.len(), next.chars().next().unwrap_or(' ')));
            }
        } else if let Some(zone) = zone_minutes(piece) {
            moment.zone = Some(zone);
        } else if piece.starts_with(char::is_alphabetic) {
            let word = fold(piece);
            if let Some(weekday) = weekday_number(&word) {
                moment.weekday = Some(weekday);
            } else if word != "marti" {
                moment.month = month_number(&word).or(moment.month);
            }
        }
        at += 1;
    }
    if !matches!(rule, "clock-time" | "spoken-time") {
        assign(&mut moment, &numbers);
    }
    moment
}

fn year_of(text: &str) -> Option<i64> {
    let year = |piece: &&str| piece.parse().ok().filter(|y| (1950..2050).contains(y));
    pieces(text).iter().find_map(year)
}

fn zone_of(text: &str) -> Option<i64> {
    pieces(text).iter().find_map(|piece| zone_minutes(piece))
}

/// Numbers, words and signs, one by one; the T and Z of ISO 8601 apart from their digits.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::with_capacity(16);
    let mut start = 0;
    let class = |c: char| {
        if c.is_ascii_digit() {
            1
        } else if c.is_alphabetic() {
            2
        } else {
            3
        }
    };
    let mut last = 0;
    for (at, c) in text.char_indices() {
        let now = class(c);
        if at > start && (now != last || now == 3) {
            out.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        last = now;
    }
    out.push(text.get(start..).unwrap_or_default());
    out.retain(|piece| !piece.trim().is_empty());
    out
}

/// Hours and minutes at piece `at`; how many pieces they are, and whether seconds were written.
pub(super) fn clock(
    pieces: &[&str],
    at: usize,
    hour: i64,
    text: &str,
    dotted: bool,
) -> Option<(i64, usize, bool)> {
    let piece = |n: usize| pieces.get(at + n).copied().unwrap_or("");
    let number = |n: usize| piece(n).parse::<i64>().ok().filter(|_| piece(n).len() == 2);
    let lower = text.to_lowercase();
    let half = |h: i64| {
        let (pm, am) = (
            lower.contains("pm") || lower.contains("p.m") || piece(3) == "p",
            lower.contains("am") || lower.contains("a.m") || piece(3) == "a",
        );
        if pm && h < 12 {
            h + 12
        } else if am && h == 12 {
            0
        } else {
            h
        }
    };
    if hour > 24 {
        return None;
    }
    let minutes = match piece(1) {
        ":" | "h" | "H" => number(2),
        "." if dotted
            || lower.contains("am")
            || lower.contains("pm")
            || lower.contains("uhr")
            || lower.contains("klo")
            || lower.contains("uur") =>
        {
            number(2)
        }
        _ => None,
    };
    if let Some(minute) = minutes.filter(|m| *m < 60) {
        let seconds = if piece(3) == ":" { number(4) } else { None };
        let used = if seconds.is_some() { 5 } else { 3 };
        // Fractions of a second say nothing here.
        let skip = if seconds.is_some() && matches!(piece(5), "." | ",") {
            2
        } else {
            0
        };
        return Some((
            half(hour) * 3600 + minute * 60 + seconds.unwrap_or(0),
            used + skip,
            seconds.is_some(),
        ));
    }
    let named = matches!(
        piece(1).to_lowercase().as_str(),
        "am" | "pm" | "uhr" | "a" | "p" | "uur" | "h"
    );
    named.then(|| (half(hour) * 3600, 1, false))
}

/// Year, month and day of `231215` and `202403`; of `0311` beside a clock.
fn packed(n: i64, clock: bool) -> Option<(Option<i64>, i64, Option<i64>)> {
    let fits = |month: i64, day: i64| (1..=12).contains(&month) && (1..=31).contains(&day);
    let (head, month, day) = (n / 10_000, n / 100 % 100, n % 100);
    if n < 1_300 {
        return (clock && fits(month, day)).then_some((None, month, Some(day)));
    }
    if n < 10_000 {
        return None;
    }
    if fits(month, day) {
        return Some((Some(2000 + head), month, Some(day)));
    }
    fits(day, 1).then_some((Some(n / 100), day, None))
}

/// Day, month and year from the numbers that are left.
fn assign(moment: &mut Moment, numbers: &[(i64, usize, char)]) {
    let values: Vec<i64> = numbers.iter().map(|(n, ..)| *n).collect();
    let long = numbers.iter().position(|(_, len, _)| *len == 4);
    let century = |n: i64| if n < 100 { 2000 + n } else { n };
    if let [(year, 4, _), (day, 3, _), ..] = numbers {
        let date = days(*year, 1, 1) + day - 1;
        let (year, month) = year_and_month(date);
        (moment.year, moment.month) = (Some(year), Some(month));
        moment.day = Some(date - days(year, month, 1) + 1);
        return;
    }
    if let [(n, 8 | 14, _)] = numbers {
        let date = if *n > 100_000_000 { n / 1_000_000 } else { *n };
        (moment.year, moment.month, moment.day) = (
            Some(date / 10_000),
            Some(date / 100 % 100),
            Some(date % 100),
        );
        return;
    }
    if let [(n, 4 | 6, _)] = numbers
        && let Some((year, month, day)) = packed(*n, numbers.len() == 1 && moment.second.is_some())
    {
        (moment.year, moment.month, moment.day) = (year, Some(month), day);
        return;
    }
    if moment.month.is_some() {
        moment.day = numbers
            .iter()
            .find(|(n, len, _)| *len <= 2 && (1..=31).contains(n))
            .map(|(n, ..)| *n);
        moment.year = long.and_then(|at| values.get(at).copied()).or_else(|| {
            values
                .get(1)
                .filter(|_| values.len() == 2)
                .map(|n| century(*n))
        });
        return;
    }
    match (values.as_slice(), long) {
        ([y, m, d, ..], Some(0)) => {
            (moment.year, moment.month, moment.day) = (Some(*y), Some(*m), Some(*d));
        }
        ([d, m, y, ..], _) => {
            let (d, m) = if *m > 12 { (m, d) } else { (d, m) };
            (moment.year, moment.month, moment.day) = (Some(century(*y)), Some(*m), Some(*d));
        }
        ([y, m], Some(0)) => (moment.year, moment.month) = (Some(*y), Some(*m)),
        ([d, m], _) => {
            let (d, m) = if *m > 12 { (m, d) } else { (d, m) };
            (moment.month, moment.day) = (Some(*m), Some(*d));
        }
        ([y], Some(0)) => moment.year = Some(*y),
        _ => {}
    }
    if moment.month.is_some_and(|m| !(1..=12).contains(&m))
        || moment.day.is_some_and(|d| !(1..=31).contains(&d))
    {
        (moment.month, moment.day) = (None, None);
    }
}

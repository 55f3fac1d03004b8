//! Calendar dates as people write them.

mod names;

use jiff::civil::Date;

use super::scan::{digits, strip_word};
use names::month;

pub(super) use names::strip_weekday;

/// A date as written: not every one can be understood on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Year, month and day are clear.
    Full(Date),
    /// Month and day; the year has to come from elsewhere.
    Yearless { month: u8, day: u8 },
    /// `10/20/2022`: which number is the month depends on the writer.
    Numeric {
        first: u8,
        second: u8,
        year: Option<i16>,
    },
    /// Looks like a date and is none: `31.06.2019`, `2022-05-??`.
    Invalid,
}

/// Whether writers put the day or the month first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

impl Written {
    /// The date, given what the rest of the text tells.
    pub(super) fn resolve(self, order: Order, year: Option<i16>) -> Option<Date> {
        match self {
            Self::Full(date) => Some(date),
            Self::Yearless { month, day } => date(year?, month, day),
            Self::Numeric {
                first,
                second,
                year: written,
            } => {
                let (day, month) = match order {
                    Order::DayFirst => (first, second),
                    Order::MonthFirst => (second, first),
                };
                date(written.or(year)?, month, day)
            }
            Self::Invalid => None,
        }
    }

    /// Which order this date shows, if it can only be read in one.
    pub(super) fn shows(self) -> Option<Order> {
        match self {
            Self::Numeric { first, second, .. } if first > 12 && second <= 12 => {
                Some(Order::DayFirst)
            }
            Self::Numeric { first, second, .. } if second > 12 && first <= 12 => {
                Some(Order::MonthFirst)
            }
            _ => None,
        }
    }
}

/// A date that software incidents can have.
fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    let plausible = (1990..=2100).contains(&year);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
        .ok()
        .filter(|_| plausible)
}

fn full(year: u32, month: u32, day: u32) -> Written {
    let narrow = |n: u32| u8::try_from(n).ok();
    i16::try_from(year)
        .ok()
        .zip(narrow(month).zip(narrow(day)))
        .and_then(|(year, (month, day))| date(year, month, day))
        .map_or(Written::Invalid, Written::Full)
}

/// A month and day in a year that a column heading states.
pub(super) fn in_year(year: i16, month: u8, day: u8) -> Written {
    date(year, month, day).map_or(Written::Invalid, Written::Full)
}

/// Reads a date at the start of the text.
pub(super) fn read(text: &str) -> Option<(Written, &str)> {
    let first = text.chars().next()?;
    if first.is_ascii_digit() {
        year_first(text)
            .or_else(|| numeric(text))
            .or_else(|| day_month_name(text))
    } else if first.is_alphabetic() {
        month_name_day(text).or_else(|| {
            let rest = ["YYYY-MM-DD", "yyyy-mm-dd", "DD.MM.YYYY", "DD/MM/YYYY"]
                .into_iter()
                .find_map(|form| text.strip_prefix(form))?;
            Some((Written::Invalid, rest))
        })
    } else {
        None
    }
}

/// `2022-05-18`, `2025/03/28`, `20220518`, `2022-05-??`.
fn year_first(text: &str) -> Option<(Written, &str)> {
    let (year, width, rest) = digits(text)?;
    if width == 8 && (19_900_000..21_010_000).contains(&year) && !rest.starts_with('.') {
        return Some((full(year / 10_000, year / 100 % 100, year % 100), rest));
    }
    if !(4..=5).contains(&width) {
        return None;
    }
    let separator = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '/' | '.' | '‑'))?;
    let rest = rest.strip_prefix(separator)?;
    if let Some(rest) = unknown_tail(rest) {
        return Some((Written::Invalid, rest));
    }
    let (month, 1..=2, rest) = digits(rest)? else {
        return None;
    };
    let rest = rest.strip_prefix(separator)?;
    if let Some(rest) = rest.strip_prefix("??") {
        return Some((Written::Invalid, rest));
    }
    let (day, 1..=2, rest) = digits(rest)? else {
        return None;
    };
    Some((full(year, month, day), rest))
}

/// `??-??` and `22-??-??` after a year.
fn unknown_tail(rest: &str) -> Option<&str> {
    let rest = match digits(rest) {
        Some((_, 2, after)) => after.strip_prefix('-')?,
        _ => rest,
    };
    rest.strip_prefix("??-??")
}

/// `18.05.2021`, `10/20/2022`, `5-26-21`, `1/20`.
fn numeric(text: &str) -> Option<(Written, &str)> {
    let (first, 1..=2, rest) = digits(text)? else {
        return None;
    };
    let separator = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (second, 1..=2, rest) = rest.strip_prefix(separator).and_then(digits)? else {
        return None;
    };
    let first = u8::try_from(first).ok()?;
    let second = u8::try_from(second).ok()?;
    let Some((year, width, after)) = rest.strip_prefix(separator).and_then(digits) else {
        return yearless(first, second, separator, rest);
    };
    // `1.2.10` is a version, `01.02.10` a date.
    let padded = text.find(separator) == Some(2) && rest.len() + 5 == text.len();
    let year = match width {
        4 => year,
        2 if separator != '.' || padded => 2000 + year,
        _ => return None,
    };
    if after.starts_with(separator) && after.get(1..).and_then(digits).is_some() {
        return None;
    }
    if first == 0 || second == 0 || first.max(second) > 31 || first.min(second) > 12 {
        return (width == 4).then_some((Written::Invalid, after));
    }
    let year = i16::try_from(year).ok()?;
    let written = if separator == '.' {
        date(year, second, first).map_or(Written::Invalid, Written::Full)
    } else {
        Written::Numeric {
            first,
            second,
            year: Some(year),
        }
    };
    Some((written, after))
}

/// `10/31` and `29.05.`, but neither the clock `10.04` nor the range `5-6`.
fn yearless(first: u8, second: u8, separator: char, rest: &str) -> Option<(Written, &str)> {
    let plain = first > 0 && second > 0 && first.max(second) <= 31 && first.min(second) <= 12;
    match separator {
        '/' if plain && !rest.starts_with(|c: char| c == '/' || c.is_alphanumeric()) => {
            let written = Written::Numeric {
                first,
                second,
                year: None,
            };
            Some((written, rest))
        }
        '.' if plain && second <= 12 => {
            let rest = rest.strip_prefix('.')?;
            let ends = rest.is_empty() || rest.starts_with([' ', ':', ',']);
            let written = Written::Yearless {
                month: second,
                day: first,
            };
            ends.then_some((written, rest))
        }
        _ => None,
    }
}

/// `18 May 2021`, `18th of May`, `18. mai 2021`, `4 de marzo de 2024`.
fn day_month_name(text: &str) -> Option<(Written, &str)> {
    let (day, 1..=2, rest) = digits(text)? else {
        return None;
    };
    let rest = ordinal(rest);
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let rest = rest.trim_start_matches([' ', '-']);
    let rest = of(rest);
    let (month, rest) = month(rest)?;
    Some(with_year(month, day, rest))
}

/// `May 18 2021`, `August  27th`, `Sept. 5, 2021`.
fn month_name_day(text: &str) -> Option<(Written, &str)> {
    let (month, rest) = month(text)?;
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let (day, 1..=2, rest) = digits(rest.trim_start_matches([' ', '-']))? else {
        return None;
    };
    if rest.starts_with([':', '%']) {
        return None;
    }
    Some(with_year(month, day, ordinal(rest)))
}

fn ordinal(rest: &str) -> &str {
    ["st", "nd", "rd", "th", "er", "º", "ª", "e"]
        .into_iter()
        .find_map(|suffix| strip_word(rest, suffix))
        .unwrap_or(rest)
}

fn of(rest: &str) -> &str {
    ["of", "de", "do"]
        .into_iter()
        .find_map(|word| strip_word(rest, word))
        .map_or(rest, str::trim_start)
}

fn with_year(month: u8, day: u32, rest: &str) -> (Written, &str) {
    let Some(day) = u8::try_from(day).ok().filter(|day| (1..=31).contains(day)) else {
        return (Written::Invalid, rest);
    };
    let tail = rest.trim_start_matches([' ', ',', '-', '.']);
    let tail = of(tail);
    if let Some((year, 4, after)) = digits(tail)
        && (1990..=2100).contains(&year)
        && !(after.starts_with(':') && after.get(1..).and_then(digits).is_some())
    {
        return (full(year, u32::from(month), u32::from(day)), after);
    }
    (Written::Yearless { month, day }, rest)
}

/// Every date in a text, as written, in order.
pub(super) fn find_all(text: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut boundary = true;
    while let Some(c) = rest.chars().next() {
        if boundary
            && c.is_alphanumeric()
            && let Some((written, after)) = read(rest)
        {
            found.push(written);
            rest = after;
            boundary = false;
            continue;
        }
        boundary = !(c.is_alphanumeric() || c == '.' || c == '/');
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    found
}

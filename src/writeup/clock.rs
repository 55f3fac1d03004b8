//! Times of day as people write them: 14:32, 9:05 PM, 10.04, 17h15, 1900 UTC, ??:??.

use super::scan::{digits, starts_word, strip_word};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// Minutes after midnight, up to 1440.
    At(u16),
    /// A placeholder such as `??:??` or `--:--`.
    Unknown,
}

/// A time of day that was read, with what matters to its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClockRead {
    pub(super) clock: Clock,
    /// Written on a twelve-hour clock, with AM or PM.
    pub(super) marked: bool,
    /// Could be something else as well: `10.04`, `17h`, `1900`.
    pub(super) weak: bool,
    /// `10:30ish`.
    pub(super) approximate: bool,
}

/// Reads a time at the start of the text.
pub(super) fn read(text: &str) -> Option<(ClockRead, &str)> {
    placeholder(text)
        .or_else(|| military(text))
        .or_else(|| digital(text))
        .or_else(|| named(text))
}

fn exactly(clock: Clock) -> ClockRead {
    ClockRead {
        clock,
        marked: false,
        weak: false,
        approximate: false,
    }
}

fn placeholder(text: &str) -> Option<(ClockRead, &str)> {
    const FORMS: [&str; 9] = [
        "??:??", "--:--", "HH:MM", "HH:mm", "hh:mm", "XX:XX", "xx:xx", "TT:MM", "tt:mm",
    ];
    let rest = FORMS
        .into_iter()
        .find_map(|form| text.strip_prefix(form))
        .or_else(|| {
            let (_, width, rest) = digits(text)?;
            rest.strip_prefix(":??").filter(|_| width <= 2)
        })?;
    Some((exactly(Clock::Unknown), rest))
}

/// Four digits that say they are a time: `1900 UTC`, `0730Z`, `0900 hrs`.
fn military(text: &str) -> Option<(ClockRead, &str)> {
    let (number, 4, rest) = digits(text)? else {
        return None;
    };
    let unit = rest.trim_start();
    let said = ["UTC", "GMT", "hrs", "hours", "Z", "CET", "CEST", "BST"]
        .into_iter()
        .any(|word| strip_word(unit, word).is_some());
    let clock = minutes(number / 100, number % 100).filter(|_| said)?;
    let rest = ["hrs", "hours"]
        .into_iter()
        .find_map(|word| strip_word(unit, word))
        .unwrap_or(rest);
    let read = ClockRead {
        weak: true,
        ..exactly(clock)
    };
    Some((read, rest))
}

fn digital(text: &str) -> Option<(ClockRead, &str)> {
    let (hour, 1..=2, after_hour) = digits(text)? else {
        return None;
    };
    let (minute, weak, rest) = match minute_part(after_hour) {
        Some(found) => found,
        None => match french_hour(after_hour) {
            Some(rest) => (0, true, rest),
            None => (0, false, after_hour),
        },
    };
    let bare = rest.len() == after_hour.len();
    let (half, rest) = meridiem(rest);
    let rest = ["Uhr", "uur", "hrs", "h"]
        .into_iter()
        .find_map(|unit| strip_word(rest.trim_start(), unit).filter(|_| !bare))
        .unwrap_or(rest);
    if bare && half.is_none() {
        return None;
    }
    if weak && half.is_none() && rest.starts_with(|c: char| c == '.' || c.is_ascii_alphanumeric()) {
        let ish = rest.starts_with("ish");
        if !ish && !rest.starts_with(". ") {
            return None;
        }
    }
    let hour = match half {
        Some(Half::Morning) if hour == 12 => 0,
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        _ => hour,
    };
    let clock = minutes(hour, minute)?;
    let (approximate, rest) = ish(rest);
    let read = ClockRead {
        clock,
        marked: half.is_some(),
        weak,
        approximate,
    };
    Some((read, rest))
}

/// `:32`, `:32:10`, `.04`, `h15`, with seconds and fractions.
fn minute_part(text: &str) -> Option<(u32, bool, &str)> {
    let mut chars = text.chars();
    let separator = chars.next()?;
    if !matches!(separator, ':' | '.' | 'h' | 'H' | '：') {
        return None;
    }
    let (minute, 2, mut rest) = digits(chars.as_str())? else {
        return None;
    };
    if separator == ':' {
        for mark in [':', '.'] {
            if let Some((second, 2, after)) = rest.strip_prefix(mark).and_then(digits)
                && second < 61
            {
                rest = after;
                if let Some((_, _, after)) = rest.strip_prefix(['.', ',']).and_then(digits) {
                    rest = after;
                }
                if let Some((_, 2, after)) = rest.strip_prefix('-').and_then(digits)
                    && !after.starts_with([':', '-', '.'])
                {
                    rest = after;
                }
                break;
            }
        }
        if rest.starts_with(':') && rest.get(1..).and_then(digits).is_some() {
            return None;
        }
    } else if rest.starts_with(['%', '/']) {
        return None;
    }
    Some((minute, separator == '.', rest))
}

/// `17h` standing alone, not the duration `5h 23m`.
fn french_hour(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['h', 'H'])?;
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric());
    let duration = digits(rest.trim_start()).is_some_and(|(_, _, unit)| starts_word(unit, "m"));
    (ends && !duration).then_some(rest)
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn meridiem(text: &str) -> (Option<Half>, &str) {
    const FORMS: [(&str, Half); 6] = [
        ("a.m.", Half::Morning),
        ("p.m.", Half::Afternoon),
        ("am", Half::Morning),
        ("pm", Half::Afternoon),
        ("a", Half::Morning),
        ("p", Half::Afternoon),
    ];
    let unit = text.trim_start_matches(' ');
    let spaced = unit.len() < text.len();
    for (form, half) in FORMS {
        if form.len() == 1 && spaced {
            continue;
        }
        if let Some(head) = unit.get(..form.len())
            && head.eq_ignore_ascii_case(form)
            && let Some(rest) = unit.get(form.len()..)
            && !rest.starts_with(|c: char| c.is_alphanumeric())
        {
            return (Some(half), rest);
        }
    }
    (None, text)
}

fn ish(text: &str) -> (bool, &str) {
    for form in ["ish", " ish", "~"] {
        if let Some(rest) = text.strip_prefix(form)
            && !rest.starts_with(|c: char| c.is_alphanumeric())
        {
            return (true, rest);
        }
    }
    (false, text)
}

fn named(text: &str) -> Option<(ClockRead, &str)> {
    const NAMES: [(&str, u16); 4] = [
        ("noon", 720),
        ("Noon", 720),
        ("midnight", 0),
        ("Midnight", 0),
    ];
    NAMES.into_iter().find_map(|(name, at)| {
        let rest = strip_word(text, name)?;
        let read = ClockRead {
            weak: true,
            ..exactly(Clock::At(at))
        };
        Some((read, rest))
    })
}

fn minutes(hour: u32, minute: u32) -> Option<Clock> {
    let fits = minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
    u16::try_from(hour * 60 + minute)
        .ok()
        .filter(|_| fits)
        .map(Clock::At)
}

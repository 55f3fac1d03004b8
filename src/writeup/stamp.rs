//! The time at the start (or end) of a timeline entry: date, time of day, zone, in any order.

use super::clock::{self, Clock};
use super::dates::{self, Written};
use super::scan::strip_word;
use super::zones::{self, Zone};

/// When something happened, as written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) date: Option<Written>,
    pub(super) clock: Option<Clock>,
    pub(super) zone: Option<Zone>,
    pub(super) approximate: bool,
    /// Written as part of a sentence ("At 10:30 we"), or in a form that may mean something else.
    pub(super) loose: bool,
}

/// A time while it is being read.
#[derive(Default)]
struct Reading {
    stamp: Stamp,
    /// The clock says AM or PM.
    marked: bool,
    /// Date and clock are joined by a `T`.
    iso: bool,
}

impl Stamp {
    /// A clear time of day, not just a date or something that may be a number.
    pub(super) fn is_strict(&self) -> bool {
        self.clock.is_some() && !self.loose
    }

    /// Takes over what is missing from another one.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            date: self.date.or(other.date),
            clock: self.clock.or(other.clock),
            zone: self.zone.or(other.zone),
            approximate: self.approximate || other.approximate,
            ..self
        }
    }
}

/// Whether a line begins with a time of day in a column of its own, as in text from a PDF.
pub(super) fn is_clock_column(line: &str) -> bool {
    let text = line.trim_start();
    clock::read(text).is_some_and(|(read, rest)| {
        line.len() - text.len() < 4 && read.marked && rest.starts_with("   ")
    })
}

/// Words that may stand before a time in a sentence.
const LEAD: [&str; 9] = [
    "at", "on", "by", "between", "from", "before", "after", "um", "kl",
];
const ABOUT: [&str; 12] = [
    "around",
    "about",
    "approx",
    "approximately",
    "approximate",
    "ca",
    "circa",
    "rundt",
    "gegen",
    "vers",
    "roughly",
    "estimated",
];
const UNTIL: [&str; 9] = ["to", "til", "till", "until", "and", "og", "bis", "à", "tot"];

/// Reads a time at the start of the text: the time, how it was written, and what is left to tell.
pub(super) fn leading(text: &str) -> Option<(Stamp, &str, String)> {
    let mut reading = Reading::default();
    let mut taken: Option<&str> = None;
    let mut rest = text;
    let mut until = false;
    for _ in 0..24 {
        let (gap, here) = skip_gap(rest);
        let range = until || gap.contains(['-', '–', '—', '→', '>', '/']);
        if let Some(after) = take(&mut reading, gap, range, here) {
            reading.stamp.approximate |= gap.contains(['~', '≈']);
            until = false;
            taken = Some(after);
            rest = after;
            continue;
        }
        let Some((word, after)) = filler(here) else {
            break;
        };
        match word {
            Filler::Weekday => {}
            Filler::About => reading.stamp.approximate = true,
            Filler::Lead => reading.stamp.loose |= taken.is_none(),
            Filler::Until => until = taken.is_some(),
        }
        rest = after;
    }
    let mut stamp = reading.stamp;
    let rest = closing(&mut stamp, taken?);
    let written = text.get(..text.len() - rest.len())?;
    let told = rebalance(written, rest);
    let told = if told.contains(char::is_alphanumeric) || told.len() > 3 {
        told
    } else {
        String::new()
    };
    Some((stamp, written.trim(), told))
}

/// Reads a time that ends the text, as in "Fault occurs 2020-02-25 07:32".
pub(super) fn trailing(text: &str) -> Option<(String, &str, Stamp)> {
    let trimmed = text
        .trim_end()
        .trim_end_matches(['.', '*', '_', ')', ']', ' ']);
    let from = trimmed.len().saturating_sub(60);
    let mut boundary = true;
    for (at, c) in trimmed.char_indices() {
        if at >= from && boundary && c.is_ascii_alphanumeric() {
            let tail = trimmed.get(at..)?;
            if let Some((stamp, _, rest)) = leading(tail)
                && rest.trim().is_empty()
                && (stamp.date.is_some() || !stamp.loose)
                && stamp.clock.is_some()
            {
                let head = trimmed.get(..at)?.trim_end();
                let head =
                    head.trim_end_matches([':', '-', '–', '—', '(', '[', '*', '_', ' ', ',']);
                let head = ["at", "on", "kl", "kl."]
                    .into_iter()
                    .find_map(|word| head.strip_suffix(word).filter(|h| h.ends_with(' ')))
                    .unwrap_or(head);
                let head = head.trim_end();
                let written = trimmed.get(head.len()..)?.trim();
                return Some((head.trim_start().to_owned(), written, stamp));
            }
        }
        boundary = !(c.is_alphanumeric() || matches!(c, '.' | ':' | '-' | '/'));
    }
    None
}

/// Separators and markup between the parts of a time.
fn skip_gap(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| {
            !matches!(
                c,
                ' ' | '*'
                    | '_'
                    | '`'
                    | '('
                    | ')'
                    | '['
                    | ']'
                    | '{'
                    | '}'
                    | '|'
                    | ':'
                    | ';'
                    | ','
                    | '-'
                    | '–'
                    | '—'
                    | '@'
                    | '~'
                    | '≈'
                    | '→'
                    | '>'
                    | '<'
                    | '"'
                    | '•'
                    | '·'
                    | '/'
            )
        })
        .unwrap_or(text.len());
    // Placeholders begin with characters that otherwise separate.
    let gap = text.get(..end).unwrap_or_default();
    let end = gap.find("--:--").unwrap_or(end);
    text.split_at_checked(end).unwrap_or(("", text))
}

/// Takes one part of a time, if it is the next thing.
fn take<'a>(reading: &mut Reading, gap: &str, range: bool, here: &'a str) -> Option<&'a str> {
    let stamp = &mut reading.stamp;
    if stamp.clock.is_some() && stamp.zone.is_none() {
        let signed = if reading.iso && gap == "-" {
            format!("-{here}")
        } else {
            here.to_owned()
        };
        let named = signed.starts_with(|c: char| matches!(c, '+' | '-') || c.is_alphabetic());
        if named
            && !gap.contains(':')
            && let Some((zone, rest)) = zones::read(&signed)
        {
            stamp.zone = Some(zone);
            return here.get(here.len() - rest.len()..);
        }
    }
    if let Some((written, rest)) = dates::read(here) {
        let numbers_only = matches!(written, Written::Numeric { year: None, .. });
        if stamp.date.is_none() && !(stamp.clock.is_some() && (gap.contains(':') || range)) {
            stamp.date = Some(written);
            stamp.loose |= numbers_only;
            let iso = rest.strip_prefix('T');
            let iso = iso.filter(|time| time.starts_with(|c: char| c.is_ascii_digit()));
            reading.iso = iso.is_some();
            return iso.or(Some(rest));
        }
        if range && !numbers_only {
            return Some(rest);
        }
    }
    let (read, rest) = clock::read(here)?;
    if stamp.clock.is_none() {
        stamp.clock = Some(read.clock);
        reading.marked = read.marked;
        stamp.loose |= read.weak && stamp.date.is_none();
    } else if !range {
        return None;
    } else if let (Some(Clock::At(start)), Clock::At(end)) = (stamp.clock, read.clock)
        && read.marked
        && !reading.marked
        && start + 720 <= end
    {
        // "2:00 - 4:30 PM" means the afternoon twice.
        stamp.clock = Some(Clock::At(start + 720));
    }
    stamp.approximate |= read.approximate;
    Some(rest)
}

/// A word that belongs to a time without being part of it.
enum Filler {
    Weekday,
    About,
    Lead,
    Until,
}

fn filler(here: &str) -> Option<(Filler, &str)> {
    if let Some(rest) = dates::strip_weekday(here) {
        return Some((Filler::Weekday, rest));
    }
    let (word, rest) = super::scan::letters(here);
    let lower = word.to_lowercase();
    let kind = if ABOUT.contains(&lower.as_str()) {
        Filler::About
    } else if LEAD.contains(&lower.as_str()) {
        Filler::Lead
    } else if UNTIL.contains(&lower.as_str()) {
        Filler::Until
    } else {
        return None;
    };
    Some((kind, rest.strip_prefix('.').unwrap_or(rest)))
}

/// Passes what may close a time: brackets, dashes, colons, "(approx)".
fn closing<'a>(stamp: &mut Stamp, rest: &'a str) -> &'a str {
    let mut rest = rest;
    loop {
        let trimmed = rest.trim_start_matches([
            ' ', ')', ']', '}', '|', ':', ';', ',', '-', '–', '—', '→', '⇒',
        ]);
        let trimmed = ["=> ", "> ", ". "]
            .into_iter()
            .find_map(|mark| trimmed.strip_prefix(mark))
            .unwrap_or(trimmed);
        if let Some(after) = about(trimmed) {
            stamp.approximate = true;
            rest = after;
        } else if trimmed.len() == rest.len() {
            return rest;
        } else {
            rest = trimmed;
        }
    }
}

fn about(text: &str) -> Option<&str> {
    [
        "(approx.)",
        "(approx)",
        "(approximately)",
        "(ca.)",
        "(est)",
        "(ish)",
    ]
    .into_iter()
    .find_map(|form| text.strip_prefix(form))
    .or_else(|| {
        ["ca", "ish", "approx", "~"].into_iter().find_map(|form| {
            strip_word(text, form)
                .filter(|rest| rest.is_empty() || rest.starts_with([' ', '.', ',', ':', '*']))
                .map(|rest| rest.strip_prefix('.').unwrap_or(rest))
        })
    })
}

/// Closes markup that began before the time: `**10:30 UTC** text`, `**10:30 text** more`.
fn rebalance(written: &str, rest: &str) -> String {
    for mark in ["**", "__", "~~", "`", "*", "_"] {
        if written.matches(mark).count() % 2 == 1 {
            let after = rest.trim_start();
            return match after.strip_prefix(mark) {
                Some(after) => trim_separators(after).to_owned(),
                None if after.contains(mark) => format!("{mark}{after}"),
                None => after.to_owned(),
            };
        }
    }
    rest.trim().to_owned()
}

fn trim_separators(text: &str) -> &str {
    text.trim_start_matches([' ', ':', ';', ',', '-', '–', '—', '|', '→', ')', ']', '}'])
        .trim_end()
}

//! Everything anchored in the calendar or on the clock.

mod bare;
mod calendar;
mod codes;
mod day;
mod digits;
mod duration;
mod edge;
mod element;
mod hour;
mod lead;
mod packed;
pub(in crate::anonymise) mod phrase;
mod relative;
mod roman;
mod spoken;
mod words;
mod zone;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::token::Shape;

/// Dates and times in all their forms. Each word or number that can begin one is tried once.
/// Durations, percentages, versions and ports stay.
pub(super) fn find(doc: &mut Doc) {
    let mut skip = 0;
    let columns = bare::Columns::of(doc);
    let begins = Looks::TIME.or(Looks::of(Facts::WEEKDAY.or(Facts::MONTH)));
    for i in doc.with(Looks::DIGITS.or(begins)) {
        let token = doc.token(i);
        if token.start < skip {
            continue;
        }
        let found = edge::longer(doc, i, columns);
        let Some((start, end, rule)) = found else {
            continue;
        };
        debug_assert!(codes::ALL.contains(&rule), "{rule} is not documented");
        let end = if rule == "clock-time" {
            with_day(doc, end)
        } else {
            with_clock(doc, end)
        };
        let (start, end) = edge::widened(doc, start, end, rule);
        if doc.claim(start, end, Kind::Time, rule) {
            skip = end;
        }
    }
    zone::find(doc);
}

/// The hashes of the words that a time may begin with, besides numbers, weekdays and months.
pub(super) fn first_words() -> impl Iterator<Item = u64> {
    (phrase::shipped().alone.first_words())
        .chain(relative::KNOWN.hashes())
        .chain(spoken::FIRST.hashes())
        .chain(words::COMPOUND.hashes())
}

/// What begins at token `i`, by its own words.
fn begun(doc: &Doc, i: usize, columns: bare::Columns) -> calendar::Found {
    let found = match doc.token(i).shape {
        Shape::Number | Shape::Code => packed::at(doc, i)
            .or_else(|| digits::at(doc, i))
            .or_else(|| bare::at(doc, i, columns)),
        _ => None,
    };
    found
        .or_else(|| calendar::at(doc, i))
        .or_else(|| spoken::at(doc, i))
}

/// The zone or the day that follows a clock: `midnight UTC`, `22:40 on Sunday`, `9:55 a.m. on May 27`.
fn with_day(doc: &Doc, end: usize) -> usize {
    let next = doc.token_from(end);
    let gap = doc.slice(end, doc.token(next).start);
    let zone = doc.token(next);
    if gap == " " && zone.shape == Shape::Upper && zone.is(Facts::ZONE) && zone.len() > 2 {
        return zone.end;
    }
    if gap == " "
        && let Some(end) = local(doc, next)
    {
        return end;
    }
    let joint = matches!(
        doc.folded(next),
        "on" | "am" | "le" | "el" | "op" | "den" | "em"
    );
    let to = if joint { next + 1 } else { next };
    let near = gap == " " && (!joint || doc.gap(next) == " ") || gap == ", " && !joint;
    let day = doc.token(to);
    if !near
        || !(day.is(Facts::WEEKDAY.or(Facts::MONTH)) || is_day(doc, to) && is_month(doc, to + 1))
    {
        return end;
    }
    let found = match day.shape {
        Shape::Number | Shape::Code => digits::at(doc, to),
        _ => calendar::at(doc, to),
    };
    found
        .filter(|(start, _, rule)| *start == day.start && matches!(*rule, "date" | "weekday"))
        .map_or(end, |(_, end, _)| end)
}

/// The end of `local`, `Eastern time`, `our time`, `São Paulo time` at token `i`.
fn local(doc: &Doc, i: usize) -> Option<usize> {
    let token = doc.token(i);
    let time = |at: usize| {
        let noun = doc.gap(at) == " " && doc.word(at + 1) == "time";
        noun.then(|| doc.token(at + 1).end)
    };
    match doc.word(i) {
        "local" | "LT" | "Eastern" | "Pacific" | "Zulu" | "zulu" => time(i).or(Some(token.end)),
        "Central" | "Mountain" | "our" | "your" | "their" | "my" | "his" | "her" => time(i),
        _ if token.is(Facts::PLACE) && token.is_capital() => time(i),
        _ => None,
    }
}

/// A time that follows a date, a zone that follows a time: one span.
fn with_clock(doc: &Doc, end: usize) -> usize {
    let rest = doc.ahead(end, 40);
    let joined = [
        "T", " ", ", ", " at ", " um ", " à ", " a las ", " às ", " om ", " kl. ", " klo ", ":",
        " - ", " – ",
    ]
    .iter()
    .filter(|joint| rest.starts_with(**joint))
    .filter_map(|joint| digits::clock(doc, end + joint.len()))
    .max();
    let told = [" klo ", " kl. ", " kl ", " um ", " om "]
        .iter()
        .find_map(|joint| {
            rest.starts_with(*joint)
                .then(|| digits::dotted(doc, end + joint.len()))
                .flatten()
        });
    // Sat night, 22.10
    let dotted = [", ", " ", " at "].iter().find_map(|joint| {
        let at = doc.token_from(end);
        let next = doc.slice(end, doc.token(at).start) == *joint;
        let next = if *joint == " at " && rest.starts_with(" at ") {
            Some(at + 1)
        } else {
            next.then_some(at)
        };
        let hour = next.filter(|hour| bare::is_dotted(doc, *hour))?;
        Some(doc.token(hour + 1).end)
    });
    let end = joined.or(told).or(dotted).unwrap_or(end);
    // Sun Oct 01 23:59:59 CEST 2023
    let next = doc.token_from(end);
    if joined.is_some() && doc.slice(end, doc.token(next).start) == " " && is_year(doc, next) {
        let zone = doc.token(next + 1);
        if matches!(doc.gap(next), " +" | " -") && zone.shape == Shape::Number && zone.len() == 4 {
            return zone.end;
        }
        if doc.gap(next) == " " && zone.shape == Shape::Upper && zone.is(Facts::ZONE) {
            zone.end
        } else {
            doc.token(next).end
        }
    } else {
        end
    }
}

/// Whether the token is a number between `low` and `high`.
fn number(doc: &Doc, i: usize, low: u32, high: u32) -> bool {
    doc.token(i).shape == Shape::Number
        && doc
            .word(i)
            .parse()
            .is_ok_and(|n: u32| (low..=high).contains(&n))
}

fn is_year(doc: &Doc, i: usize) -> bool {
    doc.token(i).len() == 4 && number(doc, i, 1950, 2049)
}

/// `1`, `01`, `1st`, `2nd`, `3.`, `1er`, without the dot.
fn is_day(doc: &Doc, i: usize) -> bool {
    let word = doc.word(i);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = word.get(digits.len()..).unwrap_or_default();
    matches!(
        suffix,
        "" | "st" | "nd" | "rd" | "th" | "er" | "re" | "e" | "ST" | "ND" | "RD" | "TH"
    ) && digits.len() <= 2
        && digits.parse::<u32>().is_ok_and(|n| (1..=31).contains(&n))
}

fn is_month(doc: &Doc, i: usize) -> bool {
    doc.token(i).is(Facts::MONTH)
}

/// Whether token `i + 1` follows token `i` with one of `gaps` between.
fn follows(doc: &Doc, i: usize, gaps: &[&str]) -> bool {
    doc.token(i + 1).shape != Shape::None && gaps.contains(&doc.gap(i))
}

#[cfg(test)]
mod tests;

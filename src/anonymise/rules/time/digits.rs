//! Dates and times that begin with a digit.

use super::day::{alone, named, short};
use std::sync::LazyLock;

use regex::Regex;

use super::super::pattern;
use super::duration::is_duration;
use super::lead::Lead;
use super::number;
use super::packed::trailing_clock;
use super::roman;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::token::Shape;

pub(super) type Found = Option<(usize, usize, &'static str)>;

const ZONE: &str = r"(?:\s?(?:Z\b|[ (]?(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}\b|[+-]\d{2}\b|\(?(?:UTC|GMT|CES?T|EES?T|WES?T|MSK|BST|IST|JST|KST|SGT|HKT|PHT|ICT|IDT|WITA?|WIB|PKT|EAT|WAT|CAT|SAST|A[EC][SD]T|AWST|NZ[SD]T|[ECMP][SD]?T|AK[SD]T|HST|BRT|ART|CLS?T|COT|NPT|TRT|GST|ADT|BOT|UYT|MYT|MESZ|MEZ)\b\)?))";

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:(?:0?[1-9]|1[0-2]):[0-5]\d[ap]\b|[0-2]\d:(?:[0-5]\d[AB]|xx)\b|(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-6]\d(?:[.,:]\d{{1,9}})?)?(?:\s?h\b|ish\b)?|[.:][0-5]\d(?:\s?[AaPp]\.?[Mm]\b\.?)|\s?[hu]\s?[0-5]\d\b(?:\s?m(?:in)?\b)?|h(?:00)?\b|[.:][0-5]\d(?:[.:][0-5]\d)?\s?(?:Uhr|uur|u\.|hrs?|hours|horas)\b|ish\b|\s(?:Uhr|uur|o['’]clock)\b)|(?:[01]\d|2[0-3])\.[0-5]\dh\b|(?:0?[1-9]|1[0-2])(?:[.:][0-5]\d(?::[0-6]\d)?)?\s?[AaPp]\.?[Mm]\b\.?|(?:[01]\d|2[0-3])[0-5]\d\s?(?:h|hrs?|hours|Z|UTC|GMT|z)\b)(?:\s?[AaPp]\.?[Mm]\b\.?)?{ZONE}?"
    ))
});
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:19|20)\d{2}([-/._])(?:1[0-2]|0?[1-9])[-/._](?:[12]\d|3[01]|0?[1-9])|(?:[12]\d|3[01]|0?[1-9])([-/.])\s?(?:1[0-2]|0?[1-9])[-/.]\s?(?:(?:19|20)\d{2}|\d{2})|(?:1[0-2]|0?[1-9])/(?:[12]\d|3[01]|0?[1-9])/(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}[-/ ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[-/ ]\d{1,2}|\d{1,2}[-/]?(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[-/]?\d{2,4})",
    )
});
static COMPACT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[T_-]?(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:Z|[+-]\d{4})?)?\b",
    )
});
static WEEK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:19|20)\d{2}[- ]?(?:W|KW|CW|Q|H|S)[- ]?\d{1,2}(?:-[1-7])?|[1-4]Q\d{2}|[12]H\d{2})\b",
    )
});

pub(super) fn at(doc: &Doc, i: usize) -> Found {
    let start = doc.token(i).start;
    let before = doc.byte_before(start);
    // Inside a version, an address, a path or an identifier nothing begins, but a date may follow
    // a letter in `dt=2024-02-06` or a bracket.
    if matches!(before, b'.' | b':' | b'$')
        && doc
            .byte_before(start.saturating_sub(1))
            .is_ascii_alphanumeric()
        && before != b':'
    {
        // log.2023-12-15.gz
        return date(doc, i).filter(|(start, ..)| {
            before == b'.'
                && matches!(doc.before(i).shape, Shape::Lower | Shape::Mixed)
                && doc.byte(*start + 4) == b'-'
        });
    }
    date(doc, i)
        .or_else(|| named(doc, i))
        .or_else(|| roman::at(doc, i))
        .or_else(|| time(doc, i))
        .or_else(|| short(doc, i))
        .or_else(|| alone(doc, i))
}

/// The end of `9.47` or `9:47` where the word before says that it is a time.
pub(super) fn dotted(doc: &Doc, start: usize) -> Option<usize> {
    let digits = |at: usize| doc.byte(at).is_ascii_digit();
    let hour = usize::from(digits(start)) + usize::from(digits(start) && digits(start + 1));
    let at = start + hour;
    let fits = hour > 0
        && matches!(doc.byte(at), b'.' | b':')
        && digits(at + 1)
        && digits(at + 2)
        && !digits(at + 3);
    fits.then_some(at + 3)
}

/// The end of the clock time at `start`, with its zone.
pub(super) fn clock(doc: &Doc, start: usize) -> Option<usize> {
    let ahead = doc.ahead(start, 48);
    if !Lead::of(ahead).may_be_clock() {
        return None;
    }
    let found = CLOCK.find(ahead)?;
    let end = start + found.end();
    let next = doc.byte(end);
    let runs_on = next.is_ascii_digit()
        || next.is_ascii_alphabetic() && doc.byte(end.saturating_sub(1)).is_ascii_alphanumeric()
        || matches!(next, b':' | b'%') && doc.byte(end + 1).is_ascii_digit();
    let bare_hours = found.as_str().bytes().filter(u8::is_ascii_digit).count() <= 2
        && found.as_str().ends_with('h');
    (!runs_on && !bare_hours).then(|| {
        let text = found.as_str();
        end - (text.len() - text.trim_end_matches([' ', '(']).len())
    })
}

#[expect(clippy::too_many_lines, reason = "lists of words, one a line")]
fn time(doc: &Doc, i: usize) -> Found {
    let start = doc.token(i).start;
    let before = doc.byte_before(start);
    // 10.0.0.1:6432, main.go:12:34, -v1:30
    if matches!(before, b':' | b'.' | b'-' | b'_' | b'#')
        && doc
            .byte_before(start.saturating_sub(1))
            .is_ascii_alphanumeric()
    {
        return None;
    }
    let cue = doc.folded(i.wrapping_sub(1));
    let told = doc.gap_before(i).trim_start_matches('.') == " "
        && matches!(
            cue,
            "at" | "kl"
                | "klo"
                | "klokka"
                | "klokken"
                | "um"
                | "gegen"
                | "a"
                | "as"
                | "las"
                | "om"
                | "vers"
                | "ab"
                | "by"
                | "until"
                | "till"
                | "around"
                | "from"
                | "before"
                | "after"
                | "since"
                | "bis"
                | "seit"
                | "rond"
                | "ca"
                | "desde"
                | "cerca"
                | "das"
                | "dalle"
                | "entre"
                | "ate"
                | "de"
        );
    if told && doc.token(i).shape == Shape::Number && clock(doc, start).is_none() {
        let strict = matches!(
            cue,
            "kl" | "klo" | "klokka" | "klokken" | "um" | "om" | "las" | "as"
        );
        let hour = number(doc, i, 0, 24);
        if let Some(end) = dotted(doc, start).filter(|_| strict && hour) {
            return Some((start, end, "clock-time"));
        }
        // "at 0412", "um 14", "kl 9"
        let military =
            doc.token(i).len() == 4 && doc.word(i).starts_with('0') && number(doc, i, 0, 959);
        let ends = !doc.gap(i).starts_with(['.', ',', '%']) || doc.gap(i).len() > 1;
        // "a las 23 familias"
        let next = doc.token(i + 1);
        let counted =
            doc.gap(i) == " " && next.shape == Shape::Lower && doc.word(i + 1).ends_with('s');
        if ends
            && !counted
            && (military || matches!(cue, "kl" | "klo" | "klokka" | "klokken" | "las") && hour)
            && !doc.glued(i)
        {
            return Some((start, doc.token(i).end, "clock-time"));
        }
    }
    // "14 bis 15.20 Uhr", "das 9h às 10h30"
    let joint = doc.folded(i + 1);
    if number(doc, i, 0, 24)
        && doc.gap(i) == " "
        && matches!(
            joint,
            "bis" | "to" | "a" | "as" | "tot" | "til" | "und" | "and" | "e" | "y" | "et" | "en"
        )
        && let Some(end) = clock(doc, doc.token(i + 2).start)
        && doc
            .slice(doc.token(i + 2).start, end)
            .contains(['U', 'u', 'h', 'm'])
        && !is_duration(doc, i, end)
        && !doc.ahead(end, 5).starts_with(" min")
    {
        return Some((start, end, "clock-time"));
    }
    // "9-10 pm", "from 9 to 10am"
    if number(doc, i, 1, 12) && matches!(doc.gap(i), "-" | "–" | " to " | " – " | " - ")
        || number(doc, i, 1, 12) && doc.word(i + 1) == "to"
    {
        let next = if doc.word(i + 1) == "to" {
            i + 2
        } else {
            i + 1
        };
        let end = clock(doc, doc.token(next).start);
        if let Some(end) = end.filter(|end| {
            doc.slice(*end - 2, *end).eq_ignore_ascii_case("pm")
                || doc.slice(*end - 2, *end).eq_ignore_ascii_case("am")
        }) {
            return Some((start, end, "clock-time"));
        }
    }
    // "0430 local"
    if doc.token(i).len() == 4
        && number(doc, i, 0, 2359)
        && doc.gap(i) == " "
        && matches!(doc.word(i + 1), "local" | "zulu")
    {
        return Some((start, doc.token(i + 1).end, "clock-time"));
    }
    // "às 14h", "vers 9h"
    let hours = doc
        .word(i)
        .strip_suffix('h')
        .filter(|n| n.len() <= 2 && n.parse::<u32>().is_ok_and(|n| n <= 24));
    if told
        && hours.is_some()
        && (doc.language != Language::English
            || matches!(cue, "at" | "until" | "vers" | "as" | "las"))
        && (cue != "de" || doc.gap(i) == " " && matches!(doc.folded(i + 1), "a" | "as"))
    {
        return Some((start, doc.token(i).end, "clock-time"));
    }
    let end = clock(doc, start)?;
    if is_duration(doc, i, end) {
        return None;
    }
    let text = doc.slice(start, end);
    // 16:9 is no clock, and 1h 22m or 11 min 40 s is a duration.
    let hours_minutes =
        text.contains('h') && text.contains('m') && !text.contains("am") && !text.contains("pm");
    let duration = hours_minutes
        || text.contains('h') && !text.contains("hrs") && {
            let rest = doc.ahead(end, 12);
            rest.starts_with(" min") || rest.starts_with("m ") || rest.starts_with("min")
        };
    (!duration).then_some((start, end, "clock-time"))
}

pub(super) fn date(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let start = token.start;
    let before = doc.byte_before(start);
    let ahead = doc.ahead(start, 40);
    let lead = Lead::of(ahead);
    if lead.may_be_date()
        && let Some(found) = DATE.find(ahead)
    {
        let end = start + found.end();
        // 2.8.1 and 1.2.24 are versions, 24/7 is not a date.
        let text = found.as_str();
        let dotted = text.contains('.') && !text.contains(' ');
        let year_four = text
            .split(|c: char| !c.is_ascii_digit())
            .any(|part| part.len() == 4);
        let two_dots = dotted
            && !year_four
            && !(text.len() == 8 || doc.language != Language::English || listed(doc, i));
        let dashed_short = text.contains('-') && !year_four && !text.contains(char::is_alphabetic);
        let next = doc.byte(end);
        let longer = matches!(next, b'.' | b'-' | b'/') && doc.byte(end + 1).is_ascii_digit();
        let named = matches!(
            doc.folded(i.wrapping_sub(1)),
            "version" | "release" | "chart" | "firmware" | "v" | "tag" | "build"
        ) && dotted;
        let version = named || before == b'v' || matches!(before, b'-' | b'/' | b'.') && dotted;
        let tagged = dotted && next == b'-' && doc.byte(end + 1).is_ascii_alphabetic();
        // 24-03-14 02:11:07
        let dashed_short =
            dashed_short && !(doc.byte(end) == b' ' && clock(doc, end + 1).is_some());
        let number = two_dots || tagged || dashed_short || version || longer && dotted;
        if !next.is_ascii_digit() && !number && !next.is_ascii_alphabetic() || next == b'T' {
            return Some((start, trailing_clock(doc, end).unwrap_or(end), "date"));
        }
    }
    // 240314 02:11
    if token.shape == Shape::Number
        && token.len() == 6
        && doc.byte(token.end) == b' '
        && !doc.glued(i)
        && let Some(end) = clock(doc, token.end + 1)
        && is_packed_day(doc.word(i))
    {
        return Some((start, end, "date"));
    }
    if lead.may_be_week()
        && let Some(found) = WEEK.find(ahead)
    {
        return Some((start, start + found.end(), "week-or-quarter"));
    }
    let stamp =
        token.len() == 8 || token.len() == 14 || token.shape == Shape::Code && token.len() >= 13;
    if stamp
        && token.len() <= 16
        && let Some(found) = COMPACT.find(ahead)
    {
        return Some((start, start + found.end(), "date"));
    }
    epoch(doc, i)
}

/// `240314`: year, month and day in two digits each.
fn is_packed_day(word: &str) -> bool {
    let part = |from: usize| word.get(from..from + 2).and_then(|n| n.parse::<u32>().ok());
    part(0).is_some_and(|year| (10..40).contains(&year))
        && part(2).is_some_and(|month| (1..=12).contains(&month))
        && part(4).is_some_and(|day| (1..=31).contains(&day))
}

/// `14.3.24` where the day is no month, nothing before it is a technology, and a word or a cell says
/// that it is a date.
fn listed(doc: &Doc, i: usize) -> bool {
    let cue = matches!(
        doc.folded(i.wrapping_sub(1)),
        "on" | "of" | "since" | "until" | "by" | "from" | "and" | "till" | "date" | "dated" | "due"
    );
    let year = doc.token(i + 2).len() == 2 && number(doc, i + 2, 15, 39);
    year && number(doc, i, 13, 31) && (cue || doc.gap_before(i).trim_end().ends_with('|'))
}

/// Seconds or milliseconds since 1970, where the text says that it is a time.
fn epoch(doc: &Doc, i: usize) -> Found {
    const CUES: &[&str] = &[
        "time",
        "ts",
        "epoch",
        "exp",
        "iat",
        "nbf",
        "at",
        "since",
        "until",
        "timestamp",
        "start",
        "end",
        "date",
        "when",
        "created",
        "updated",
    ];
    let token = doc.token(i);
    if token.shape != Shape::Number
        || !matches!(token.len(), 10 | 13 | 16 | 19)
        || !matches!(doc.word(i).as_bytes().first(), Some(b'1'))
    {
        return None;
    }
    let near = (1..=3).any(|back| {
        let word = doc.folded(i.wrapping_sub(back));
        CUES.iter()
            .any(|cue| word == *cue || word.ends_with(cue) && cue.len() > 3)
    });
    // Milliseconds of our years: nothing else is so long and begins so.
    let recent = token.len() == 13
        && !doc.glued(i)
        && matches!(doc.word(i).as_bytes().get(1), Some(b'5'..=b'8'));
    let fraction = doc.ahead(token.end, 8);
    let digits = fraction
        .strip_prefix('.')
        .map_or(0, |f| f.bytes().take_while(u8::is_ascii_digit).count());
    let end = if digits > 0 {
        token.end + 1 + digits
    } else {
        token.end
    };
    (near || recent || doc.byte_before(token.start) == b'[' && doc.byte(end) == b']').then_some((
        token.start,
        end,
        "epoch",
    ))
}

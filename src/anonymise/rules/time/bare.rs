//! Clock times that are nothing but digits, where the text around says that they are times: a column
//! of `0312` at the beginnings of lines, `at 6`, `3 in the morning`, `at :47`.

use super::calendar::Found;
use super::hour::is_level;
use super::number;
use super::words::{ends_clause, part_follows};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

const RULE: &str = "clock-time";

/// How many lines must begin with such a clock before it is one.
const COLUMN: usize = 3;

/// How clocks and days are written in this text.
#[derive(Clone, Copy, Default)]
pub(super) struct Columns {
    packed: bool,
    /// `12.50` is a clock.
    dotted: bool,
    /// `3/4` at the beginning of a line is a day.
    slashed: bool,
}

impl Columns {
    pub(super) fn of(doc: &Doc) -> Self {
        let (mut packed, mut dotted, mut slashed) = (0, 0, 0);
        for i in doc.digits() {
            let token = doc.token(i);
            if token.shape != Shape::Number || token.len() > 4 {
                continue;
            }
            if token.line {
                packed += usize::from(is_packed(doc, i));
                slashed += usize::from(is_slashed(doc, i));
                let ends = matches!(doc.byte(doc.token(i + 1).end), b':' | b'*' | b',');
                let sure = if ends { COLUMN } else { 1 };
                dotted += usize::from(is_dotted(doc, i)) * sure;
            } else if token.len() < 3 && doc.byte(token.end) == b'.' && is_dotted(doc, i) {
                let said = matches!(doc.folded(i + 2), "uur" | "uhr" | "hrs" | "klokken");
                dotted += usize::from(said && doc.gap(i + 1) == " ") * COLUMN;
                // Two that words of time lead to are as good as one that says so itself.
                dotted += usize::from(led(doc, i)) * 2;
            }
        }
        Self {
            packed: packed >= COLUMN,
            dotted: dotted >= COLUMN,
            slashed: slashed >= COLUMN,
        }
    }
}

/// Whether the words before token `i` lead to a time: `at`, `between`, `until nearly`.
fn led(doc: &Doc, i: usize) -> bool {
    let near = matches!(doc.gap_before(i), " " | "\n" | " ~");
    let before = i.wrapping_sub(1);
    near && match doc.folded(before) {
        "at" => !is_level(doc, before),
        "between" | "until" | "till" | "by" | "since" | "around" | "said" | "before" | "after"
        | "um" | "gegen" | "ab" | "bis" | "seit" | "om" | "rond" | "tot" | "vanaf" | "vers"
        | "van" | "von" | "fra" | "las" | "kl" | "klokka" | "start" | "about" | "from" | "to"
        | "and" | "or" | "of" => true,
        _ => doc.token(before).is(Facts::WEEKDAY),
    }
}

/// `3/4`: a day and a month at the beginning of a line.
fn is_slashed(doc: &Doc, i: usize) -> bool {
    let either = number(doc, i, 1, 12) && number(doc, i + 1, 1, 31)
        || number(doc, i, 1, 31) && number(doc, i + 1, 1, 12);
    either
        && doc.gap(i) == "/"
        && matches!(
            doc.byte(doc.token(i + 1).end),
            b'.' | b',' | b':' | b' ' | b'*'
        )
        && !doc.gap(i + 1).starts_with(" of ")
}

/// `0312`: hours and minutes in four digits, with a space or a sign behind them.
fn is_packed(doc: &Doc, i: usize) -> bool {
    let word = doc.word(i);
    let part = |from: usize| word.get(from..from + 2).and_then(|n| n.parse::<u32>().ok());
    doc.token(i).shape == Shape::Number
        && word.len() == 4
        && part(0).is_some_and(|h| h < 24)
        && part(2).is_some_and(|m| m < 60)
        && (matches!(
            doc.byte(doc.token(i).end),
            b' ' | b':' | b',' | b'\t' | b'-' | b'\n' | b'*'
        ) || doc.byte(doc.token(i).end) == b'.'
            && !doc.byte(doc.token(i).end + 1).is_ascii_digit())
        && !is_plural(doc, i + 1)
}

/// What is counted: `0312 rows`.
fn is_plural(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    token.shape == Shape::Lower
        && token.is(Facts::TECH_NOUN.or(Facts::BUSINESS))
        && doc.word(i).ends_with('s')
}

/// `14.02`: hours and minutes with a dot, and no unit behind them.
pub(super) fn is_dotted(doc: &Doc, i: usize) -> bool {
    let end = doc.token(i + 1).end;
    let next = doc.token(i + 2);
    let unit = doc.gap(i + 1) == " "
        && (next.is(Facts::TECH_NOUN.or(Facts::BUSINESS)) && next.shape != Shape::Capital
            || next.len() <= 2 && !ends_clause(doc, i + 1));
    number(doc, i, 0, 23)
        && doc.gap(i) == "."
        && doc.token(i + 1).len() == 2
        && number(doc, i + 1, 0, 59)
        && !matches!(
            doc.byte_before(doc.token(i).start),
            b'.' | b'-' | b'v' | b'/' | b'$' | b':'
        )
        && (matches!(
            doc.byte(end),
            b' ' | b':' | b',' | b'\t' | b'\n' | b')' | b';' | b'*' | b'?' | 0
        ) || doc.byte(end) == b'.' && !doc.byte(end + 1).is_ascii_digit())
        && !unit
}

pub(super) fn at(doc: &Doc, i: usize, columns: Columns) -> Found {
    let token = doc.token(i);
    if token.shape != Shape::Number {
        return None;
    }
    let leads = token.line || token.opens || led(doc, i);
    if leads && columns.packed && is_packed(doc, i) {
        return Some((token.start, token.end, RULE));
    }
    if doc.byte(token.end) == b'.' && token.len() < 3 && is_dotted(doc, i) {
        let minutes = doc.word(i + 1);
        let round = minutes.ends_with(['0', '5']) && ends_clause(doc, i + 1);
        let told = doc.folded(i.wrapping_sub(1)) == "at" && led(doc, i) && round;
        let english = doc.language == Language::English;
        if leads && columns.dotted || told && english || part_follows(doc, i + 1) {
            return Some((token.start, doc.token(i + 1).end, RULE));
        }
    }
    if token.line && columns.slashed && is_slashed(doc, i) {
        return Some((token.start, doc.token(i + 1).end, "date"));
    }
    minute(doc, i)
        .or_else(|| morning(doc, i))
        .or_else(|| hour(doc, i))
        .or_else(|| stamp(doc, i))
}

/// `at :47`: the minute of an hour that was said before.
fn minute(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let told = doc.gap_before(i) == " :"
        && token.len() == 2
        && number(doc, i, 0, 59)
        && matches!(
            doc.folded(i.wrapping_sub(1)),
            "at" | "by" | "around" | "until" | "about" | "the"
        );
    told.then_some((token.start, token.end, RULE))
}

/// `3 in the morning`, `11 at night`.
fn morning(doc: &Doc, i: usize) -> Found {
    if !number(doc, i, 1, 12) || doc.gap(i) != " " {
        return None;
    }
    let (a, b, c) = (doc.folded(i + 1), doc.folded(i + 2), doc.folded(i + 3));
    let last = match (a, b) {
        ("in", "the") if matches!(c, "morning" | "afternoon" | "evening") => i + 3,
        ("at", "night") | ("da", "manha" | "tarde" | "noite") | ("du", "matin" | "soir") => i + 2,
        ("de", "la") if matches!(c, "manana" | "tarde" | "noche" | "madrugada") => i + 3,
        _ => return None,
    };
    Some((doc.token(i).start, doc.token(last).end, RULE))
}

/// `started at 6`, `at 6 we rolled back`.
fn hour(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    if doc.language != Language::English
        || !number(doc, i, 1, 12)
        || token.len() > 2
        || doc.gap_before(i) != " "
    {
        return None;
    }
    let sign = matches!(doc.byte(token.end), b',' | b';' | b')' | b'\n')
        || doc.byte(token.end) == b'.' && !doc.byte(token.end + 1).is_ascii_digit();
    if matches!(doc.folded(i.wrapping_sub(1)), "till" | "until") && sign {
        return Some((token.start, token.end, RULE));
    }
    if doc.folded(i.wrapping_sub(1)) != "at" {
        return None;
    }
    let before = doc.folded(i.wrapping_sub(2));
    let day = doc.token(i.wrapping_sub(2)).is(Facts::WEEKDAY);
    let done = before.ends_with("ed") && !is_level(doc, i.wrapping_sub(1));
    let began = day
        || done
        || matches!(
            before,
            "started"
                | "began"
                | "ended"
                | "finished"
                | "meet"
                | "back"
                | "up"
                | "call"
                | "sync"
                | "met"
                | "meeting"
                | "joined"
                | "broke"
                | "died"
                | "out"
                | "home"
                | "page"
                | "paged"
                | "standup"
                | "in"
                | "on"
                | "merges"
                | "runs"
                | "comes"
                | "came"
                | "goes"
                | "went"
                | "left"
                | "arrives"
                | "woke"
                | "rang"
                | "here"
                | "there"
                | "ready"
                | "due"
                | "again"
                | "starts"
                | "opens"
                | "opened"
                | "closed"
                | "closes"
        );
    let clause = doc.gap(i) == " "
        && matches!(
            doc.folded(i + 1),
            "we" | "i"
                | "he"
                | "she"
                | "they"
                | "when"
                | "sharp"
                | "today"
                | "exactly"
                | "and"
                | "because"
                | "by"
                | "each"
                | "every"
                | "on"
        );
    let ends = matches!(
        doc.byte(token.end),
        b'\n' | b',' | b';' | b'?' | b'!' | b')' | 0
    ) || doc.byte(token.end) == b'.' && !doc.byte(token.end + 1).is_ascii_digit();
    (clause && !doc.gap(i).contains('.') || began && ends).then_some((token.start, token.end, RULE))
}

/// Seconds since 1970 at the beginning of a line of a log, and behind `@`.
fn stamp(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let line = token.line && matches!(doc.byte(token.end), b'.' | b' ' | b'\t');
    let marked = doc.byte_before(token.start) == b'@' && doc.gap_before(i).len() > 1;
    let recent = matches!(token.len(), 10 | 13)
        && doc.word(i).starts_with('1')
        && doc
            .word(i)
            .as_bytes()
            .get(1)
            .is_some_and(|b| (b'3'..=b'9').contains(b));
    if !(recent && (line || marked)) {
        return None;
    }
    let fraction = usize::from(doc.gap(i) == "." && doc.token(i + 1).shape == Shape::Number);
    Some((token.start, doc.token(i + fraction).end, "epoch"))
}

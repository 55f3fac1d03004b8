//! Clock times that are nothing but digits, where the text around says that they are times: a column
//! of `0312` at the beginnings of lines, `at 6`, `3 in the morning`, `at :47`.

use super::calendar::Found;
use super::number;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

const RULE: &str = "clock-time";

/// How many lines must begin with such a clock before it is one.
const COLUMN: usize = 3;

/// How lines of a timeline begin in this text.
#[derive(Clone, Copy, Default)]
pub(super) struct Columns {
    packed: bool,
    dotted: bool,
}

impl Columns {
    pub(super) fn of(doc: &Doc) -> Self {
        let (mut packed, mut dotted) = (0, 0);
        for i in doc.digits().filter(|i| doc.token(*i).line) {
            packed += usize::from(is_packed(doc, i));
            dotted += usize::from(is_dotted(doc, i));
        }
        Self {
            packed: packed >= COLUMN,
            dotted: dotted >= COLUMN,
        }
    }
}

/// `0312`: hours and minutes in four digits, with a space or a sign behind them.
fn is_packed(doc: &Doc, i: usize) -> bool {
    let word = doc.word(i);
    let part = |from: usize| word.get(from..from + 2).and_then(|n| n.parse::<u32>().ok());
    doc.token(i).shape == Shape::Number
        && word.len() == 4
        && part(0).is_some_and(|h| h < 24)
        && part(2).is_some_and(|m| m < 60)
        && matches!(
            doc.byte(doc.token(i).end),
            b' ' | b':' | b',' | b'\t' | b'-'
        )
        && !is_plural(doc, i + 1)
}

/// What is counted: `0312 rows`.
fn is_plural(doc: &Doc, i: usize) -> bool {
    doc.token(i).is(Facts::TECH_NOUN.or(Facts::BUSINESS)) && doc.word(i).ends_with('s')
}

/// `14.02`: hours and minutes with a dot.
fn is_dotted(doc: &Doc, i: usize) -> bool {
    number(doc, i, 0, 23)
        && doc.gap(i) == "."
        && doc.token(i + 1).len() == 2
        && number(doc, i + 1, 0, 59)
        && matches!(doc.byte(doc.token(i + 1).end), b' ' | b':' | b',' | b'\t')
        && !is_plural(doc, i + 2)
}

pub(super) fn at(doc: &Doc, i: usize, columns: Columns) -> Found {
    let token = doc.token(i);
    if token.shape != Shape::Number {
        return None;
    }
    if token.line && columns.packed && is_packed(doc, i) {
        return Some((token.start, token.end, RULE));
    }
    if token.line && columns.dotted && is_dotted(doc, i) {
        return Some((token.start, doc.token(i + 1).end, RULE));
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
        || doc.folded(i.wrapping_sub(1)) != "at"
        || doc.gap_before(i) != " "
    {
        return None;
    }
    let began = matches!(
        doc.folded(i.wrapping_sub(2)),
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
        );
    let ends = matches!(doc.byte(token.end), b'\n' | b',' | b';' | 0)
        || doc.byte(token.end) == b'.' && !doc.byte(token.end + 1).is_ascii_digit();
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

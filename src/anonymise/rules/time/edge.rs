//! The words around a time that belong to it: `early Tuesday`, `the week of 11 March`, `kl. 14.05`.

use super::bare::Columns;
use super::begun;
use super::calendar::Found;
use super::phrase::{Table, shipped};
use super::words::ends_clause;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

/// The longer of what begins at token `i` by its own words and a phrase that begins there.
pub(super) fn longer(doc: &Doc, i: usize, columns: Columns) -> Found {
    let found = begun(doc, i, columns);
    let token = doc.token(i);
    if !shipped().alone.may_begin(&token) {
        return found;
    }
    if token.shape == Shape::Upper && token.len() > 5
        || doc.glued(i) && !matches!(doc.byte(token.end), b'-' | b'/')
    {
        return found;
    }
    let Some((last, phrase)) = shipped().alone.at(doc, i) else {
        return found;
    };
    let end = doc.token(last).end;
    let own = i + phrase.context;
    let start = doc.token(own).start;
    // Behind words that only lead to it the time itself may be longer.
    let found = if phrase.context > 0 {
        found.or_else(|| begun(doc, own, columns))
    } else {
        found
    };
    let named = phrase.rule == "holiday" && is_name(doc, i, last);
    match found {
        Some((_, known, _)) if known >= end => found,
        _ if named => found,
        _ => {
            let rule = if phrase.rule == "occasion" {
                "holiday"
            } else {
                phrase.rule
            };
            Some((start, end, rule))
        }
    }
}

/// A single word may be a name, too (Eid, Noël, Pascua): it is one beside a surname.
fn is_name(doc: &Doc, i: usize, last: usize) -> bool {
    let next = doc.token(last + 1);
    i == last
        && next.shape == Shape::Capital
        && doc.gap(last) == " "
        && next.is(Facts::SURNAME)
        && !next.is(Facts::COMMON)
}

/// `start..end` with the words before and after it that belong to it.
pub(super) fn widened(doc: &Doc, start: usize, end: usize, rule: &str) -> (usize, usize) {
    if rule == "epoch" {
        return (start, end);
    }
    let phrases = shipped();
    let first = doc.token_from(start);
    let mut from = start;
    if doc.token(first).start == start {
        from = (1..=5)
            .rev()
            .find_map(|back| {
                let i = first.checked_sub(back)?;
                let (last, _) = phrases.before.at(doc, i)?;
                let gap = doc.gap(first - 1);
                let begin = doc.token(i).start;
                ((last + 1 == first || last == first)
                    && matches!(gap, " " | "\n" | "-" | ". ")
                    && clock_word(doc, i, rule)
                    && doc.is_free(begin, start))
                .then_some(begin)
            })
            .unwrap_or(start);
    }
    if from == start && matches!(rule, "clock-time" | "date") && short_weekday(doc, first) {
        from = doc.before(first).start;
    }
    if from == start && article(doc, first, end, rule) {
        from = doc.before(first).start;
    }
    let mut to = end;
    for table in [
        Some(&phrases.after),
        matches!(rule, "month" | "week-or-quarter").then_some(&phrases.after_month),
    ]
    .into_iter()
    .flatten()
    {
        to = to.max(after(doc, table, end, rule).unwrap_or(end));
    }
    (from, to)
}

/// Whether `the` before token `first` belongs to the time: `on the Monday`, `the 1st of April`; not
/// `the Easter promotion`.
fn article(doc: &Doc, first: usize, end: usize, rule: &str) -> bool {
    let before = doc.before(first);
    if doc.gap_before(first) != " "
        || doc.folded(first.wrapping_sub(1)) != "the"
        || !doc.is_free(before.start, before.end)
    {
        return false;
    }
    let last = doc.token_from(end).saturating_sub(1);
    match rule {
        "weekday" | "holiday" | "relative-date" | "season" | "week-or-quarter" => {
            ends_clause(doc, last)
        }
        "date" => doc.token(first).shape == Shape::Code && doc.token(first).len() <= 4,
        _ => false,
    }
}

/// `Mi 22:10`, `zo 14/3`: a weekday of two letters before token `i`.
pub(super) fn short_weekday(doc: &Doc, i: usize) -> bool {
    let before = doc.before(i);
    doc.language != Language::English
        && before.len() == 2
        && before.shape == Shape::Capital
        && matches!(doc.gap_before(i), " " | ", " | ". " | "., ")
        && matches!(
            doc.folded(i.wrapping_sub(1)),
            "mo" | "di"
                | "mi"
                | "do"
                | "fr"
                | "sa"
                | "so"
                | "lu"
                | "ma"
                | "me"
                | "je"
                | "ve"
                | "zo"
                | "za"
                | "wo"
                | "vr"
        )
        && doc.is_free(before.start, before.end)
}

/// `kl` belongs to clocks only, and `early on` to days only.
fn clock_word(doc: &Doc, i: usize, rule: &str) -> bool {
    (doc.folded(i) == "kl") == (rule == "clock-time")
}

fn after(doc: &Doc, table: &Table, end: usize, rule: &str) -> Option<usize> {
    let next = doc.token_from(end);
    if !matches!(doc.slice(end, doc.token(next).start), " " | "-" | "’" | "'") {
        return None;
    }
    let (last, _) = table.at(doc, next)?;
    let word = doc.folded(next);
    // "14:05 week" is nothing, "14:05 Uhr" is; "Monday Uhr" is nothing.
    let clock = matches!(
        word,
        "uhr"
            | "morgens"
            | "abends"
            | "nachts"
            | "in"
            | "at"
            | "de"
            | "da"
            | "du"
            | "s"
            | "om"
            | "nachmittags"
            | "vormittags"
            | "mittags"
    );
    let stop = doc.token(last).end;
    ((rule == "clock-time") == clock || word == "uhr" || rule == "spoken-time" && clock)
        .then_some(stop)
        .filter(|stop| doc.is_free(end, *stop))
}

//! The same for bare numbers: counts of people and business that no list of nouns knows.

use std::ops::Range;

use super::features::{Unit, Walk, each_fact, gap_class, line_class, place};
use super::{LESSON_SLOTS, Seen};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::rules::is_unit;
use crate::anonymise::table::hash;
use crate::anonymise::token::Shape;

/// Weights, one byte each, in units of [`super::LESSON_UNIT`].
const WEIGHTS: &[u8] = include_bytes!("../../../schema/lexicon/learned-counts.bin");
const _: () = assert!(WEIGHTS.len() == LESSON_SLOTS);
/// Scores above this are counts.
const THRESHOLD: i32 = 32;

/// Which question a feature answers; part of its hash, apart from those about words and codes.
#[derive(Clone, Copy)]
enum Question {
    Bias = 256,
    Size,
    Written,
    Before,
    After,
    Pair,
    Line,
    LineSize,
    /// About a neighbour: the number of the neighbour is added to these.
    Near = 288,
    NearSize = 296,
    NearGap = 304,
    NearFact = 312,
    NearEnd = 320,
}

/// The numbers that stand by themselves, without a unit, and that nobody has claimed.
pub(in crate::anonymise) fn candidates(doc: &Doc) -> Vec<Range<usize>> {
    (doc.with(Looks::NUMBER))
        .filter_map(|i| number(doc, i))
        .filter(|number| doc.is_free(number.start, number.end))
        .collect()
}

/// The candidates and what rules took for counts, each with its features.
pub(super) fn lessons(doc: &Doc) -> Vec<Seen> {
    let mut lessons = Vec::new();
    for number in doc.with(Looks::NUMBER).filter_map(|i| number(doc, i)) {
        let left = doc.is_free(number.start, number.end);
        if !left && doc.kind_at(number.start) != Some(Kind::Amount) {
            continue;
        }
        let own = (doc.found.iter())
            .find(|found| (found.start..found.end).contains(&number.start))
            .map_or(0..0, |found| found.start..found.end);
        let mut features = Vec::with_capacity(64);
        each(doc, &number, &own, |place| features.push(place));
        lessons.push((number, left, features));
    }
    lessons
}

/// Whether this number counts people or business, by what stands around it.
pub(in crate::anonymise) fn is_count(doc: &Doc, number: &Range<usize>) -> bool {
    let mut score = 0_i32;
    each(doc, number, &(0..0), |place| {
        let weight = WEIGHTS.get(place).copied().unwrap_or(0).cast_signed();
        score += i32::from(weight);
    });
    score > THRESHOLD
}

/// The number that begins at token `i`, with its thousands; none that is part of something longer.
fn number(doc: &Doc, i: usize) -> Option<Range<usize>> {
    let token = doc.token(i);
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || b".,-_/\\:#@%~+'$<^".contains(&byte);
    let before = doc.byte_before(token.start);
    let keyed = before == b':' && matches!(doc.byte_before(token.start - 1), b'"' | b' ');
    if token.shape != Shape::Number || inside(before) && !keyed {
        return None;
    }
    let mut end = token.end;
    let mut at = i;
    while matches!(doc.gap(at), "," | "." | "'" | "’" | "\u{a0}" | "\u{202f}")
        && doc.token(at + 1).shape == Shape::Number
        && doc.token(at + 1).len() == 3
    {
        at += 1;
        end = doc.token(at).end;
    }
    let goes_on = match doc.byte(end) {
        b'.' | b',' | b':' => doc.byte(end + 1).is_ascii_alphanumeric(),
        b'-' | b'_' | b'/' | b'%' | b'@' | b'(' | b'=' | b'\\' => true,
        b' ' if is_unit(doc.token(doc.token_from(end)).hash) => true,
        next => next.is_ascii_alphanumeric() || doc.ahead(end, 2) == "°",
    };
    (!goes_on && doc.ahead(end, 2) != " %").then_some(token.start..end)
}

/// Calls back with each feature of a number, as a place in the table.
fn each(doc: &Doc, number: &Range<usize>, open: &Range<usize>, mut visit: impl FnMut(usize)) {
    use Question as Q;
    let text = doc.slice(number.start, number.end);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let size = (digits.min(7) as u64) << 1 | u64::from(text.len() > digits);
    let mut add = |question: u64, value: u64, with: u64| visit(place(question, value, with));
    add(Q::Bias as u64, 0, 0);
    add(Q::Size as u64, size, 0);
    add(Q::Written as u64, u64::from(text.ends_with("00")), size);
    if digits <= 2 {
        add(Q::Written as u64, hash(text), 64);
    }
    add(Q::Before as u64, doc.byte_before(number.start).into(), 0);
    add(Q::After as u64, doc.byte(number.end).into(), 0);
    let (first, last) = (doc.token_from(number.start), doc.token_from(number.end));
    let (mut left, mut right) = (
        Walk::left(first, open),
        Walk::right(last.saturating_sub(1), open),
    );
    let mut beside = [0; 2];
    for side in 0..8 {
        let (unit, gap) = if side % 2 == 0 {
            left.step(doc)
        } else {
            right.step(doc)
        };
        let (value, state) = match unit {
            Unit::Edge => (0, 0),
            Unit::Removed => (1, 1),
            Unit::Word(at) => (doc.token(at).hash, 2 + doc.token(at).shape as u64),
        };
        if let Some(word) = beside.get_mut(usize::try_from(side).unwrap_or(2)) {
            *word = value;
            add(Q::NearSize as u64 + side, value, size);
        }
        add(Q::Near as u64 + side, value, 0);
        add(Q::NearGap as u64 + side, gap_class(gap), state);
        if let Unit::Word(at) = unit {
            let near = doc.token(at);
            each_fact(near, |fact| add(Q::NearFact as u64 + side, fact, 0));
            if doc.is_kept(near.start) {
                add(Q::NearFact as u64 + side, 99, 0);
            }
            let word = doc.folded(at);
            let tail = word.get(word.len().saturating_sub(3)..).unwrap_or(word);
            add(Q::NearEnd as u64 + side, hash(tail), 0);
            let plural = word.ends_with('s') && near.is(Facts::ENGLISH);
            add(Q::NearEnd as u64 + side, u64::from(plural), 1);
        }
    }
    let [before, after] = beside;
    add(Q::Pair as u64, before.rotate_left(7) ^ after, 0);
    let line = line_class(doc, number.start);
    add(Q::Line as u64, line, 0);
    add(Q::LineSize as u64, line, size);
}

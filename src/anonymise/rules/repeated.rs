//! Numbers that were counted once and come again without what they count: `letters to all 212`.

use rustc_hash::FxHashSet;

use super::amount::COUNT;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::token::Shape;

/// Finds the numbers of counts that were found before, where nothing else is counted with them.
pub(super) fn find(doc: &mut Doc) {
    let counts = doc.found.iter().filter(|found| found.rule == COUNT);
    let known: FxHashSet<String> = counts
        .map(|found| digits(doc.slice(found.start, found.end)))
        .filter(|digits| digits.len() >= 2)
        .collect();
    if known.is_empty() {
        return;
    }
    for i in doc.with(Looks::NUMBER) {
        let token = doc.token(i);
        if token.shape != Shape::Number || token.len() > 4 || doc.is_gone(token.start) {
            continue;
        }
        let (end, last) = whole(doc, i);
        let number = digits(doc.slice(token.start, end));
        if known.contains(&number) && is_bare(doc, i, last, end, number.len()) {
            doc.claim(token.start, end, Kind::Amount, COUNT);
        }
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The end of the number at token `i` with its thousands, and its last token.
fn whole(doc: &Doc, i: usize) -> (usize, usize) {
    let mut last = i;
    while matches!(doc.gap(last), "," | ".")
        && doc.token(last + 1).shape == Shape::Number
        && doc.token(last + 1).len() == 3
    {
        last += 1;
    }
    (doc.token(last).end, last)
}

/// Whether nothing is measured by the number: no unit, no key, no part of something longer.
fn is_bare(doc: &Doc, i: usize, last: usize, end: usize, length: usize) -> bool {
    let before = doc.gap_before(i);
    let glued = !matches!(
        before,
        " " | "\n" | " (" | ", " | " ~" | "| " | " | " | ": " | "; "
    );
    let next = doc.token(last + 1);
    let gap = doc.gap(last);
    let unit = gap == " " && next.is(Facts::TECH_NOUN.or(Facts::COMPUTING).or(Facts::TECH))
        || matches!(doc.byte(end), b'%' | b'-' | b'/' | b':' | b'=' | b'_')
        || gap == "." && doc.byte(end + 1).is_ascii_digit()
        || gap == " %"
        || doc.byte(end).is_ascii_alphanumeric();
    let technical = doc
        .before(i)
        .is(Facts::TECH_NOUN.or(Facts::COMPUTING).or(Facts::TECH));
    let keyed = before == ": " && technical;
    let led = matches!(
        doc.folded(i.wrapping_sub(1)),
        "the"
            | "all"
            | "those"
            | "these"
            | "missing"
            | "remaining"
            | "other"
            | "for"
            | "among"
            | "our"
            | "their"
            | "die"
            | "alle"
            | "allen"
            | "les"
            | "los"
            | "las"
            | "os"
            | "as"
            | "de"
            | "to"
    );
    let ends = next.shape == Shape::None || gap != " " || next.is(Facts::COMMON);
    !glued && !unit && !keyed && (length >= 4 || led && ends)
}

//! Postal addresses of any country, on one line or on several.

mod anchor;
mod extent;
mod words;

use self::anchor::anchor;
use self::extent::{backward, forward};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::token::{Shape, Token};

/// LOC: streets with their number, flats, post boxes, postal codes, and the town and country behind them. Example: `smoke in {12 Harbour Street} again`
const RULE: &str = "postal-address";

/// Words that no street is called after in an incident report.
const PLAIN: Facts = Facts::COMPUTING
    .or(Facts::TECH)
    .or(Facts::MAYBE_TECH)
    .or(Facts::ACRONYM)
    .or(Facts::TECH_NOUN)
    .or(Facts::MONTH)
    .or(Facts::WEEKDAY)
    .or(Facts::ROLE);

/// Finds postal addresses: a street with its number in the order of any country, flats and suites, post
/// boxes, field post, and the town, postal code and country that follow, also on the next lines; and postal
/// codes beside a word for them. Leaves streets of speech ("Wall Street"), suites of tests and drives.
/// Example: "at 14 Crown Street, Suite 321, London 75419" becomes `at [Place A]`.
pub(super) fn find(doc: &mut Doc, places: &PhraseBook) {
    let mut skip = 0;
    let may = Looks::CAPITALS
        .or(Looks::NUMBER)
        .or(Looks::of(Facts::STREET));
    for i in doc.with(may) {
        let token = doc.token(i);
        if token.start < skip || !may_begin(doc, token) {
            continue;
        }
        let Some((first, last)) = anchor(doc, i) else {
            continue;
        };
        let end = forward(doc, last, places);
        let mut start = doc.token(backward(doc, first)).start;
        if doc.byte_before(start) == b'#' {
            start -= 1;
        }
        if doc.kind_at(start) != Some(Kind::Secret) {
            // A number or a town inside was perhaps claimed before: the address swallows it.
            doc.take(start.max(skip), end, Kind::Loc, RULE);
            skip = end;
        }
    }
}

fn may_begin(doc: &Doc, token: Token) -> bool {
    if token.shape == Shape::Lower && !token.is(Facts::STREET) {
        return false;
    }
    let before = doc.byte_before(token.start);
    !matches!(before, b'-' | b'_' | b'/' | b'\\' | b'=' | b'@' | b'$')
        && !doc.is_kept(token.start)
        && !matches!(doc.byte(token.end), b'_' | b'=' | b'@' | b'(')
        && (token.shape == Shape::Number
            || token.is_capital()
            || token.shape == Shape::Lower && token.len() <= 10 && token.is(Facts::STREET))
}

/// One space, perhaps with a comma or a full stop: the same line of an address.
fn joined(gap: &str) -> bool {
    gap.len() <= 4
        && gap
            .chars()
            .all(|c| matches!(c, ' ' | ',' | '.' | '\'' | '’' | '-'))
        && !gap.starts_with('-')
        && gap.contains([' ', '\'', '’'])
}

fn is_name(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    token.is_capital() && !token.is(PLAIN.without(Facts::MONTH))
        || doc.token(i).is(Facts::TITLE) && token.is_capital()
}

fn house_number(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let digits = doc.word(i).bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && digits <= 5 && token.len() <= digits + 1
}

#[cfg(test)]
mod tests;

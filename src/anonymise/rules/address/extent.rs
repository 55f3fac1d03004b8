//! How far an address reaches around its certain part.

use super::words::{particle, postcode};
use super::{
    PLAIN,
    anchor::{boxed, flat},
    house_number, is_name, joined,
};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::token::Shape;

/// The first token of the address that has `i` in it: names, then numbers, on the same line.
pub(super) fn backward(doc: &Doc, i: usize) -> usize {
    let mut first = i;
    let mut numbers = doc.token(i).shape == Shape::Number;
    for _ in 0..7 {
        let Some(at) = first.checked_sub(1) else {
            break;
        };
        let token = doc.token(at);
        let number = token.shape == Shape::Number && token.len() <= 6 || house_number(doc, at);
        let gap = doc.gap(at);
        if !joined(gap) || doc.is_kept(token.start) || number && gap.contains(", ") && numbers {
            break;
        }
        let name = !numbers
            && (is_name(doc, at) && !token.is(Facts::PERSON_BEFORE) || particle(doc.word(at)))
            && !gap.contains(',');
        if !(name || number)
            || doc
                .kind_at(token.start)
                .is_some_and(|kind| kind != Kind::Time)
        {
            break;
        }
        numbers |= number;
        first = at;
    }
    while first < i
        && !(doc.token(first).is_capital()
            || house_number(doc, first)
            || doc.token(first).shape == Shape::Number
            || doc.token(first).is(Facts::STREET))
    {
        first += 1;
    }
    first
}

/// Where the address ends whose certain part ends with `last`: flats, towns, codes and countries count;
/// what stands between them comes with them.
pub(super) fn forward(doc: &Doc, last: usize, places: &PhraseBook) -> usize {
    let mut end = doc.token(last).end;
    let (mut at, mut pending) = (last + 1, 0);
    let mut coded = doc.token(last).shape == Shape::Number && doc.token(last).len() == 5;
    while pending < 7 && doc.token(at).shape != Shape::None {
        let gap = doc.gap(at - 1);
        let token = doc.token(at);
        let lines = gap.matches('\n').count();
        let clean = gap.len() <= 12
            && gap.chars().all(|c| {
                matches!(
                    c,
                    ' ' | ',' | '.' | '\n' | '>' | '?' | '-' | '(' | ')' | '\'' | '’' | '\t'
                )
            });
        if !clean
            || lines > 2
            || lines == 0 && gap.starts_with('-')
            || gap.starts_with(". ")
                && !doc.token(at - 1).is(Facts::STREET)
                && !flat_next(doc, at)
                && doc.token(at - 1).shape != Shape::Number
            || doc.is_kept(token.start)
            || doc.kind_at(token.start).is_some_and(|kind| {
                matches!(kind, Kind::Email | Kind::Url | Kind::Secret | Kind::Phone)
            })
        {
            break;
        }
        if let Some(last) = flat(doc, at) {
            (end, at, pending) = (doc.token(last).end, last + 1, 0);
            continue;
        }
        if let Some((first, last)) = token.is(Facts::STREET).then(|| boxed(doc, at)).flatten()
            && first >= at
        {
            (end, at, pending) = (doc.token(last).end, last + 1, 0);
            continue;
        }
        if token.is_capital()
            && let Some(hit) = places.at(doc.text, &token)
        {
            (end, at, pending) = (hit.end, doc.token_from(hit.end), 0);
            continue;
        }
        if token.shape == Shape::Number || token.shape == Shape::Code {
            let Some(last) = postcode(doc, at)
                .filter(|_| !coded && (pending > 0 || lines > 0 || doc.token(at - 1).is_capital()))
            else {
                break;
            };
            coded = true;
            (end, at, pending) = (doc.token(last).end, last + 1, 0);
            continue;
        }
        let comma =
            gap == ", " && token.shape == Shape::Capital && !token.is(Facts::ENGLISH.or(PLAIN));
        let place = token.is_capital()
            && token.is(Facts::PLACE)
            && !token.is(Facts::COMMON.or(PLAIN).or(Facts::GIVEN));
        if comma || place {
            (end, at, pending) = (token.end, at + 1, 0);
            continue;
        }
        let street = token.is(Facts::STREET) && lines == 0 && gap == " ";
        if street && matches!(doc.word(at), "St" | "street" | "Street" | "Str" | "str") {
            (end, at, pending) = (token.end, at + 1, 0);
            continue;
        }
        let unsure = token.is_capital() && !token.is(Facts::WEEKDAY.or(Facts::TECH))
            || particle(doc.word(at))
            || token.shape == Shape::Lower && token.len() <= 3 && !token.is(Facts::COMMON);
        if !unsure {
            break;
        }
        at += 1;
        pending += 1;
    }
    if doc.byte(end) == b'.'
        && house_number(doc, doc.token_from(end).wrapping_sub(1))
        && doc.byte(end + 1) == b'\n'
    {
        end += 1;
    }
    end
}

fn flat_next(doc: &Doc, at: usize) -> bool {
    flat(doc, at).is_some()
}

//! People named side by side.

use super::handle::ACCOUNT;
use super::people;
use super::person::PLAIN;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::Shape;

/// Finds the names that stand beside a person found already: "Joy and Bill", "Olga/Sasha", "Ana → Bruno".
/// Beside a name, a word that is also a name is one.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    let mut found = people(doc);
    let mut at = 0;
    while let Some(&(start, end)) = found.get(at) {
        at += 1;
        let small = doc.slice(start, end).starts_with(char::is_lowercase);
        let after = beside(doc, end, true).filter(|i| is_name(doc, *i, small));
        let before = beside(doc, start, false).filter(|i| is_name(doc, *i, small));
        for i in [before, after].into_iter().flatten() {
            let token = doc.token(i);
            let next = doc.token(i + 1);
            let full = doc.gap(i) == " "
                && next.shape == token.shape
                && next.is(Facts::SURNAME)
                && !next.is(PLAIN.or(Facts::ENGLISH).or(Facts::TECH))
                && doc.token_free(i + 1);
            let end = if full { next.end } else { token.end };
            names.claim(doc, token.start, end, Kind::Person, ACCOUNT);
            found.push((token.start, end));
        }
    }
}

/// The word that a comma, a slash, an arrow or an "and" joins to what stands at `at`.
fn beside(doc: &Doc, at: usize, forward: bool) -> Option<usize> {
    let joins = |gap: &str| {
        matches!(
            gap,
            ", " | "/" | " / " | " & " | " + " | " → " | " -> " | "; " | "&" | " · " | " > "
        )
    };
    let and = |word: &str| {
        matches!(
            word,
            "and" | "und" | "et" | "og" | "en" | "e" | "y" | "or" | "nor" | "och"
        )
    };
    if forward {
        let i = doc.token_from(at);
        let gap = doc
            .slice(at, doc.token(i).start)
            .trim_start_matches(['*', '_', '`']);
        if joins(gap) {
            return Some(if and(doc.word(i)) && doc.gap(i) == " " {
                i + 1
            } else {
                i
            });
        }
        (gap == " " && and(doc.word(i)) && matches!(doc.gap(i), " " | " @")).then_some(i + 1)
    } else {
        let i = doc.token_from(at).checked_sub(1)?;
        let gap = doc.slice(doc.token(i).end, at);
        if joins(gap) {
            return Some(i);
        }
        (gap == " " && and(doc.word(i)) && matches!(doc.gap_before(i), " " | ", "))
            .then(|| i.checked_sub(1))
            .flatten()
    }
}

fn is_name(doc: &Doc, i: usize, small: bool) -> bool {
    let token = doc.token(i);
    let shape = if small { Shape::Lower } else { Shape::Capital };
    token.shape == shape
        && token.is(Facts::GIVEN)
        && token.len() >= 2
        && !token.is(PLAIN.or(Facts::TECH).or(Facts::ROLE).or(Facts::PLACE))
        && !(small
            && token.is(Facts::COMMON)
            && (doc.gap(i).starts_with(' ') || token.is(Facts::PERSON_AFTER)))
        && !(token.is(Facts::COMMON)
            && doc.gap(i) == " "
            && doc.token(i + 1).is_capital()
            && !doc.token(i + 1).is(Facts::SURNAME))
        && doc.token_free(i)
        && !(doc.glued(i)
            && !matches!(doc.byte(token.end), b'/')
            && doc.byte_before(token.start) != b'/')
}

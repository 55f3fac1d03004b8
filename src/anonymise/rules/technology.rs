//! Technologies stay: they are what the report is about.

use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::{Facts, fold};
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::token::Shape;

/// The tag of a name that is also a word, person or company.
pub(in crate::anonymise) const AMBIGUOUS: u32 = 1;

/// Marks names of technologies as kept, the longest first ("Amazon Aurora" before "Aurora"). A name
/// that is also a person or a company stays unless the words around say that it is one: "Jenkins is
/// stuck" stays, "Mr Jenkins" and "Team Jenkins" go.
pub(super) fn protect(doc: &mut Doc, technologies: &PhraseBook) {
    if technologies.is_empty() {
        return;
    }
    let mut skip = 0;
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if token.start < skip
            || token.shape == Shape::Number
            || !token.is(Facts::TECH.or(Facts::MAYBE_TECH))
        {
            continue;
        }
        let Some(hit) = technologies.at(doc.text, &fold(doc.word(i)), token.start, token.end)
        else {
            continue;
        };
        if !doc.is_free(hit.start, hit.end) {
            continue;
        }
        let single = hit.end == token.end;
        if hit.tag == AMBIGUOUS
            && single
            && (token.shape == Shape::Lower && token.is(Facts::ENGLISH) || is_somebody(doc, i))
        {
            continue;
        }
        doc.keep(hit.start, hit.end);
        skip = hit.end;
    }
}

/// Whether the words around make the word a person, a team or a company.
fn is_somebody(doc: &Doc, i: usize) -> bool {
    let before = doc.before(i);
    let gap = doc.gap_before(i);
    let near = gap == " " || gap == ". ";
    let title = near && before.is(Facts::TITLE) && before.shape != Shape::Lower;
    let team = gap == " " && before.is(Facts::TEAM_BEFORE) && before.is_capital();
    let mention = doc.byte_before(doc.token(i).start) == b'@';
    let surname = near
        && before.is(Facts::GIVEN)
        && before.shape == Shape::Capital
        && !before.is(Facts::ENGLISH.or(Facts::TECH))
        && doc.token(i).is(Facts::SURNAME);
    title || team || mention || surname
}

//! Names by their looks.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::company::NEVER_SMALL;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::learned;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::Shape;

/// PERSON, ORG, PRODUCT: a word that stands as names do, by the learned tagger. Example: `- Rain, {Sky}: look at the queue`
const RULE: &str = "name-by-looks";

/// ID, HOST: a run with digits that stands as identifiers and machines do, by the learned tagger. Example: `traceId ok guia={PQX7700419301MX} sent`
const CODE: &str = "code-by-looks";

/// Finds runs with digits that stand where identifiers stand, by the learned tagger, and says the same
/// of each in the whole text. Only runs that every other rule left alone.
pub(super) fn codes(doc: &mut Doc) {
    let candidates = learned::codes::candidates(doc);
    let taken: FxHashSet<&str> = (candidates.iter())
        .filter(|piece| learned::codes::is_identifier(doc, piece))
        .map(|piece| doc.slice(piece.start, piece.end))
        .collect();
    if taken.is_empty() {
        return;
    }
    for Range { start, end } in candidates {
        let text = doc.slice(start, end);
        if taken.contains(text) {
            let small = text.bytes().all(|b| !b.is_ascii_uppercase()) && text.contains('-');
            let kind = if small { Kind::Host } else { Kind::Id };
            doc.claim(start, end, kind, CODE);
        }
    }
}

/// Finds words that stand where names stand, by the learned tagger. Only words that every other rule
/// left alone.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    let word = Facts::COMMON.or(Facts::COMPUTING).or(Facts::NOT_NAME);
    for i in learned::candidates(doc) {
        let token = doc.token(i);
        // An acronym may be anything, a plain word nearly so.
        let plain = token.shape == Shape::Upper || token.is(word) && !token.is(Facts::GIVEN);
        let never = token.shape == Shape::Lower && NEVER_SMALL.has(token.hash);
        if !never && doc.token_free(i) && learned::is_name(doc, i, plain) {
            let kind = match token.shape {
                Shape::Lower => Kind::Person,
                _ => super::sweep::guess(doc, i, token),
            };
            if doc.claim(token.start, token.end, kind, RULE) && token.shape != Shape::Lower {
                names.add_word(doc.folded(i), kind);
            }
        }
    }
}

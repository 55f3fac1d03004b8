//! How strongly the words around a word say that it is a person.

use super::company::{
    ADVERBS, BELONGINGS, COLLEAGUES, DEPARTMENTS, OBJECTS, OPENERS, OWED, STATES, WORKPLACES,
};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::{Shape, Token};

/// How strongly the words around say that this is a person.
#[expect(clippy::too_many_lines, reason = "lists of words, one a line")]
pub(super) fn evidence(doc: &Doc, i: usize, token: Token) -> u32 {
    let before = doc.before(i);
    let after = doc.token(i + 1);
    let gap_before = doc.gap_before(i);
    let gap = doc.gap(i);
    let mut weight = 0;
    let spaced = gap_before == " ";
    let word = doc.folded(i.wrapping_sub(1));
    if spaced && before.is(Facts::PERSON_BEFORE) && !before.is(Facts::TECH) {
        let owed = matches!(word, "to" | "by") && OWED.has(doc.before(i.wrapping_sub(1)).hash);
        weight += u32::from(owed);
        weight += match word {
            "with" | "from" | "by" | "for" | "per" | "to" | "via" | "hi" | "hello" => 1,
            _ => 2,
        };
    }
    if spaced && before.is(Facts::ROLE) && before.shape == Shape::Lower
        || gap_before == ": " && before.is(Facts::ROLE)
        || gap_before.trim_matches(['*', ' ']) == ":" && before.is(Facts::ROLE)
    {
        weight += 2;
    }
    let (at, does) = verb(doc, i);
    if does.is(Facts::PERSON_AFTER) && !token.opens {
        let led = spaced && before.is(Facts::ARTICLE);
        weight += if led { 0 } else { 2 };
    } else if does.is(Facts::PERSON_AFTER.or(Facts::PERSON_DOES)) {
        let past = does.is(Facts::PERSON_DOES)
            || doc.word(at).ends_with("ed")
            || matches!(
                doc.word(at),
                "saw" | "found" | "ran" | "took" | "knew" | "got"
            );
        weight += u32::from(!token.is(Facts::COMMON) || past && token.is(Facts::GIVEN)) + 1;
    }
    weight += u32::from(does.is(Facts::PERSON_DOES) && !(spaced && before.is(Facts::ARTICLE)));
    if token.is(Facts::GIVEN) {
        weight += 2 * u32::from(is_addressed(doc, i)) + governs(doc, i, at);
    }
    if matches!(gap, "'" | "’")
        && doc.word(i + 1) == "s"
        && (!token.opens || token.is(Facts::NAME))
        && ((2..4).any(|n| BELONGINGS.has(doc.token(i + n).hash)))
    {
        weight += 2;
    }
    if gap == " ("
        && (token.is(Facts::NAME) || !token.is(Facts::COMMON.or(Facts::TECH)))
        && (1..=3).any(|n| doc.kind_at(doc.token(i + n).start) == Some(Kind::Person))
    {
        weight += 4;
    }
    if gap == " "
        && matches!(doc.word(i + 1), "from" | "at")
        && token.is(Facts::GIVEN)
        && doc.token(i + 2).is_capital()
    {
        weight += 2;
    }
    // Jo in support, Cassandra from storage
    if gap == " "
        && matches!(doc.word(i + 1), "in" | "from" | "of" | "at")
        && token.is(Facts::GIVEN)
        && DEPARTMENTS.has(doc.token(i + 2).hash)
    {
        weight += 2;
    }
    // Sky from the press desk
    if gap == " "
        && matches!(doc.word(i + 1), "from" | "at" | "of" | "in" | "on")
        && token.is(Facts::GIVEN)
        && doc.token(i + 2).is(Facts::ARTICLE)
        && (i + 3..i + 6)
            .any(|at| DEPARTMENTS.has(doc.token(at).hash) || WORKPLACES.has(doc.token(at).hash))
    {
        weight += 2;
    }
    if spaced
        && matches!(word, "is" | "was")
        && token.is(Facts::GIVEN)
        && matches!(gap, ", " | "." | ". ")
    {
        weight += 2;
    }
    // your colleague Swift
    let human = COLLEAGUES.has(before.hash);
    let owned = matches!(
        doc.folded(i.wrapping_sub(2)),
        "your" | "our" | "my" | "their" | "his" | "her"
    );
    if spaced && human && owned {
        weight += 2;
    }
    // (DBA), (storage), , our DBA
    if matches!(gap, " (" | ", ") && after.is(Facts::ROLE) && after.shape != Shape::Capital {
        weight += 2;
    }
    // , a store colleague
    if gap == ", "
        && after.is(Facts::ARTICLE)
        && (2..5).any(|n| doc.token(i + n).is(Facts::ROLE) && doc.gap(i + n - 1) == " ")
    {
        weight += 2;
    }
    // written by Marigold)
    if spaced && word == "by" && !gap.starts_with(' ') {
        weight += 2;
    }
    // Pascal and Delphine, Hiro and Pascal
    let other = |at: usize| {
        let token = doc.token(at);
        token.shape == Shape::Capital
            && token.is(Facts::GIVEN)
            && !token.is(Facts::ENGLISH
                .or(Facts::TECH)
                .or(Facts::MAYBE_TECH)
                .or(Facts::PLACE))
    };
    let paired = gap == " " && doc.word(i + 1) == "and" && doc.gap(i + 1) == " " && other(i + 2)
        || spaced && word == "and" && i > 2 && doc.gap_before(i - 1) == " " && other(i - 2);
    // (Jo, Ty, Mo)
    let listed = gap == ", " && other(i + 1) || gap_before == ", " && i > 0 && other(i - 1);
    if (paired || listed) && token.is(Facts::GIVEN) {
        weight += 2;
    }
    if gap == ", " && matches!(doc.word(i + 1), "who" | "whose") {
        weight += 2;
    }
    if doc.byte_before(token.start) == b'@'
        && !doc
            .byte_before(token.start.saturating_sub(1))
            .is_ascii_alphanumeric()
    {
        weight += 4;
    }
    if spaced && (before.is(Facts::ARTICLE) && word != "a") {
        weight = weight.saturating_sub(2);
    }
    weight
}

/// The word that says what token `i` does, past an adverb; an empty one if it is no small word.
fn verb(doc: &Doc, i: usize) -> (usize, Token) {
    let adverb = |at: usize| doc.word(at).ends_with("ly") || ADVERBS.has(doc.token(at).hash);
    let at = if doc.gap(i) == " " && adverb(i + 1) && doc.gap(i + 1) == " " {
        i + 2
    } else {
        i + 1
    };
    let token = doc.token(at);
    if doc.gap(i) == " " && token.shape == Shape::Lower && !doc.glued(at) {
        (at, token)
    } else {
        (at, Token::default())
    }
}

/// Whether somebody is spoken to: "Grace, when you read this", "No harm, Hope.".
fn is_addressed(doc: &Doc, i: usize) -> bool {
    let (gap_before, gap) = (doc.gap_before(i), doc.gap(i));
    let begins = doc.token(i).opens && gap == ", " && OPENERS.has(doc.token(i + 1).hash);
    let ends = matches!(gap_before, ", " | "! ")
        && !doc.token(i).opens
        && doc.before(i).shape == Shape::Lower
        && !doc.before(i).is(Facts::NAME)
        && (gap.is_empty() || gap.starts_with(['.', '!', '?', '\n']));
    begins || ends
}

/// How much the word behind says of a given name that is also a word: it does something to something.
fn governs(doc: &Doc, i: usize, at: usize) -> u32 {
    let (word, does, next) = (doc.word(at), doc.token(at), doc.token(at + 1));
    if doc.gap(i) != " " || does.shape != Shape::Lower || doc.before(i).is(Facts::ARTICLE) {
        return 0;
    }
    let known = does.is(Facts::ENGLISH.or(Facts::COMPUTING));
    let acts = known && word.len() > 3 && (word.ends_with("ed") || word.ends_with('s'));
    let object = doc.gap(at) == " "
        && (next.is(Facts::ARTICLE) || next.is_capital() || OBJECTS.has(next.hash));
    let human = matches!(word, "has" | "had" | "was" | "is")
        && (doc.token(at + 1).is(Facts::ROLE) || STATES.has(next.hash));
    let human = human || word == "did" && !doc.gap(at).starts_with(' ');
    if acts && object || human {
        2
    } else {
        u32::from(acts && !doc.token(i).opens)
    }
}

#[cfg(test)]
mod tests;

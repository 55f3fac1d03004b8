//! Names that people write small, as in a chat.

use super::company::NEVER_SMALL;
use super::handle::{ACCOUNT, is_weak};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

/// What a small word can mean besides a name.
const WORDY: Facts = Facts::ENGLISH
    .or(Facts::COMPUTING)
    .or(Facts::TECH)
    .or(Facts::MAYBE_TECH)
    .or(Facts::FOREIGN)
    .or(Facts::ROLE)
    .or(Facts::PLACE)
    .or(Facts::ACRONYM)
    .or(Facts::TECH_NOUN)
    .or(Facts::ARTICLE)
    .or(Facts::NOT_NAME);

/// Finds "tell joy", "priya is looking", "can mark check", "ok mei?", "pak wira", "lars olsen", "ahmed k.".
/// Leaves words that are no names, and names that are words where the sentence reads without a person.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    if doc.language != Language::English {
        return;
    }
    for i in doc.with(Looks::UNCOMMON.or(Looks::of(Facts::GIVEN))) {
        let token = doc.token(i);
        // Most words are no names and mean something else.
        if token.shape != Shape::Lower
            || token.len() < 2
            || token.is(WORDY) && !token.is(Facts::GIVEN)
            || !doc.token_free(i)
            || doc.glued(i)
            || !is_name(doc, i, token)
        {
            continue;
        }
        let end = extended(doc, i);
        names.claim(doc, token.start, end, Kind::Person, ACCOUNT);
        if !token.is(Facts::COMMON) {
            names.add_small(doc.word(i));
        }
    }
}

fn is_name(doc: &Doc, i: usize, token: Token) -> bool {
    let before = doc.before(i);
    let after = doc.token(i + 1);
    let previous = doc.folded(i.wrapping_sub(1));
    let next = doc.folded(i + 1);
    let (gap_before, gap) = (doc.gap_before(i), doc.gap(i));
    let spaced = gap_before == " ";
    let given = token.is(Facts::GIVEN);
    let strong = spaced && before.is(Facts::PERSON_BEFORE) && !is_weak(previous);
    let weak = spaced && before.is(Facts::PERSON_BEFORE) && is_weak(previous);
    let titled = spaced && before.is(Facts::TITLE) && !before.is(Facts::COMMON);
    let wordy = token.is(WORDY);
    if !wordy && (titled || strong && token.len() >= 3) {
        return true;
    }
    let family = token.is(Facts::SURNAME) && !wordy && weak;
    if !(given || family) || NEVER_SMALL.has(token.hash) {
        return false;
    }
    if matches!(gap, "'" | "’") && doc.word(i + 1) == "t" {
        return false;
    }
    if titled && !token.is(Facts::COMMON) {
        return true;
    }
    // "ask joy b. about it"
    let letter = doc.byte(after.end) == b'.'
        && after.len() == 1
        && gap == " "
        && after.shape == Shape::Lower;
    if letter
        && !matches!(next, "a" | "i")
        && doc.byte(after.end + 1) != b'g'
        && !before.is(Facts::ARTICLE)
        && given
        && !token.is(Facts::COMPUTING)
    {
        return true;
    }
    // "the joy of", "a will", "12 sids": no person.
    if spaced && (before.is(Facts::ARTICLE) || before.shape == Shape::Number) {
        return false;
    }
    let starts = token.opens || matches!(gap_before, ", " | "; " | " - " | " (" | "(" | ". ");
    let acts = gap == " "
        && after.shape == Shape::Lower
        && (after.is(Facts::PERSON_AFTER)
            || matches!(
                next,
                "is" | "was" | "has" | "had" | "will" | "can" | "did" | "does" | "says"
            ));
    let closes = gap.is_empty()
        || !gap.starts_with(' ')
            && !gap.starts_with(['-', '_', '/', '=', '(', '\'', '’', '"', '`']);
    // "ask will it hold" is a question, "tell joy that it holds" is not.
    let called = strong
        && !(matches!(doc.word(i), "will" | "may" | "can" | "mark")
            && matches!(
                next,
                "it" | "we" | "they" | "this" | "that" | "the" | "you" | "be" | "not" | "there"
            ));
    let asked = spaced
        && !token.is(Facts::PERSON_AFTER)
        && matches!(
            previous,
            "can" | "could" | "did" | "does" | "will" | "should"
        )
        && gap == " "
        && (doc.token(i.wrapping_sub(1)).opens || doc.gap_before(i.wrapping_sub(1)) == ", ")
        && after.is(Facts::COMMON)
        && after.shape == Shape::Lower;
    let greeted = spaced
        && matches!(
            previous,
            "ok" | "hey"
                | "hi"
                | "hello"
                | "yes"
                | "sorry"
                | "morning"
                | "thanks"
                | "ty"
                | "thx"
                | "yo"
                | "right"
                | "cheers"
        )
        && closes
        && before.opens;
    let together = matches!(gap_before, ", " | " + " | " & ") && closes && !gap.starts_with('\n');
    if !wordy {
        let thing = gap == " "
            && after.shape == Shape::Lower
            && after.is(Facts::COMPUTING.or(Facts::TECH_NOUN))
            && !after.is(Facts::PERSON_AFTER);
        return acts && starts
            || weak
            || called
            || asked
            || greeted
            || together
            || token.len() >= 4
                && !thing
                && before.shape != Shape::Number
                && !doc.is_kept(before.start);
    }
    if token.is(Facts::TECH
        .or(Facts::MAYBE_TECH)
        .or(Facts::COMPUTING)
        .or(Facts::PLACE)
        .or(Facts::ACRONYM))
    {
        return false;
    }
    let duty = matches!(next, "had" | "has" | "took")
        && doc.token(i + 2).is(Facts::ARTICLE)
        && matches!(
            doc.word(i + 3),
            "pager" | "phone" | "shift" | "watch" | "duty" | "bleep" | "laptop"
        );
    if starts && gap == " " && (duty || after.is(Facts::PERSON_DOES)) {
        return true;
    }
    let known = called || asked || greeted && token.len() >= 3;
    let full = gap == " "
        && after.shape == Shape::Lower
        && after.is(Facts::NAME)
        && !after.is(WORDY.or(Facts::PERSON_AFTER))
        && after.len() >= 4
        && starts;
    if token.is(Facts::COMMON.or(Facts::FOREIGN).or(Facts::ROLE)) {
        return known || full;
    }
    known || full || acts && starts || weak && closes
}

/// The name with the surname or the initial that follows: "dana whitfield", "ahmed k.".
fn extended(doc: &Doc, i: usize) -> usize {
    let mut at = i;
    while at < i + 2 && doc.gap(at) == " " && doc.token_free(at + 1) {
        let next = doc.token(at + 1);
        let initial = next.len() == 1 && doc.byte(next.end) == b'.' && next.shape == Shape::Lower;
        let surname = next.shape == Shape::Lower
            && next.is(Facts::NAME)
            && !next.is(WORDY)
            && !next.is(Facts::PERSON_AFTER)
            && next.len() >= 3;
        if initial {
            return next.end + 1;
        }
        // "siti nurhaliza w.": a word that nothing else explains, before an initial or a verb.
        let then = doc.token(at + 2);
        let stranger = next.shape == Shape::Lower
            && next.len() >= 4
            && !next.is(WORDY.or(Facts::BUSINESS).or(Facts::PERSON_AFTER))
            && doc.gap(at + 1) == " "
            && (then.len() == 1 && doc.byte(then.end) == b'.' || then.is(Facts::PERSON_AFTER));
        if !surname && !stranger {
            break;
        }
        at += 1;
    }
    doc.token(at).end
}

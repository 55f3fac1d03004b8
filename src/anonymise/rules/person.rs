//! People: names found by what they are made of and by the words beside them.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};
/// PERSON: a given name by itself. Example: `{Priya} restarted it`
const SINGLE: &str = "given-name";
/// PERSON: a word that the sentence treats as a person. Example: `then {Zorbel} said that it was slow`
const CUED: &str = "name-by-context";

/// What a capitalised word cannot be part of a person's name for.
pub(super) const PLAIN: Facts = Facts::COMPUTING
    .or(Facts::TECH_NOUN)
    .or(Facts::ORG_SUFFIX)
    .or(Facts::WEEKDAY)
    .or(Facts::NOT_NAME);

pub(super) fn hyphenated(doc: &Doc, mut at: usize) -> usize {
    while doc.gap(at) == "-" && doc.token(at + 1).is_capital() && doc.token(at + 1).len() > 1 {
        at += 1;
    }
    // Ji-won, Mei-ling
    let (first, next) = (doc.token(at), doc.token(at + 1));
    let syllable = doc.gap(at) == "-"
        && next.shape == Shape::Lower
        && (2..=5).contains(&next.len())
        && first.len() <= 5
        && !next.is(Facts::ENGLISH.or(Facts::COMPUTING));
    if syllable { next.end } else { first.end }
}

/// Single names: given names that are no words, and words that the sentence treats as people.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    for i in doc.capitals() {
        let token = doc.token(i);
        if token.len() < 2 || !doc.token_free(i) {
            continue;
        }
        let joined = doc.gap(i) == "-"
            && doc.token(i + 1).shape == Shape::Capital
            && token.shape == Shape::Capital
            && matches!(doc.gap(i + 1), " ")
            && doc.token(i + 2).is(Facts::PERSON_AFTER)
            && doc.token(i + 2).shape == Shape::Lower
            && !token.opens;
        let rule = if joined && !token.is(Facts::COMPUTING.or(Facts::ACRONYM)) {
            Some(CUED)
        } else {
            single(doc, i, token)
        };
        if let Some(rule) = rule {
            let end = if doc.gap(i) == "-" && doc.token(i + 1).is_capital() && doc.token_free(i + 1)
            {
                hyphenated(doc, i)
            } else {
                token.end
            };
            let end = if doc.gap(i) == "-"
                && doc.token(i + 1).shape == Shape::Lower
                && doc.token(i + 1).is(Facts::GIVEN)
                && !doc.token(i + 1).is(Facts::COMMON)
            {
                doc.token(i + 1).end
            } else {
                end
            };
            // Lena H., Anna K
            let next = doc.token_from(end);
            let letter = doc.token(next);
            let lone = letter.shape == Shape::Capital
                && letter.len() == 1
                && !matches!(doc.word(next), "I" | "A")
                && doc.slice(end, letter.start) == " "
                && !doc.glued(next) | (doc.byte(letter.end) == b'.')
                && doc.token_free(next);
            let end = if lone { letter.end } else { end };
            names.claim(doc, token.start, end, Kind::Person, rule);
        }
    }
}

fn single(doc: &Doc, i: usize, token: Token) -> Option<&'static str> {
    if token.is(PLAIN.or(Facts::MONTH).or(Facts::ZONE))
        || doc.glued(i)
            && doc.byte_before(token.start) != b'@'
            && !matches!(doc.byte(token.end), b'/')
            && !(doc.byte(token.end) == b'-'
                && token.is(Facts::GIVEN)
                && token.shape == Shape::Capital)
    {
        return None;
    }
    let wordy = token.is(Facts::ENGLISH
        .or(Facts::TECH)
        .or(Facts::FOREIGN)
        .or(Facts::ACRONYM)
        .or(Facts::ROLE)
        .or(Facts::PLACE)
        .or(Facts::ORG_SUFFIX));
    let given = token.is(Facts::GIVEN);
    if given
        && !wordy
        && (token.shape == Shape::Capital && token.len() >= 3
            || token.shape == Shape::Upper
                && token.len() >= 4
                && (doc.before(i).shape != Shape::Upper || doc.before(i).is(Facts::NAME)))
    {
        return Some(SINGLE);
    }
    if token.shape != Shape::Capital || !doc.token(i).is_capital() {
        return None;
    }
    // "asked Rich to": a common word that is also a given name, with a capital it has no other reason for.
    let running = given
        && !token.opens
        && token.len() >= 3
        && !token.is(Facts::TECH
            .or(Facts::MAYBE_TECH)
            .or(Facts::PLACE)
            .or(Facts::ORG_SUFFIX)
            .or(Facts::ROLE)
            .or(Facts::ACRONYM))
        && doc.before(i).shape == Shape::Lower
        && !doc.before(i).is(Facts::ARTICLE)
        && !matches!(
            doc.token(i + 1).shape,
            Shape::Capital | Shape::Upper | Shape::Mixed
        )
        && !super::series::heading(doc, i);
    if running {
        return Some(CUED);
    }
    let weight = evidence(doc, i, token);
    let need = if given && !token.is(Facts::COMMON.or(Facts::TECH))
        || token.is(Facts::SURNAME) && !wordy
    {
        1
    } else if given || !wordy {
        2
    } else if token.is(Facts::RARE) && !token.is(Facts::COMMON.or(Facts::TECH).or(Facts::COMPUTING))
    {
        3
    } else {
        4
    };
    (weight >= need).then_some(CUED)
}

/// A part of a company that people are in and software is not.
fn is_department(word: &str) -> bool {
    matches!(
        word,
        "support"
            | "finance"
            | "accounting"
            | "accounts"
            | "legal"
            | "marketing"
            | "sales"
            | "procurement"
            | "ops"
            | "operations"
            | "networking"
            | "storage"
            | "security"
            | "infra"
            | "platform"
            | "payroll"
            | "facilities"
            | "logistics"
            | "compliance"
            | "communications"
            | "comms"
            | "engineering"
            | "analytics"
            | "purchasing"
    )
}

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
        let owed = matches!(word, "to" | "by")
            && matches!(
                doc.folded(i.wrapping_sub(2)),
                "thanks"
                    | "kudos"
                    | "credit"
                    | "according"
                    | "assigned"
                    | "handed"
                    | "escalated"
                    | "reported"
                    | "owned"
                    | "written"
                    | "reviewed"
                    | "approved"
                    | "signed"
                    | "prepared"
                    | "spotted"
                    | "talked"
                    | "spoke"
                    | "spoken"
                    | "listened"
            );
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
    if gap == " " && after.shape == Shape::Lower && after.is(Facts::PERSON_AFTER) && !token.opens {
        weight += if spaced && before.is(Facts::ARTICLE) {
            0
        } else {
            2
        };
    } else if gap == " " && after.shape == Shape::Lower && after.is(Facts::PERSON_AFTER) {
        let past = doc.word(i + 1).ends_with("ed")
            || matches!(
                doc.word(i + 1),
                "saw"
                    | "found"
                    | "wrote"
                    | "said"
                    | "told"
                    | "rang"
                    | "ran"
                    | "took"
                    | "thought"
                    | "went"
                    | "knew"
                    | "got"
            );
        weight += u32::from(!token.is(Facts::COMMON) || past && token.is(Facts::GIVEN)) + 1;
    }
    if matches!(gap, "'" | "’")
        && doc.word(i + 1) == "s"
        && !token.opens
        && matches!(
            doc.word(i + 2),
            "team"
                | "laptop"
                | "phone"
                | "list"
                | "idea"
                | "change"
                | "sentence"
                | "desk"
                | "hypothesis"
                | "suggestion"
        )
    {
        weight += 2;
    }
    if gap == " (" && (1..=3).any(|n| doc.kind_at(doc.token(i + n).start) == Some(Kind::Person)) {
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
        && is_department(doc.word(i + 2))
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

#[cfg(test)]
mod tests;

//! Later mentions of names met before.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, fold};
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

/// ANY: later mentions of a name met before, also inside identifiers. Example: `customer Zorblax called; {zorblax-db} was slow`
pub(super) const RULE: &str = "linked-name";

/// Finds the first name, the surname, the initials of a person met before, any word of an
/// organisation's or product's name, also inside identifiers ("ledgerly-writer" once Ledgerly is
/// known). Words that mean something by themselves go only where a capital makes them a name.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    signatures(doc, names);
    if names.is_empty() {
        return;
    }
    for (i, &token) in doc.all().iter().enumerate() {
        let met = names.may_have(&token);
        if !met && token.shape != Shape::Mixed
            || token.shape == Shape::Number
            || token.len() < 2
            || !doc.token_free(i)
        {
            continue;
        }
        let word = doc.folded(i);
        let noun = token.shape == Shape::Lower
            && doc.gap_before(i) == " "
            && doc.before(i).is(Facts::ARTICLE)
            && !names.is_small(word);
        if let Some(known) = names.get(word) {
            if noun && known.kind == Kind::Person {
                continue;
            }
            if !known.ordinary
                || names.own(word).is_some() && is_in_identifier(doc, i, token)
                || is_name_here(
                    doc,
                    i,
                    token,
                    known.kind,
                    doc.is_small(word),
                    names.is_small(word),
                )
            {
                let (start, end) = if known.kind == Kind::Person {
                    (token.start, token.end)
                } else {
                    identifier(doc, i)
                };
                doc.claim(start, end, known.kind, RULE);
            }
        } else if is_account(doc, names, i, word) {
            doc.claim(token.start, token.end, Kind::Person, RULE);
        } else if token.shape == Shape::Mixed {
            hump(doc, names, token);
        }
    }
}

/// Somebody met by full name who is called like a place: "Guadalupe explains" after "Guadalupe Rentería".
pub(super) fn namesakes_of_places(doc: &mut Doc, names: &mut Names) {
    for i in doc.capitals() {
        let token = doc.token(i);
        let met = token.is(Facts::PLACE)
            && token.shape == Shape::Capital
            && names.may_have(&token)
            && names.is_first(doc.folded(i))
            && doc.token_free(i)
            && !doc.glued(i);
        let there = doc.gap_before(i) == " "
            && matches!(
                doc.folded(i.wrapping_sub(1)),
                "in" | "from"
                    | "at"
                    | "near"
                    | "to"
                    | "en"
                    | "em"
                    | "aus"
                    | "nach"
                    | "outside"
                    | "around"
                    | "de"
                    | "a"
                    | "te"
            );
        if met && !there {
            names.claim(doc, token.start, token.end, Kind::Person, RULE);
        }
    }
}

/// A user name or the initials of somebody met before.
fn is_account(doc: &Doc, names: &Names, i: usize, word: &str) -> bool {
    let token = doc.token(i);
    if names.is_user(word) && !token.is(Facts::ENGLISH.or(Facts::COMPUTING)) {
        return true;
    }
    let initials = token.shape == Shape::Upper
        && (2..=3).contains(&token.len())
        && names.is_user(&format!("-{word}"));
    let free = !token.is(Facts::ACRONYM) && !doc.glued(i);
    // A signature: "-MR".
    let signed = doc.byte_before(token.start) == b'-'
        && doc
            .byte_before(token.start.saturating_sub(1))
            .is_ascii_whitespace();
    initials && (free || signed && token.len() == 2)
}

/// A capital in the middle of a sentence, or one that a person's verb follows.
fn is_name_here(
    doc: &Doc,
    i: usize,
    token: Token,
    kind: Kind,
    small: bool,
    names_small: bool,
) -> bool {
    let speaks = token.line && doc.gap(i).starts_with(':');
    if token.shape == Shape::Upper {
        return !token.is(Facts::ACRONYM.or(Facts::COMMON)) && token.len() > 3 || speaks;
    }
    // A small name that closes a message.
    let closes = doc.gap(i).starts_with("\n\n") || doc.token(i + 1).shape == Shape::None;
    let signs = kind == Kind::Person
        && token.shape == Shape::Lower
        && closes
        && (doc.gap_before(i).ends_with("\n\n") || doc.gap_before(i) == ". ");
    if signs {
        return true;
    }
    if token.shape != Shape::Capital {
        if kind == Kind::Person && names_small {
            let before = doc.before(i);
            let cued = before.is(Facts::PERSON_BEFORE)
                || token.opens
                || doc.token(i + 1).is(Facts::PERSON_AFTER)
                || matches!(doc.gap_before(i), ", " | " (" | "(" | " + " | " & ")
                || !doc.gap(i).starts_with([' ', '-', '_', '/', '='])
                || matches!(
                    doc.folded(i + 1),
                    "is" | "was" | "has" | "had" | "will" | "can" | "did"
                ) && doc.gap(i) == " ";
            return !doc.glued(i)
                && !before.is(Facts::ARTICLE)
                && (cued || !token.is(Facts::COMMON));
        }
        if kind == Kind::Person {
            return token.shape == Shape::Lower
                && token.is(Facts::GIVEN)
                && !token.is(Facts::COMMON.or(Facts::TECH).or(Facts::COMPUTING))
                && !doc.glued(i)
                && !doc.before(i).is(Facts::ARTICLE);
        }
        if names_small && token.shape == Shape::Lower {
            return !doc.before(i).is(Facts::ARTICLE) || !token.is(Facts::COMMON);
        }
        // In an identifier a rarer word is the name: trellis in "/v2/trellis".
        return kind != Kind::Person
            && token.shape == Shape::Lower
            && doc.glued(i)
            && !token.is(Facts::COMMON.or(Facts::COMPUTING).or(Facts::TECH));
    }
    let after = doc.token(i + 1);
    // "Will he get it?", "Chase the marker": a word that begins a sentence as a verb.
    let orders = token.opens
        && token.is(Facts::COMMON)
        && kind == Kind::Person
        && doc.gap(i) == " "
        && (after.is(Facts::ARTICLE)
            || matches!(doc.folded(i), "will" | "may" | "can")
                && matches!(
                    doc.word(i + 1),
                    "he" | "she" | "it" | "they" | "we" | "you" | "there" | "i" | "I"
                ));
    if orders {
        return false;
    }
    let acts = after.shape == Shape::Lower
        && doc.gap(i) == " "
        && (after.is(Facts::PERSON_AFTER.or(Facts::PERSON_DOES))
            || kind == Kind::Person && matches!(doc.word(i + 2), "his" | "her"));
    let owns = matches!(doc.gap(i), "'" | "’") && doc.word(i + 1) == "s";
    let gap = doc.gap(i).trim_end_matches([' ', '*']);
    let ends = !doc.gap(i).starts_with(' ') && matches!(gap, "," | "|" | ":" | ")" | "." | "");
    !token.opens || acts || owns || ends || doc.gap(i).contains('|') || !small
}

/// Whether the word is a part of a joined name: mercury in `mercury_order_event`.
fn is_in_identifier(doc: &Doc, i: usize, token: Token) -> bool {
    token.shape == Shape::Lower
        && !token.is(Facts::TECH)
        && (matches!(doc.gap(i), "-" | "_") || matches!(doc.gap_before(i), "-" | "_"))
}

/// The identifier around the word, as far as nothing in it was claimed.
pub(super) fn identifier(doc: &Doc, i: usize) -> (usize, usize) {
    let (mut start, mut end) = (doc.token(i).start, doc.token(i).end);
    let mut at = i;
    while at > 0
        && matches!(doc.gap_before(at), "-" | "_")
        && doc.token_free(at - 1)
        && doc.before(at).shape != Shape::Number
    {
        at -= 1;
        start = doc.token(at).start;
    }
    let mut at = i;
    while matches!(doc.gap(at), "-" | "_") && doc.token_free(at + 1) {
        at += 1;
        end = doc.token(at).end;
    }
    (start, end)
}

/// A known name as one hump of a camelCase word: `QuillpayClient`.
fn hump(doc: &mut Doc, names: &Names, token: Token) {
    let word = doc.slice(token.start, token.end);
    let mut start = 0;
    let mut bounds: Vec<usize> = word
        .char_indices()
        .filter(|(at, c)| *at > 0 && c.is_uppercase())
        .map(|(at, _)| at)
        .collect();
    bounds.push(word.len());
    for end in bounds {
        let part = word.get(start..end).unwrap_or_default();
        if part.len() >= 4 && names.get(&fold(part)).is_some_and(|known| !known.ordinary) {
            let kind = names
                .get(&fold(part))
                .map_or(Kind::Product, |known| known.kind);
            doc.claim(token.start, token.end, kind, RULE);
            return;
        }
        start = end;
    }
}

/// Two or three capitals that close a line by themselves: somebody's initials.
fn signatures(doc: &mut Doc, names: &Names) {
    if names.is_empty() {
        return;
    }
    for i in doc.capitals().skip_while(|i| *i == 0) {
        let token = doc.token(i);
        if token.shape != Shape::Upper || !(2..=3).contains(&token.len()) {
            continue;
        }
        let last = doc.gap(i).contains('\n') || doc.token(i + 1).shape == Shape::None;
        let alone = matches!(
            doc.gap_before(i),
            ". " | " -" | " - " | " — " | " – " | ".\n" | "\n-" | ".\n\n"
        );
        let ends = doc.gap(i).starts_with("\n\n") || doc.token(i + 1).shape == Shape::None;
        let own_line = token.len() == 2
            && (doc.gap_before(i).ends_with("\n\n") || ends && doc.gap_before(i) == ".\n");
        if last
            && alone
            && doc.gap(i).trim().is_empty()
            && (!token.is(Facts::ACRONYM.or(Facts::ZONE))
                || own_line && !token.is(Facts::TECH)
                || names.is_user(&format!("-{}", doc.folded(i)))
                || doc.language != crate::anonymise::doc::Language::English)
        {
            doc.claim(token.start, token.end, Kind::Person, RULE);
        }
    }
}

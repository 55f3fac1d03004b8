//! What remains suspicious after everything else had its turn.

use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

const WORD: &str = "unknown-name";
const IDENTIFIER: &str = "unknown-identifier";

/// Everything a word can be known as without being a name.
const KNOWN: Facts = Facts::ENGLISH
    .or(Facts::COMPUTING)
    .or(Facts::ACRONYM)
    .or(Facts::TECH)
    .or(Facts::MAYBE_TECH)
    .or(Facts::FOREIGN)
    .or(Facts::WEEKDAY)
    .or(Facts::MONTH)
    .or(Facts::ZONE)
    .or(Facts::ROLE)
    .or(Facts::TITLE)
    .or(Facts::TECH_NOUN)
    .or(Facts::NOT_NAME)
    .or(Facts::DEMONYM)
    .or(Facts::ORG_SUFFIX);

/// Finds capitalised words and identifiers that are neither plain language nor technology nor computing
/// vocabulary: nobody but their owner knows them. Leaves words that the text also writes small.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    let small: rustc_hash::FxHashSet<String> = (0..doc.tokens.len())
        .filter(|i| doc.token(*i).shape == Shape::Lower && !doc.glued(*i))
        .map(|i| fold(doc.word(i)).into_owned())
        .collect();
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if !doc.token_free(i) || token.len() < 3 {
            continue;
        }
        match token.shape {
            Shape::Capital | Shape::Mixed | Shape::Upper => capital(doc, names, i, token, &small),
            Shape::Lower | Shape::Code => identifier(doc, names, i, token),
            Shape::Number | Shape::None => {}
        }
    }
}

fn capital(
    doc: &mut Doc,
    names: &mut Names,
    i: usize,
    token: Token,
    small: &rustc_hash::FxHashSet<String>,
) {
    if token.is(KNOWN) || doc.byte(token.end) == b'(' {
        return;
    }
    let word = fold(doc.word(i)).into_owned();
    if small.contains(&word) {
        return;
    }
    let glued = doc.glued(i);
    match token.shape {
        Shape::Mixed if humps_known(doc.word(i)) => return,
        // SCREAMING_CASE, /PATH, Package.Class, version suffixes.
        Shape::Upper if glued || token.len() > 14 || token.len() < 3 => return,
        _ => {}
    }
    let german = doc.language == Language::German;
    if german && token.shape == Shape::Capital && !(token.is(Facts::NAME) && !token.opens) {
        return;
    }
    if doc.language == Language::Other
        && token.opens
        && token.shape == Shape::Capital
        && !token.is(Facts::NAME)
    {
        return;
    }
    if glued
        && token.shape != Shape::Mixed
        && !matches!(doc.byte(token.end), b'-' | b'/')
        && doc.byte_before(token.start) != b'-'
    {
        return;
    }
    if token.shape == Shape::Upper && !acronym_cued(doc, i) {
        return;
    }
    let kind = guess(doc, i, token);
    let mut end = token.end;
    // The rest of the name: Emberfall Online, Latchkey Mini.
    let next = doc.token(i + 1);
    if doc.gap(i) == " "
        && next.shape == Shape::Capital
        && !next.is(Facts::COMPUTING
            .or(Facts::TECH)
            .or(Facts::TECH_NOUN)
            .or(Facts::NOT_NAME)
            .or(Facts::WEEKDAY)
            .or(Facts::MONTH))
        && doc.token_free(i + 1)
        && !german
    {
        end = next.end;
    }
    let (start, end) = widened(doc, i, end);
    if doc.claim(start, end, kind, WORD) {
        // Only the strange word itself is remembered: its neighbours may be ordinary.
        names.add_word(&word, kind);
    }
}

/// Includes the parts joined by hyphens, which are one name.
fn widened(doc: &Doc, i: usize, end: usize) -> (usize, usize) {
    let mut start = doc.token(i).start;
    let mut at = i;
    while at > 0
        && doc.gap_before(at) == "-"
        && doc.token_free(at - 1)
        && doc.before(at).is_capital()
    {
        at -= 1;
        start = doc.token(at).start;
    }
    let mut end = end;
    let mut at = doc.token_from(end).saturating_sub(1);
    while doc.gap(at) == "-" && doc.token_free(at + 1) && doc.token(at + 1).is_capital() {
        at += 1;
        end = doc.token(at).end;
    }
    (start, end)
}

fn acronym_cued(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let before = fold(doc.word(i.wrapping_sub(1))).into_owned();
    let near = matches!(doc.gap_before(i), " " | "'" | "’");
    let cue = near
        && (doc.before(i).is(Facts::ORG_BEFORE)
            || matches!(
                before.as_str(),
                "to" | "by"
                    | "from"
                    | "with"
                    | "the"
                    | "la"
                    | "l"
                    | "die"
                    | "le"
                    | "and"
                    | "regulators"
                    | "client"
                    | "customer"
                    | "der"
                    | "el"
            ));
    let bracket = doc.byte_before(token.start) == b'(' && doc.byte(token.end) == b')';
    token.len() >= 5 || (cue || bracket) && token.len() <= 5
}

/// PartitionRebalance, onRoleChange: made of known words.
fn humps_known(word: &str) -> bool {
    let mut start = 0;
    let mut last_upper = true;
    let mut parts = Vec::new();
    for (at, c) in word.char_indices() {
        if c.is_uppercase() && !last_upper && at > start {
            parts.push(word.get(start..at).unwrap_or_default());
            start = at;
        } else if c.is_lowercase() && last_upper && at > start + 1 {
            // The last capital of a run begins the next word: HTTPServer.
            let cut = word
                .get(..at)
                .and_then(|w| w.char_indices().last())
                .map_or(at, |(cut, _)| cut);
            if cut > start {
                parts.push(word.get(start..cut).unwrap_or_default());
                start = cut;
            }
        }
        last_upper = c.is_uppercase();
    }
    parts.push(word.get(start..).unwrap_or_default());
    parts
        .iter()
        .all(|part| part.chars().count() <= 2 || Lexicon::shipped().facts(&fold(part)).any(KNOWN))
}

fn guess(doc: &Doc, i: usize, token: Token) -> Kind {
    let after = doc.token(i + 1);
    let before = doc.before(i);
    let acts = doc.gap(i) == " " && after.shape == Shape::Lower && after.is(Facts::PERSON_AFTER);
    let told = doc.gap_before(i) == " " && before.is(Facts::PERSON_BEFORE.or(Facts::ROLE));
    if token.is(Facts::NAME) || acts && told {
        Kind::Person
    } else if before.is(Facts::ORG_BEFORE) || token.shape == Shape::Upper {
        Kind::Org
    } else {
        Kind::Product
    }
}

/// `durian-prod`, `emb-catalog`: an identifier with a part that is no word.
fn identifier(doc: &mut Doc, names: &mut Names, i: usize, token: Token) {
    let joined =
        matches!(doc.byte(token.end), b'-' | b'_') && doc.token(i + 1).start == token.end + 1;
    let before = doc.byte_before(token.start);
    if !joined || matches!(before, b'-' | b'_' | b'.' | b'$' | b'%' | b'\\') {
        return;
    }
    let mut at = i;
    let mut strange = None;
    loop {
        let part = doc.token(at);
        if !doc.token_free(at) && !doc.is_kept(part.start) {
            return;
        }
        let letters = doc.word(at).bytes().filter(u8::is_ascii_alphabetic).count();
        if part.shape == Shape::Lower
            && letters >= 4
            && !part.is(KNOWN.or(Facts::GIVEN))
            && strange.is_none()
        {
            strange = Some(at);
        }
        if !matches!(doc.gap(at), "-" | "_")
            || !matches!(
                doc.token(at + 1).shape,
                Shape::Lower | Shape::Code | Shape::Number
            )
        {
            break;
        }
        at += 1;
    }
    let Some(strange) = strange else { return };
    let end = doc.token(at).end;
    if doc.byte(end) == b'('
        || doc.byte(end) == b'.' && doc.byte(end + 1).is_ascii_alphanumeric()
        || doc.language != Language::English
    {
        return;
    }
    let word = doc.word(strange);
    if doc.claim(token.start, end, Kind::Product, IDENTIFIER) {
        names.add_word(word, Kind::Product);
    }
}

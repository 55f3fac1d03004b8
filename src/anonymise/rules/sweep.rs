//! What remains suspicious after everything else had its turn.

use super::brand::{humps_known, is_brand, is_presented};
use super::identifier::identifier;
use super::series::{heading, series};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

/// PERSON, ORG, PRODUCT: a rare word written as a name. Example: `we deployed {Magpie} again`
const RARE: &str = "rare-word-as-name";
/// PERSON, ORG, PRODUCT: a capitalised word that no list knows. Example: `we restarted {Zorblax} twice`
const WORD: &str = "unknown-name";

/// Everything a word can be known as without being a name.
pub(super) const KNOWN: Facts = Facts::ENGLISH
    .or(Facts::COMPUTING)
    .or(Facts::SOFTWARE)
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

/// What a word has to do with computing.
pub(super) const OF_COMPUTING: Facts = Facts::COMPUTING.or(Facts::TECH).or(Facts::MAYBE_TECH);

/// Finds capitalised words and identifiers that are neither plain language nor technology nor computing
/// vocabulary: nobody but their owner knows them. Leaves words that the text also writes small.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    series(doc, names);
    let odd = Looks::UNCOMMON.or(Looks::of(Facts::CODE_NAME));
    for i in doc.with(Looks::NOT_LOWER.or(Looks::TIED).or(odd)) {
        let token = doc.token(i);
        // Most words are known and stand by themselves.
        let plain = token.shape == Shape::Lower
            && token.is(KNOWN)
            && !token.is(Facts::CODE_NAME)
            && !matches!(doc.byte(token.end), b'-' | b'_');
        if plain || token.len() < 3 || !doc.token_free(i) {
            continue;
        }
        match token.shape {
            Shape::Capital | Shape::Mixed | Shape::Upper => capital(doc, names, i, token),
            Shape::Lower | Shape::Code => identifier(doc, names, i, token),
            Shape::Number | Shape::None => {}
        }
    }
}

fn capital(doc: &mut Doc, names: &mut Names, i: usize, token: Token) {
    if doc.byte(token.end) == b'(' {
        return;
    }
    if token.is(KNOWN) {
        rare(doc, names, i, token);
        return;
    }
    let word = doc.folded(i);
    if doc.is_small(word)
        && (token.opens || doc.language != Language::English)
        && doc.token(i + 1).shape != Shape::Capital
    {
        return;
    }
    let glued = doc.glued(i);
    if doc.before(i).shape == Shape::Number
        && doc.before(i).len() == 3
        && doc.gap_before(i) == " "
        && token.shape == Shape::Capital
    {
        return;
    }
    match token.shape {
        Shape::Mixed if doc.byte_before(token.start) == b'.' => return,
        // A key or a flag: `NotAfter:`, `-XX:MaxFoo`, and a label before what it labels.
        Shape::Mixed if is_key(doc, token) => return,
        Shape::Capital if token.line && is_key(doc, token) && !token.is(Facts::NAME) => return,
        Shape::Mixed if humps_known(doc.word(i)) && !is_brand(doc, i) && !is_presented(doc, i) => {
            return;
        }
        // SCREAMING_CASE, /PATH, Package.Class, version suffixes.
        Shape::Upper if glued || token.len() > 14 || token.len() < 3 => return,
        _ => {}
    }
    let german = doc.language == Language::German
        || doc.language == Language::English && is_foreign_here(doc, i);
    let noun = doc.before(i).is(Facts::ARTICLE) && !token.is(Facts::GIVEN);
    if german && token.shape == Shape::Capital && (token.opens || noun || !token.is(Facts::NAME)) {
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
        if token.shape == Shape::Mixed && is_brand(doc, i) {
            let brand = doc.word(i);
            let cut = brand
                .char_indices()
                .skip(1)
                .find(|(_, c)| c.is_uppercase())
                .map_or(0, |(at, _)| at);
            names.add_prefix(brand.get(..cut).unwrap_or_default());
        }
        names.add_word(word, kind);
    }
}

/// Whether the word is a key or a flag: `NotAfter:`, `MaxFoo=7`, `-XX:MaxFoo`.
fn is_key(doc: &Doc, token: Token) -> bool {
    let (before, after) = (doc.byte_before(token.start), doc.byte(token.end));
    matches!(after, b':' | b'=') || matches!(before, b'=' | b'+' | b'-' | b'$')
}

/// A rare word with a capital in the middle of an English sentence is somebody's name for something.
fn rare(doc: &mut Doc, names: &mut Names, i: usize, token: Token) {
    if is_code_name(doc, i, token) {
        let kind = guess(doc, i, token);
        let end = numbered(doc, i).unwrap_or(token.end);
        if doc.claim(token.start, end, kind, RARE) {
            names.add_own(doc.word(i), kind);
        }
        return;
    }
    let word = doc.folded(i);
    let known = KNOWN
        .without(Facts::RARE)
        .or(Facts::BUSINESS)
        .or(Facts::ORG_HEAD)
        .or(Facts::PERSON_AFTER);
    // A common word needs a sentence around it that has no reason for a capital.
    let sentence = doc.before(i).shape == Shape::Lower
        && doc.gap_before(i) == " "
        && !matches!(
            doc.token(i + 1).shape,
            Shape::Capital | Shape::Upper | Shape::Mixed
        );
    let fits = doc.language == Language::English
        && token.shape == Shape::Capital
        && (token.is(Facts::RARE) || token.is(Facts::COMMON) && sentence)
        && !token.is(known)
        && !token.opens
        && token.len() >= 4
        && !doc.glued(i)
        && !doc.is_small(word)
        && !(doc.token(i + 1).shape == Shape::Capital
            && doc.token(i + 1).is(Facts::COMPUTING.or(Facts::TECH_NOUN)))
        && !heading(doc, i);
    if !fits {
        return;
    }
    let end = numbered(doc, i).unwrap_or(token.end);
    let kind = guess(doc, i, token);
    if doc.claim(token.start, end, kind, RARE) {
        names.add_word(word, kind);
    }
}

/// The end of the number that closes a name: "Meridian 40".
fn numbered(doc: &Doc, i: usize) -> Option<usize> {
    let next = doc.token(i + 1);
    let closes = doc.gap(i) == " "
        && next.shape == Shape::Number
        && next.len() <= 3
        && doc.byte(next.end) != b'.'
        && !doc.token(i + 2).is(Facts::TECH_NOUN)
        && doc.token_free(i + 1);
    closes.then_some(next.end)
}

/// A word that teams call systems after, with a capital and in no other meaning in the text.
fn is_code_name(doc: &Doc, i: usize, token: Token) -> bool {
    token.is(Facts::CODE_NAME)
        && !token.is(OF_COMPUTING
            .or(Facts::ROLE)
            .or(Facts::NOT_NAME)
            .or(Facts::BUSINESS))
        && token.shape == Shape::Capital
        && !doc.is_small(doc.folded(i))
        && doc.language == Language::English
        && !(token.opens && token.is(Facts::COMMON))
}

/// Whether the words around are of another language than English: there a noun may have a capital.
pub(in crate::anonymise) fn is_foreign_here(doc: &Doc, i: usize) -> bool {
    let says = |token: &Token, facts: Facts, not: Facts| {
        token.shape == Shape::Lower && token.is(facts) && !token.is(not)
    };
    let foreign = |token: &Token| says(token, Facts::FOREIGN, Facts::COMMON);
    let around = i.saturating_sub(5)..doc.tokens.len().min(i + 6);
    // Mostly there is not one such word.
    if !doc
        .tokens
        .get(around)
        .unwrap_or_default()
        .iter()
        .any(foreign)
    {
        return false;
    }
    // No further than the lines beside this one.
    let breaks = |gap: &str| gap.bytes().filter(|b| *b == b'\n').count();
    let (mut score, mut lines) = (0_i32, [0; 2]);
    for n in 1..=5 {
        let back = i.checked_sub(n).map(|at| (at, doc.gap(at)));
        let ahead = (i + n, doc.gap_before(i + n));
        for (beside, lines) in [back, Some(ahead)].into_iter().zip(&mut lines) {
            let Some((at, gap)) = beside else { continue };
            *lines += breaks(gap);
            if *lines <= 1 {
                let token = doc.token(at);
                score += i32::from(foreign(&token));
                score -= i32::from(says(&token, Facts::COMMON, Facts::FOREIGN));
            }
        }
    }
    score > 0
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
    let before = doc.folded(i.wrapping_sub(1));
    // "status PROEF", "with MAXVALUE 9999999", "INFORME DE INCIDENCIA"
    let setting = matches!(
        before,
        "field"
            | "status"
            | "state"
            | "code"
            | "segment"
            | "message"
            | "parameter"
            | "option"
            | "keyword"
            | "column"
            | "mode"
            | "racf"
            | "edifact"
            | "step"
            | "veld"
            | "feld"
            | "champ"
            | "campo"
            | "command"
            | "hint"
            | "process"
            | "exceeds"
            | "warning"
            | "error"
            | "note"
            | "info"
    );
    // "the TABLOCKX hint", "SYSFAIL > 50"
    let called = doc.gap(i) == " "
        && matches!(
            doc.folded(i + 1),
            "hint" | "command" | "parameter" | "error" | "errors" | "status" | "flag" | "option"
        )
        || matches!(doc.gap(i), " > " | " < " | " >= " | " = ");
    let setting = setting || called;
    let valued =
        doc.gap(i) == " " && doc.token(i + 1).shape == Shape::Number && doc.token(i + 1).len() > 2;
    let shouted = doc.language == Language::Other
        && (doc.before(i).shape == Shape::Upper || doc.token(i + 1).shape == Shape::Upper);
    if setting || valued || shouted {
        return false;
    }
    let near = matches!(doc.gap_before(i), " " | "'" | "’");
    let cue = near
        && (doc.before(i).is(Facts::ORG_BEFORE)
            || matches!(
                before,
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
    let told = |word: &str| matches!(word, "told" | "informed" | "notified");
    let cue = cue
        || near && told(before)
        || doc.gap(i) == " " && doc.word(i + 1) == "was" && told(doc.word(i + 2));
    token.len() >= 5 || (cue || bracket) && token.len() <= 5
}

pub(super) fn guess(doc: &Doc, i: usize, token: Token) -> Kind {
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

//! Words that only one house uses: programs in its logs, words with versions, words no list knows.

use rustc_hash::FxHashMap;

use super::identifier::compound;
use super::sweep::KNOWN;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon};
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

/// PRODUCT: small words that no list knows, in logs, with versions or more than once. Example: `{zorbld}[733]: write failed`
pub(super) const RULE: &str = "word-of-the-house";

/// Finds small words that neither a dictionary nor computing knows where they stand as a program does
/// (`gistd[733]:`, "wagonbook 4.11.0", "dedalo ERROR") or come more than once in an English text.
/// Leaves words made of two known ones, and the language of the trade that dictionaries have.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    let mut seen: FxHashMap<u64, u32> = FxHashMap::default();
    let mut programs = Vec::new();
    for i in doc.with(Looks::UNCOMMON) {
        let token = doc.token(i);
        if token.shape != Shape::Lower
            || token.is(Facts::COMMON)
            || !(4..=16).contains(&token.len())
            || !doc.token_free(i)
        {
            continue;
        }
        if is_unknown(doc, i, token) {
            *seen.entry(token.hash).or_default() += 1;
        }
        if is_program(doc, i, token) {
            programs.push(i);
        }
    }
    // A part of a text repeats what the rest of it says, too.
    let mut all: FxHashMap<u64, u32> = FxHashMap::default();
    if let Some(whole) = doc.whole().filter(|_| !seen.is_empty()) {
        for (i, &token) in whole.tokens.iter().enumerate() {
            let again = token.shape == Shape::Lower && seen.contains_key(&token.hash);
            if again && whole.token_free(i) && is_unknown(whole, i, token) {
                *all.entry(token.hash).or_default() += 1;
            }
        }
    }
    seen.retain(|hash, times| (*times).max(all.get(hash).copied().unwrap_or(0)) >= 2);
    for i in programs {
        let token = doc.token(i);
        if doc.claim(token.start, token.end, Kind::Product, RULE) {
            names.add_own(doc.word(i), Kind::Product);
            names.add_small(doc.word(i));
        }
    }
    if doc.language != Language::English || seen.is_empty() {
        return;
    }
    for i in doc.with(Looks::UNCOMMON) {
        let token = doc.token(i);
        if token.shape == Shape::Lower
            && token.facts.without(UNSAID) == Facts::NONE
            && seen.contains_key(&token.hash)
            && doc.claim(token.start, token.end, Kind::Product, RULE)
        {
            names.add_word(doc.folded(i), Kind::Product);
        }
    }
}

/// What may be known of a word that no list of words knows.
const UNSAID: Facts = Facts::NAME.or(Facts::PLACE);

/// A word of letters that no list knows, by itself in a sentence.
fn is_unknown(doc: &Doc, i: usize, token: Token) -> bool {
    token.facts.without(UNSAID) == Facts::NONE
        && !doc.glued(i)
        && doc.word(i).bytes().all(|b| b.is_ascii_lowercase())
        && !matches!(doc.byte(token.end), b'(' | b'=' | b'\'')
        && !compound(doc.word(i))
        && !is_derived(doc.word(i))
}

/// A known word with something before or behind it: filings, describer, noformat.
fn is_derived(word: &str) -> bool {
    let known = |part: &str| {
        let facts = Lexicon::shipped().facts(part);
        part.len() >= 3 && facts.any(Facts::ENGLISH.or(Facts::COMPUTING))
    };
    let behind = [
        "s", "r", "ing", "ings", "er", "ers", "able", "ly", "less", "ness", "y", "ish",
    ];
    let before = [
        "no", "non", "un", "re", "pre", "de", "sub", "multi", "auto", "co", "op", "tg", "pg",
    ];
    behind
        .iter()
        .filter_map(|end| word.strip_suffix(end))
        .any(known)
        || before
            .iter()
            .filter_map(|head| word.strip_prefix(head))
            .any(known)
}

/// Where a program's name stands: before its process number, its version, the level of its log line.
fn is_program(doc: &Doc, i: usize, token: Token) -> bool {
    let known = KNOWN.without(Facts::RARE).or(Facts::GIVEN);
    if token.is(known)
        || !matches!(doc.byte(token.end), b'[' | b' ')
        || doc.glued(i) && doc.byte(token.end) != b'['
    {
        return false;
    }
    let next = doc.token(i + 1);
    let number = next.shape == Shape::Number;
    let gap = doc.gap(i);
    let process = gap == "[" && number && doc.slice(next.end, next.end + 2) == "]:";
    let version = (gap == " "
        && (number || doc.word(i + 1).starts_with('v') && next.shape == Shape::Code))
        && doc.byte(next.end) == b'.'
        && doc.token(i + 2).shape == Shape::Number
        && doc.token(i + 2).start == next.end + 1
        && (doc.byte(doc.token(i + 2).end) == b'.' || next.shape == Shape::Code);
    let level = gap == " "
        && matches!(
            doc.word(i + 1),
            "ERROR" | "WARN" | "INFO" | "FATAL" | "DEBUG"
        )
        && doc.before(i).shape == Shape::Number;
    (process || version || level) && !is_derived(doc.word(i)) && !compound(doc.word(i))
}

#[cfg(test)]
mod tests;

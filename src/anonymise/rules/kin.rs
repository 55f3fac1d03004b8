//! What belongs to what was found: the rest of its identifier, the same one elsewhere, its siblings.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::declared::RULE as DECLARED;
use super::host::RULE as HOST;
use super::linked::{RULE as LINKED, identifier};
use super::machine_words::is_interface;
use super::source::RULE as SOURCE;
use super::sweep::KNOWN;
use super::ticket::TICKET;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon};
use crate::anonymise::table::{Sieve, hash};
use crate::anonymise::token::Shape;

/// Lets a name that was found grow to the identifier it begins: the ticket `QLP-3308` and the file
/// number `QLP/BR/24/0992` of a declared QLP, the database `heron-ro` of a declared Heron.
pub(super) fn whole(doc: &mut Doc) {
    for number in 0..doc.found.len() {
        let Some(found) = doc.found.get(number) else {
            break;
        };
        if !matches!(found.kind, Kind::Org | Kind::Product) {
            continue;
        }
        let (start, end, declared) = (found.start, found.end, found.rule == DECLARED);
        let text = doc.slice(start, end);
        if text
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        {
            let flight = (text.len() == 2).then(|| flight(doc, end)).flatten();
            if let Some(tail) = numbered(doc, end).or(flight)
                && doc.is_free(end, tail)
            {
                doc.take(start, tail, Kind::Id, TICKET);
            }
        } else if declared
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        {
            let first = doc.token_from(start);
            let (from, to) = identifier(doc, first);
            if (from, to) != (start, end) && from <= start && end <= to && !is_path(doc, to) {
                doc.take(from, to, Kind::Product, DECLARED);
            }
        }
    }
}

/// The end of ` 455` at `end`: the number of an airline's flight.
fn flight(doc: &Doc, end: usize) -> Option<usize> {
    let i = doc.token_from(end);
    let number = doc.token(i);
    let fits = doc.slice(end, number.start) == " "
        && number.shape == Shape::Number
        && (3..=4).contains(&number.len())
        && !(doc.gap(i) == " " && doc.token(i + 1).is(Facts::TECH_NOUN.or(Facts::BUSINESS)));
    fits.then_some(number.end)
}

/// Whether the identifier is called or is a file.
fn is_path(doc: &Doc, end: usize) -> bool {
    doc.byte(end) == b'(' || doc.byte(end) == b'.' && doc.byte(end + 1).is_ascii_alphanumeric()
}

/// The end of `-3308` and `/BR/24/0992` at `end`.
fn numbered(doc: &Doc, end: usize) -> Option<usize> {
    let sign = doc.byte(end);
    if !matches!(sign, b'-' | b'/') {
        return None;
    }
    let ahead = doc.ahead(end, 24);
    let stop = ahead
        .find(|c: char| !(c.is_ascii_digit() || c.is_ascii_uppercase() || matches!(c, '-' | '/')))
        .unwrap_or(ahead.len());
    let run = ahead.get(..stop)?.trim_end_matches(['-', '/']);
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let next = doc.byte(end + run.len());
    let goes_on = next.is_ascii_alphanumeric()
        || matches!(next, b'_' | b'(')
        || next == b'.' && doc.byte(end + run.len() + 1).is_ascii_alphanumeric();
    let pure = run
        .split(['-', '/'])
        .filter(|part| !part.is_empty())
        .any(|part| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    (digits >= 2 && pure && !goes_on).then_some(end + run.len())
}

/// Finds identifiers again that were found once, also as the head of a longer one (`heron-db2-0004.vmdk`),
/// and machines that differ from a found one, or from each other, by their number alone.
pub(super) fn find(doc: &mut Doc) {
    siblings(doc);
    again(doc);
}

/// `kestrl02` beside `kestrl01`: words that no list knows, with a number.
fn siblings(doc: &mut Doc) {
    let mut stems: FxHashMap<String, BTreeSet<String>> = FxHashMap::default();
    let mut found = FxHashSet::default();
    for finding in doc.found.iter().filter(|found| found.kind == Kind::Host) {
        let text = doc.slice(finding.start, finding.end);
        let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
        if stem.len() < text.len() && stem.len() >= 3 && !stem.ends_with(['.', '-', '_']) {
            found.insert(stem.to_ascii_lowercase());
        }
    }
    let own = |doc: &Doc, i: usize| {
        let word = doc.word(i);
        let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let lower = stem.bytes().all(|b| b.is_ascii_lowercase());
        let plain = stem.len() >= 4 && (1..=3).contains(&(word.len() - stem.len()));
        let alone = !matches!(doc.byte(doc.token(i).end), b'(' | b'=' | b'_' | b'-' | b'.')
            || doc.byte(doc.token(i).end) == b'.'
                && !doc.byte(doc.token(i).end + 1).is_ascii_alphanumeric();
        let free = !matches!(
            doc.byte_before(doc.token(i).start),
            b'.' | b'_' | b'-' | b'/' | b'$'
        );
        (lower && plain && alone && free && !is_interface(word)).then(|| stem.to_owned())
    };
    for i in doc.digits() {
        if doc.token(i).shape == Shape::Code
            && let Some(stem) = own(doc, i)
            && !Lexicon::shipped().facts(&stem).any(KNOWN)
        {
            stems
                .entry(stem)
                .or_default()
                .insert(doc.word(i).to_owned());
        }
    }
    stems.retain(|_, words| words.len() >= 2);
    if stems.is_empty() && found.is_empty() {
        return;
    }
    for i in doc.digits() {
        let token = doc.token(i);
        if token.shape != Shape::Code || !doc.token_free(i) {
            continue;
        }
        let listed = own(doc, i).is_some_and(|stem| stems.contains_key(&stem));
        let stem = doc.folded(i).trim_end_matches(|c: char| c.is_ascii_digit());
        if listed || !doc.glued(i) && found.contains(stem) {
            doc.claim(token.start, token.end, Kind::Host, HOST);
        }
    }
}

/// What was found once, exactly as it is written there.
fn again(doc: &mut Doc) {
    let mut known: FxHashMap<u64, Kind> = FxHashMap::default();
    let mut firsts = Sieve::<64>::default();
    for found in &doc.found {
        let text = doc.slice(found.start, found.end);
        let first = doc.token_from(found.start);
        // "scale-down" was a name once, and is a plain word elsewhere.
        let plain = found.rule != SOURCE
            && (first..first + 8)
                .map(|at| doc.token(at))
                .take_while(|token| token.start < found.end)
                .all(|token| token.is(Facts::ENGLISH));
        if matches!(
            found.kind,
            Kind::Host | Kind::Product | Kind::Id | Kind::Org
        ) && is_identifier(text)
            && !plain
        {
            known.insert(hash(&text.to_ascii_lowercase()), found.kind);
            firsts.add(doc.token(first).hash);
        }
    }
    if known.is_empty() {
        return;
    }
    for (i, &token) in doc.all().iter().enumerate() {
        if !firsts.may_have(token.hash) || !doc.token_free(i) {
            continue;
        }
        let mut longest = None;
        let mut at = i;
        loop {
            let end = doc.token(at).end;
            let text = doc.slice(token.start, end);
            if let Some(kind) = known.get(&hash(&text.to_ascii_lowercase())) {
                longest = Some((end, *kind));
            }
            if at >= i + 8 || !matches!(doc.gap(at), "-" | "_") || !doc.token_free(at + 1) {
                break;
            }
            at += 1;
        }
        if let Some((end, kind)) = longest {
            doc.claim(token.start, end, kind, LINKED);
        }
    }
}

/// Joined by hyphens or with a number: nothing that a sentence says by itself.
fn is_identifier(text: &str) -> bool {
    let has = |test: fn(&u8) -> bool| text.as_bytes().iter().any(test);
    (5..=64).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        && has(u8::is_ascii_alphabetic)
        && (has(u8::is_ascii_digit) || has(|b| matches!(b, b'-' | b'_')))
        && !text.starts_with(['-', '_'])
}

#[cfg(test)]
mod tests;

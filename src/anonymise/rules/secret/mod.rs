//! Passwords, keys and tokens.

mod file;
mod keyed;
mod pem;
mod random;
mod token;
mod told;

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::Regex;

pub(super) use self::random::references;
pub(super) use self::told::cues;
use super::pattern;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::table::Words;

/// SECRET: pass phrases told in prose, passwords in addresses. Example: `the password that he used, {Sh0sholoza!7}, was old`
const RULE: &str = "secret";
/// SECRET: tokens with a provider's prefix, JSON web tokens. Example: `key {AKIA3QWN0TREALKEY7ZP} leaked`
const TOKEN: &str = "secret-token";
/// SECRET: values given to names such as password and `api_key`. Example: `password: {hunter2!Winter}`
const ASSIGNED: &str = "secret-assigned";

/// Finds PEM blocks, tokens with a provider's prefix, JSON web tokens, values given to names such as
/// `password`, `api_key` or `-P`, pass phrases told in prose, and long random strings. Leaves names of
/// settings, placeholders such as `${PASSWORD}` and `****`, and ordinary words.
/// Example: "the shared pw tullamore-dew-42 is dead" becomes `the shared pw [secret] is dead`.
pub(super) fn find(doc: &mut Doc) {
    pem::find(doc);
    token::find(doc);
    let cued = keyed::lines(doc.text);
    keyed::keyed(doc, &cued);
    keyed::loose(doc, &cued);
    file::find(doc);
    prose(doc);
    keyed::phrase(doc, &cued);
    pin(doc);
    told::find(doc, &cued);
    random::find(doc);
}

/// Where the value that begins at `start` ends.
fn value_end(doc: &Doc, start: usize, quote: u8) -> usize {
    let rest = doc.ahead(start, 512);
    let stop = |c: char| match quote {
        b'"' | b'\'' | b'`' => c == char::from(quote) || c == '\n',
        _ => {
            c.is_whitespace()
                || matches!(
                    c,
                    '"' | '\'' | '`' | ',' | ';' | ')' | '<' | '|' | '”' | '»' | ']' | '}'
                )
        }
    };
    let value = rest
        .get(..rest.find(stop).unwrap_or(rest.len()))
        .unwrap_or_default();
    start + value.trim_end_matches(['.', ':', '\\', '?', '*']).len()
}

/// Whether `value` can be a secret at all: not a reference, not a mask, not a keyword.
fn is_value(value: &str, least: usize) -> bool {
    let plain = value.trim_matches(['*', '.', 'x', 'X', '-', '_', '<', '>']);
    value.len() >= least
        && !plain.is_empty()
        && !value.starts_with(['$', '{', '<', '%', '[', '(', '/', '#', '&', ':'])
        && !value.contains("://")
        && !matches!(
            value.to_ascii_lowercase().as_str(),
            "true"
                | "false"
                | "null"
                | "none"
                | "nil"
                | "required"
                | "optional"
                | "string"
                | "undefined"
                | "redacted"
                | "changed"
                | "expired"
                | "rotated"
        )
}

/// Whether `value` looks made rather than written: digits or signs among letters.
fn is_odd(value: &str) -> bool {
    let has = |test: fn(&char) -> bool| value.chars().any(|c| test(&c));
    let letters = has(|c| c.is_alphabetic());
    let digits = has(char::is_ascii_digit);
    let signs = has(|c| {
        matches!(
            c,
            '!' | '#' | '$' | '%' | '^' | '&' | '+' | '?' | '~' | '@' | '='
        )
    });
    let mixed = value.chars().skip(1).any(char::is_uppercase)
        && has(|c| c.is_lowercase())
        && has(|c| c.is_uppercase());
    letters && digits && (value.len() >= 6) && !value.contains('(')
        || letters && signs && value.len() >= 6
        || mixed && digits
}

/// `password: the old one`, `token = request.token`: words and code, no secret.
fn is_prose(doc: &Doc, value: &str, end: usize) -> bool {
    let word = value.chars().all(char::is_alphabetic);
    let known = word
        && Lexicon::shipped().facts(&fold(value)).any(
            Facts::ENGLISH
                .or(Facts::COMPUTING)
                .or(Facts::FOREIGN)
                .or(Facts::ACRONYM),
        );
    let bare = !matches!(doc.byte(end), b'"' | b'\'' | b'`');
    let named = value
        .bytes()
        .all(|b| b.is_ascii_alphabetic() || matches!(b, b'.' | b'_'))
        && value.contains(['.', '_'])
        && value.split(['.', '_']).any(|part| {
            Lexicon::shipped().facts(&fold(part)).any(Facts::COMPUTING)
                || matches!(part, "" | "self" | "this" | "request" | "settings" | "args")
                || part.contains("token")
                || part.contains("pass")
        });
    let code = value.contains('(')
        || bare && (value.contains('[') || named)
        || doc.byte(end) == b'('
        || !is_odd(value)
            && value.contains(['.', '_', '-'])
            && value.split(['.', '_', '-']).all(|part| {
                Lexicon::shipped()
                    .facts(&fold(part))
                    .any(Facts::ENGLISH.or(Facts::COMPUTING))
            });
    known
        || code
        || value.len() < 4 && !is_odd(value)
        || doc.byte(end) == b' ' && word && value.len() < 5
}

/// A password told in a sentence: something odd within reach after a word for it.
fn prose(doc: &mut Doc) {
    const WORDS: &[&str] = &[
        "password",
        "passwd",
        "passphrase",
        "keystore pass",
        " pw ",
        "passwort",
        "kennwort",
        "contraseña",
        "mot de passe",
        "wachtwoord",
        "senha",
        "secret",
        "credential",
        " token",
    ];
    static CUES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(WORDS)
            .ok()
    });
    let text = doc.text;
    let told = |&(start, end): &(usize, usize)| is_password(doc.slice(start, end));
    if !doc.chunks.iter().any(told) {
        return;
    }
    let Some(cues) = CUES.as_ref() else { return };
    let mut done = 0;
    for cue in cues.find_iter(text) {
        let first = doc
            .chunks
            .partition_point(|(start, _)| *start < cue.end().max(done));
        let limit = cue.end() + 220;
        let mut at = first;
        while let Some(&(start, end)) = doc.chunks.get(at) {
            if start > limit || doc.slice(done.max(cue.end()), start).contains("\n\n") {
                break;
            }
            done = start;
            at += 1;
            let chunk = doc.slice(start, end);
            if is_password(chunk) {
                doc.claim(start, end, Kind::Secret, RULE);
            }
        }
    }
}

/// `PIN 4711`, `door code: 0815#`.
fn pin(doc: &mut Doc) {
    static CUE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:pin|passcode|(?:door|gate|access|alarm|unlock|entry|safe|lock|keypad) code)(?: (?:code|number|is|was|still|now)){0,3}[:= #]{1,3}(\d{4,8})\b[#*]?",
        )
    });
    static CUES: LazyLock<Words> = LazyLock::new(|| Words::of("pin passcode code"));
    let cued = |i: usize| {
        let near = (1..=5).filter_map(|back| i.checked_sub(back));
        (4..=8).contains(&doc.token(i).len())
            && near.into_iter().any(|at| CUES.has(doc.token(at).hash))
    };
    if !doc.digits().any(cued) {
        return;
    }
    for found in CUE.captures_iter(doc.text) {
        if let (Some(all), Some(digits)) = (found.get(0), found.get(1)) {
            doc.claim(digits.start(), all.end(), Kind::Secret, RULE);
        }
    }
}

fn is_password(chunk: &str) -> bool {
    if !(8..=64).contains(&chunk.len()) || !chunk.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let count = |test: fn(char) -> bool| chunk.chars().filter(|c| test(*c)).count();
    let lower = count(|c| c.is_ascii_lowercase());
    let upper = count(|c| c.is_ascii_uppercase());
    let digits = count(|c| c.is_ascii_digit());
    let signs = count(|c| {
        matches!(
            c,
            '!' | '#' | '$' | '%' | '^' | '&' | '*' | '~' | '@' | '?' | '+'
        )
    });
    let inner = chunk.get(1..).unwrap_or_default();
    let classes = [lower, upper, digits, signs]
        .iter()
        .filter(|n| **n > 0)
        .count();
    classes >= 3
        && (signs > 0 || leet(chunk))
        && !chunk.contains(['/', '=', ':', '\\', '.'])
        && !inner.contains('@')
}

/// Digits between letters, as in `Sh0sholoza`.
fn leet(chunk: &str) -> bool {
    chunk.as_bytes().windows(3).any(|w| matches!(w, [a, b, c] if a.is_ascii_alphabetic() && b.is_ascii_digit() && c.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests;

//! Passwords, keys and tokens.

use super::entropy::random;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use memchr::memmem;
use regex::Regex;

use super::pattern;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};

const RULE: &str = "secret";
const PEM: &str = "secret-pem";
const TOKEN: &str = "secret-token";
const ASSIGNED: &str = "secret-assigned";

/// Beginnings that providers give their tokens.
const PREFIXES: &[&str] = &[
    "AKIA",
    "ASIA",
    "ABIA",
    "ACCA",
    "AIza",
    "ya29.",
    "GOCSPX-",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "gldt-",
    "glrt-",
    "glcbt-",
    "xoxb-",
    "xoxp-",
    "xoxa-",
    "xoxr-",
    "xoxs-",
    "xapp-",
    "sk_live_",
    "sk_test_",
    "rk_live_",
    "rk_test_",
    "pk_live_",
    "whsec_",
    "sk-ant-",
    "sk-proj-",
    "SG.",
    "key-",
    "npm_",
    "pypi-",
    "dop_v1_",
    "doo_v1_",
    "hvs.",
    "hvb.",
    "s.",
    "dapi",
    "shpat_",
    "shpss_",
    "shpca_",
    "sq0atp-",
    "sq0csp-",
    "EAAA",
    "eyJ",
    "AGE-SECRET-KEY-",
    "lin_api_",
    "PMAK-",
    "NRAK-",
    "glsa_",
    "glc_",
    "dckr_pat_",
    "ATATT3",
    "ops_ey",
    "figd_",
];

static STARTS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(PREFIXES).ok());

static KEYED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)(?:pass(?:word|wd|phrase|wort|code)?|pwd|\bpw\b|secret|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|auth[_-]?key|account[_-]?key|token|credentials?|bearer|kennwort|contrase[nñ]a|mot de passe|wachtwoord|senha|passord|passcode|pin code|psk|community(?: string)?|snmp string)(?:[_-]?[a-z0-9]{0,20})?["'\]\\]{0,3}(?:[ \t]*(?::=|=>|=|:)[ \t]*|[ \t]+(?:(?:was|is|ist|war|est|était|es|era|now|still|then)[ \t]+)+(?:set to[ \t]+|literally[ \t]+|just[ \t]+)?|[ \t]+)["'`“«\\]{0,3}"#,
    )
});

/// Finds PEM blocks, tokens with a provider's prefix, JSON web tokens, values given to names such as
/// `password`, `api_key` or `-P`, pass phrases told in prose, and long random strings. Leaves names of
/// settings, placeholders such as `${PASSWORD}` and `****`, and ordinary words.
/// Example: "the shared pw tullamore-dew-42 is dead" becomes `the shared pw [secret] is dead`.
pub(super) fn find(doc: &mut Doc) {
    pem(doc);
    prefixed(doc);
    keyed(doc);
    prose(doc);
    random(doc);
}

fn pem(doc: &mut Doc) {
    let bytes = doc.text.as_bytes();
    let mut from = 0;
    while let Some(at) = memmem::find(bytes.get(from..).unwrap_or_default(), b"-----BEGIN ") {
        let start = from + at;
        let rest = doc.text.get(start + 11..).unwrap_or_default();
        let close = memmem::find(rest.as_bytes(), b"-----END ").map(|end| start + 11 + end);
        let end = match close {
            Some(end) => {
                let tail = doc.ahead(end + 9, 80);
                end + 9 + tail.find("-----").map_or(0, |dash| dash + 5)
            }
            // A block that was cut off ends with its last line of base64.
            None => start + 11 + rest.find("\n\n").unwrap_or(rest.len()),
        };
        doc.claim(start, end, Kind::Secret, PEM);
        from = end.max(start + 11);
    }
}

pub(super) fn is_token_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'+' | b'/' | b'=' | b'~')
}

fn prefixed(doc: &mut Doc) {
    let Some(starts) = STARTS.as_ref() else {
        return;
    };
    let text = doc.text;
    for found in starts.find_iter(text) {
        let before = doc.byte_before(found.start());
        if before.is_ascii_alphanumeric() {
            continue;
        }
        let tail = text.as_bytes().get(found.end()..).unwrap_or_default();
        let length = tail.iter().take_while(|b| is_token_byte(**b)).count();
        let body = doc
            .slice(found.end(), found.end() + length)
            .trim_end_matches(['.', '-', '/']);
        let digits = body.bytes().filter(u8::is_ascii_digit).count();
        let prefix = found.len();
        let enough = if prefix <= 4 { 14 } else { 10 };
        if body.len() >= enough && digits >= 1 {
            doc.claim(found.start(), found.end() + body.len(), Kind::Secret, TOKEN);
        }
    }
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

fn keyed(doc: &mut Doc) {
    let text = doc.text;
    for found in KEYED.find_iter(text) {
        let start = found.end();
        let joint = found.as_str();
        let quote = doc.byte_before(start);
        let end = value_end(doc, start, quote);
        let value = doc.slice(start, end);
        let told = joint.trim_end_matches(['"', '\'', '`', '“', '«', '\\']);
        let assigned = told.trim_end().ends_with(['=', ':', '>']);
        let said = !assigned && told.split_whitespace().count() > 1;
        let fits = if assigned {
            is_value(value, 3) && !is_prose(doc, value, end)
        } else if said {
            is_value(value, 4) && (is_odd(value) || matches!(quote, b'"' | b'`' | b'\''))
        } else {
            is_value(value, 6)
                && (is_odd(value)
                    || matches!(quote, b'"' | b'`')
                        && found.as_str().to_ascii_lowercase().starts_with("pass"))
        };
        if fits {
            doc.claim(start, end, Kind::Secret, ASSIGNED);
        }
    }
    for flag in [
        " -P ",
        " -P '",
        " --password ",
        " -p'",
        " -u root -p",
        "Bearer ",
        "Basic ",
    ] {
        for at in memmem::find_iter(text.as_bytes(), flag.as_bytes()) {
            let quoted = doc.byte(at + flag.len()) == b'\'' || doc.byte(at + flag.len()) == b'"';
            let start = at + flag.len() + usize::from(quoted);
            let end = value_end(doc, start, doc.byte_before(start));
            let value = doc.slice(start, end);
            if is_value(value, 6) && is_odd(value) {
                doc.claim(start, end, Kind::Secret, ASSIGNED);
            }
        }
    }
}

/// Whether `value` can be a secret at all: not a reference, not a mask, not a keyword.
fn is_value(value: &str, least: usize) -> bool {
    let plain = value.trim_matches(['*', '.', 'x', 'X', '-', '_', '<', '>']);
    value.len() >= least
        && !plain.is_empty()
        && !value.starts_with(['$', '{', '<', '%', '[', '(', '/', '#', '&'])
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
    let code = value.contains('(')
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
    let Some(cues) = CUES.as_ref() else { return };
    let text = doc.text;
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

fn is_password(chunk: &str) -> bool {
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
    (8..=64).contains(&chunk.len())
        && classes >= 3
        && digits > 0
        && (signs > 0 || leet(chunk))
        && !chunk.contains(['/', '=', ':', '\\', '.'])
        && !inner.contains('@')
}

/// Digits between letters, as in `Sh0sholoza`.
fn leet(chunk: &str) -> bool {
    chunk.as_bytes().windows(3).any(|w| matches!(w, [a, b, c] if a.is_ascii_alphabetic() && b.is_ascii_digit() && c.is_ascii_lowercase()))
}

//! Passwords that stand aside in a sentence, behind a user name, and on a door.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::super::pattern;
use super::keyed::each;
use super::{RULE, is_odd, is_value};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::looks::Looks;
use crate::anonymise::table::Words;

/// `whose password, letmeinletmein, is old`, `the old box's password (Tricer4tops!)`.
static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)\b(?:password|passwd|passphrase|passcode|passwort|kennwort|contraseña|clave|mot de passe|wachtwoord|senha|palavra-passe|passord|lösenord|pw|api key|api token|access key|one key|cookie|pass|shared secret|secret|community string|identified by)(?: [^\n.,;:(“"`–—]{1,60}?)?(?:, | \(|: | – | — | [“"'`]|, [“"`]| \([“"`]| étant | siendo | sendo )[“"`]?"#,
    )
});

/// `login ted_app / Hedgehog!2019`, `labadmin / brindle22`.
static PAIR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)^(?:login|logon|user|account|credentials?|zugang|anmeldung|usuario|utilisateur|gebruiker|bruker)(?: (?:is|was|name))?[ :=]{1,2}[`"']?[\w.@-]{2,40}[`"']? (?:/|\+|and|with) [`"']?"#,
    )
});

/// `code: 4471#`, `the code on the card is *0815#`.
static DOOR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^code\b[^\n.;]{0,60}?[ :]([*]?\d{4,8}[#*])"));

/// What [`PAIR`] begins with.
static ACCOUNTS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "login logon user account credential credentials zugang anmeldung usuario utilisateur gebruiker \
         bruker",
    )
});

/// What [`DOOR`] begins with.
static CODE: LazyLock<Words> = LazyLock::new(|| Words::of("code"));

/// The words at which [`find`] looks closer.
pub(in crate::anonymise::rules) fn cues() -> impl Iterator<Item = u64> {
    ACCOUNTS.hashes().chain(CODE.hashes())
}

/// `cued` are the lines with a word for a password.
pub(super) fn find(doc: &mut Doc, cued: &[Range<usize>]) {
    let text = doc.text;
    for (line, found) in each(text, cued, &ASIDE) {
        aside(doc, line + found.end());
    }
    for i in doc.with(Looks::SECRET) {
        let token = doc.token(i);
        if ACCOUNTS.has(token.hash)
            && matches!(doc.byte(token.end), b' ' | b':' | b'=')
            && let Some(found) = PAIR.find(doc.ahead(token.start, 200))
        {
            let start = token.start + found.end();
            let value = value(doc, start);
            if is_value(value, 6) && is_odd(value) && !value.contains("://") {
                doc.claim(start, start + value.len(), Kind::Secret, RULE);
            }
        }
        if CODE.has(doc.token(i).hash)
            && let Some(found) = DOOR.captures(doc.ahead(token.start, 100))
            && let Some(digits) = found.get(1)
        {
            let (start, end) = (token.start + digits.start(), token.start + digits.end());
            doc.claim(start, end, Kind::Secret, RULE);
        }
    }
}

/// The run at `start` to the next space or closing sign.
fn value<'a>(doc: &Doc<'a>, start: usize) -> &'a str {
    let rest = doc.ahead(start, 64);
    let stop = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ')' | '"' | '`' | '”' | '“' | '|' | '<' | '…')
    };
    let value = rest
        .get(..rest.find(stop).unwrap_or(rest.len()))
        .unwrap_or_default();
    value.trim_end_matches(['.', ':', '?'])
}

/// Takes one made or strange word that a sign encloses or a clause ends behind.
fn aside(doc: &mut Doc, start: usize) {
    let value = value(doc, start);
    let end = start + value.len();
    let closed = matches!(
        doc.byte(end),
        b',' | b')' | b'"' | b'\'' | b'`' | b'\n' | b';' | 0
    ) || doc.byte(end) == b'.' && !doc.byte(end + 1).is_ascii_alphanumeric()
        || doc.slice(end, end + 3) == "”";
    // skid/Fil7ro.2024: the user and the password
    let (user, word) = value.rsplit_once('/').unwrap_or(("", value));
    let pair = !user.is_empty() && !user.contains('/') && is_odd(word);
    let plain = !value.contains('/') || pair;
    if !closed || !is_value(value, 6) || value.contains(['(', '=', '{']) || !plain {
        return;
    }
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let small = value.bytes().all(|b| b.is_ascii_lowercase());
    let known = Lexicon::shipped().facts(&fold(value)).any(
        Facts::ENGLISH
            .or(Facts::COMPUTING)
            .or(Facts::SOFTWARE)
            .or(Facts::FOREIGN)
            .or(Facts::NAME)
            .or(Facts::TECH),
    );
    // INC-4711, 2024-03-14, 1.2.3, v1.20: nothing that one types at a prompt.
    let ticket = value
        .bytes()
        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'-' | b'/'));
    let version = value
        .trim_start_matches('v')
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b':'));
    let file = value.contains('.') && digits < 2;
    let made = letters >= 3 && digits >= 1 || is_odd(value) || small && letters >= 10 && !known;
    let mail = value
        .split_once('@')
        .is_some_and(|(_, at)| at.contains('.'));
    if made && !ticket && !version && !file && !mail {
        doc.claim(start, end, Kind::Secret, RULE);
    }
}

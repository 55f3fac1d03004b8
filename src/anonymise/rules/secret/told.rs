//! Passwords that stand aside in a sentence, behind a user name, and on a door.

use std::sync::LazyLock;

use regex::Regex;

use super::super::pattern;
use super::{RULE, is_odd, is_value};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::table::{Words, hash};

/// The words that a password may stand aside from.
static SECRETS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "password passwd passphrase passcode passwort kennwort contrasena clave mot wachtwoord senha palavra \
         passord losenord pw api access one cookie pass",
    )
});
/// The words before a user name with its password.
static ACCOUNTS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "login logon user account credential credentials zugang anmeldung usuario utilisateur gebruiker bruker",
    )
});

/// `whose password, letmeinletmein, is old`, `the old box's password (Tricer4tops!)`.
static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"^(?i)(?:password|passwd|passphrase|passcode|passwort|kennwort|contraseña|clave|mot de passe|wachtwoord|senha|palavra-passe|passord|lösenord|pw|api key|api token|access key|one key|cookie|pass)(?: [^\n.,;:(“"`–—]{1,60}?)?(?:, | \(|: | – | — | [“"`]|, [“"`]| \([“"`]| étant | siendo | sendo )[“"`]?"#,
    )
});

/// `login ted_app / Hedgehog!2019`, `labadmin / brindle22`.
static PAIR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"^(?i)\p{L}+(?: (?:is|was|name))?[ :=]{1,2}[`"']?[\w.@-]{2,40}[`"']? (?:/|\+|and|with) [`"']?"#,
    )
});

/// `code: 4471#`, `the code on the card is *0815#`.
static DOOR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?i)code\b[^\n.;]{0,60}?[ :]([*]?\d{4,8}[#*])"));

pub(super) fn find(doc: &mut Doc) {
    for token in doc.all().iter() {
        let start = token.start;
        if SECRETS.has(token.hash)
            && let Some(found) = ASIDE.find(doc.ahead(start, 128))
        {
            aside(doc, start + found.end());
        } else if ACCOUNTS.has(token.hash)
            && let Some(found) = PAIR.find(doc.ahead(start, 96))
        {
            let from = start + found.end();
            let value = value(doc, from);
            if is_value(value, 6) && is_odd(value) && !value.contains("://") {
                doc.claim(from, from + value.len(), Kind::Secret, RULE);
            }
        } else if token.hash == *CODE
            && let Some(digits) =
                (DOOR.captures(doc.ahead(start, 96))).and_then(|found| found.get(1))
        {
            doc.claim(
                start + digits.start(),
                start + digits.end(),
                Kind::Secret,
                RULE,
            );
        }
    }
}

static CODE: LazyLock<u64> = LazyLock::new(|| hash("code"));

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
    let closed = matches!(doc.byte(end), b',' | b')' | b'"' | b'`' | b'\n' | b';' | 0)
        || doc.byte(end) == b'.' && !doc.byte(end + 1).is_ascii_alphanumeric()
        || doc.slice(end, end + 3) == "”";
    if !closed || !is_value(value, 6) || value.contains(['(', '=', '/', '{']) {
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
    if made && !ticket && !version && !file && !value.contains('@') {
        doc.claim(start, end, Kind::Secret, RULE);
    }
}

//! Values given to names such as `password`, and pass phrases.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};
use memchr::memmem;
use regex::{Match, Regex};

use super::super::pattern;
use super::file::has_flags;
use super::{ASSIGNED, RULE, is_odd, is_prose, is_value, random, value_end};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

static KEYED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)(?:pa?ss?w(?:or?|r)?d|pass(?:phrase|wort|code)?|user_?pwd|activation[_ ]key|recovery[_ ]code|pwd|\bpw\b|secret|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|auth[_-]?key|account[_-]?key|token|credentials?|bearer|kennwort|contrase[nñ]a|mot de passe|wachtwoord|senha|passord|l[oö]senord|adgangskode|salasana|heslo|has[lł]o|parola|clave|jelsz[oó]|пароль|passcode|pin code|psk|community(?: string)?|snmp string)(?:[_-]?[a-z0-9]{0,20})?["'\]\\]{0,3}(?:[ \t]*(?::=|=>|=|:)[ \t]*|[ \t]+(?:(?:was|is|ist|war|est|était|es|era|now|still|then)[ \t]+)+(?:set to[ \t]+|literally[ \t]+|just[ \t]+)?|[ \t]+)["'`“«\\]{0,3}"#,
    )
});

/// Words beside which a value is a secret only if it looks like one.
static LOOSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)(?:key|salt|nonce|auth(?:orization)?|signature|sig|dsn|session|sid|otp|totp|seed|webhook)["'\]\\]{0,3}[ \t]*(?::=|=>|=|:)[ \t]*["'`\\]{0,3}"#,
    )
});

/// Words for a pass phrase.
static PHRASE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)(?:pass[ -]?phrase|(?:recovery|seed|mnemonic) (?:phrase|words)|mnemonic)["']?(?: (?:was|is|now|still))*[:= ]{1,3}"#,
    )
});

/// Parts of words, one of which is in all that [`KEYED`] and [`PHRASE`] find.
const CUES: &str = "swd,swod,sword,swrd,pass,pwd,pw,secret,token,credential,bearer,kennwort,contrase,\
    wachtwoord,senha,senord,adgangskode,salasana,heslo,haslo,hasło,hasŁo,parola,clave,jelsz,пароль,\
    Пароль,ПАРОЛЬ,psk,community,recovery code,recovery_code,pin code,snmp string,activation key,\
    activation_key,apikey,api_key,api-key,accesskey,access_key,access-key,privatekey,private_key,\
    private-key,signingkey,signing_key,signing-key,encryptionkey,encryption_key,encryption-key,\
    authkey,auth_key,auth-key,accountkey,account_key,account-key,phrase,mnemonic,seed words,\
    recovery words,api key,access key,one key,cookie";
/// The same for [`LOOSE`]: behind them something is given.
const LOOSE_CUES: &str =
    "key,salt,nonce,authorization,auth,signature,sig,dsn,session,sid,otp,seed,webhook";

/// The lines of `text` in which one of the patterns may find something; no match goes beyond its line.
pub(super) fn lines(text: &str) -> Vec<Range<usize>> {
    /// The search, and the number of the first loose cue.
    static SEARCH: LazyLock<Option<(AhoCorasick, usize)>> = LazyLock::new(|| {
        let cues = CUES.split(',').chain(LOOSE_CUES.split(','));
        let search = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostFirst)
            .kind(Some(AhoCorasickKind::DFA))
            .build(cues);
        Some((search.ok()?, CUES.split(',').count()))
    });
    let mut lines = Vec::new();
    let Some((search, loose)) = SEARCH.as_ref() else {
        return lines;
    };
    let mut from = 0;
    while let Some(cue) = search.find(Input::new(text).range(from..)) {
        let (before, behind) = text.as_bytes().split_at(cue.end());
        if cue.pattern().as_usize() >= *loose && !is_given(behind) {
            from = cue.start() + 1;
            continue;
        }
        let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
        let end = memchr::memchr(b'\n', behind).map_or(text.len(), |at| cue.end() + at);
        lines.push(start..end);
        from = end;
    }
    lines
}

/// Whether a sign of assignment follows, behind quotes and spaces.
fn is_given(behind: &[u8]) -> bool {
    let mut behind = behind.iter();
    let sign = behind.find(|b| !matches!(b, b'"' | b'\'' | b']' | b'\\' | b' ' | b'\t'));
    matches!(sign, Some(b':' | b'='))
}

/// What `pattern` finds in these lines of `text`, each with where its line starts.
pub(super) fn each<'t>(
    text: &'t str,
    lines: &[Range<usize>],
    pattern: &'static Regex,
) -> impl Iterator<Item = (usize, Match<'t>)> {
    lines.iter().flat_map(move |line| {
        let found = pattern.find_iter(text.get(line.clone()).unwrap_or_default());
        found.map(move |found| (line.start, found))
    })
}

/// `password: …`, `api_key=…`, `the token was …`, `--password …`.
pub(super) fn keyed(doc: &mut Doc, cued: &[Range<usize>]) {
    let text = doc.text;
    for (line, found) in each(text, cued, &KEYED) {
        let start = line + found.end();
        let joint = found.as_str();
        // "why_tests_passed": …
        let verb = |text: &str| {
            text.get(..6)
                .is_some_and(|head| head.eq_ignore_ascii_case("passed"))
        };
        if verb(joint) {
            continue;
        }
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
                && !value.trim_end_matches('=').contains('=')
                && (is_odd(value)
                    || matches!(quote, b'"' | b'`')
                        && found.as_str().to_ascii_lowercase().starts_with("pass"))
        };
        if fits {
            doc.claim(start, end, Kind::Secret, ASSIGNED);
        }
    }
    for at in memmem::find_iter(text.as_bytes(), " -p") {
        let end = value_end(doc, at + 3, 0);
        let value = doc.slice(at + 3, end);
        if is_value(value, 6)
            && is_odd(value)
            && !value.contains([':', '/', '=', '{'])
            && !value.starts_with('-')
        {
            doc.claim(at + 3, end, Kind::Secret, ASSIGNED);
        }
    }
    let flags: &[&str] = if has_flags(text) {
        &[" -P ", " -P '", " --password ", " -p'"]
    } else {
        &[]
    };
    for flag in flags.iter().chain(&["Bearer ", "Basic "]) {
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

/// `key: …`, `auth=…`, where the value looks like a secret.
pub(super) fn loose(doc: &mut Doc, cued: &[Range<usize>]) {
    let text = doc.text;
    for (line, found) in each(text, cued, &LOOSE) {
        let start = line + found.end();
        let end = value_end(doc, start, doc.byte_before(start));
        let value = doc.slice(start, end);
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let made = is_value(value, 8) && is_odd(value) && digits >= 2 && !random::wordy(value);
        let ticket = value.split_once('-').is_some_and(|(head, tail)| {
            head.bytes().all(|b| b.is_ascii_uppercase()) && tail.bytes().all(|b| b.is_ascii_digit())
        });
        if made && !ticket && !value.contains(['/', '(', '{', '[']) {
            doc.claim(start, end, Kind::Secret, ASSIGNED);
        }
    }
}

/// A pass phrase of plain words: quoted, or words none of which holds a sentence together.
pub(super) fn phrase(doc: &mut Doc, cued: &[Range<usize>]) {
    let text = doc.text;
    for (line, found) in each(text, cued, &PHRASE) {
        let start = line + found.end();
        let quoted = matches!(doc.byte(start), b'"' | b'\'' | b'`');
        let rest = doc.ahead(start + usize::from(quoted), 240);
        let stop = |c: char| {
            if quoted {
                matches!(c, '"' | '\'' | '`' | '\n')
            } else {
                !(c.is_ascii_lowercase() || matches!(c, ' ' | '-'))
            }
        };
        let phrase = rest
            .get(..rest.find(stop).unwrap_or(rest.len()))
            .unwrap_or_default()
            .trim_end();
        let words = phrase
            .split([' ', '-'])
            .filter(|word| !word.is_empty())
            .count();
        let sentence = phrase.split(' ').any(|word| {
            matches!(
                word,
                "the"
                    | "a"
                    | "an"
                    | "was"
                    | "is"
                    | "to"
                    | "of"
                    | "in"
                    | "on"
                    | "and"
                    | "or"
                    | "for"
                    | "not"
                    | "by"
                    | "with"
                    | "had"
                    | "has"
                    | "it"
                    | "that"
                    | "which"
                    | "from"
                    | "at"
                    | "as"
                    | "be"
                    | "been"
                    | "are"
                    | "were"
                    | "we"
                    | "they"
            )
        });
        if quoted && words >= 2 || words >= 4 && !sentence {
            let from = start + usize::from(quoted);
            doc.claim(from, from + phrase.len(), Kind::Secret, RULE);
        }
    }
}

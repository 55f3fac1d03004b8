//! Host names.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::machine::is_machine;
use super::machine_words::is_machine_word;
use super::owner::{owner, owners};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::names::Names;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::table::{Words, hash};

/// HOST: machine names. Example: `on {pg-ledger-a1} it`
pub(super) const RULE: &str = "host";
/// HOST: host names with a domain. Example: `on {pgb-blr-03.quillpay.internal} it`
const DOMAIN: &str = "domain";

/// Top-level domains that end a host name more often than a file name.
static TOPS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "\
com net org edu gov mil int info biz eu uk de fr es pt nl no se dk fi is ie it at ch be lu pl cz sk hu ro bg \
gr tr ru ua lt lv ee hr si rs us ca mx br ar cl pe au nz jp kr cn hk tw sg th vn ph id my in pk bd lk ae sa il \
eg ma tn ke ng gh za tz ug mt cy io co ai app dev cloud tech online site shop store xyz aero travel bank \
exchange media tv digital systems codes voyage internal local lan corp intra home localdomain example test \
invalid svc consul arpa intern interno interne lokal priv private prod prd stg mgmt oob ads vpn dc dmz",
    )
});

/// Finds `pgb-03.quillpay.internal`, machine names such as `pg-ledger-a1` and `web-14`, and what
/// carries a known name. Leaves file names, packages (`org.apache.kafka`), versions, domains of
/// technologies' own, settings. The owner's name in a domain is remembered for the rest of the text.
pub(super) fn find(doc: &mut Doc, names: &mut Names, technologies: &PhraseBook) {
    owners(doc, names);
    let mut stems = FxHashSet::default();
    for at in 0..doc.chunks.len() {
        let Some(&(start, end)) = doc.chunks.get(at) else {
            break;
        };
        let text = doc.slice(start, end);
        if (text.bytes()).any(|b| matches!(b, b'.' | b'-' | b'_' | b'0'..=b'9')) {
            chunk(doc, names, technologies, start, end, &mut stems);
        }
    }
    if !stems.is_empty() {
        siblings(doc, names, technologies, &stems);
    }
}

/// `tally-b` beside `tally-a`.
fn siblings(
    doc: &mut Doc,
    names: &mut Names,
    technologies: &PhraseBook,
    stems: &FxHashSet<String>,
) {
    for at in 0..doc.chunks.len() {
        let Some(&(start, end)) = doc.chunks.get(at) else {
            break;
        };
        let text = doc.slice(start, end);
        let Some((stem, tail)) = text.rsplit_once('-') else {
            continue;
        };
        let short =
            tail.len() <= 4 && (tail.len() == 1 || tail.bytes().any(|b| b.is_ascii_digit()));
        if short
            && stems.contains(stem)
            && doc.is_free(start, end)
            && !is_technology(doc, technologies, start, end)
        {
            machine(doc, names, start, end);
        }
    }
}

/// Whether the whole of `start..end` is the name of a technology.
fn is_technology(doc: &Doc, technologies: &PhraseBook, start: usize, end: usize) -> bool {
    let first = doc.token(doc.token_from(start));
    let hit = technologies.at(doc.text, &first);
    hit.is_some_and(|hit| hit.end >= end)
}

fn chunk(
    doc: &mut Doc,
    names: &mut Names,
    technologies: &PhraseBook,
    start: usize,
    end: usize,
    stems: &mut FxHashSet<String>,
) {
    let text = doc.slice(start, end);
    // host=10.0.0.1:6432, @10.1.2.3, user@host>, topic.name — cut to the part that may be a host.
    let mut from = start;
    let mut key = "";
    for piece in text.split(|c: char| {
        matches!(
            c,
            '=' | '@' | '/' | '\\' | '#' | '?' | '&' | '%' | '!' | '$' | '~' | '+' | '^'
        )
    }) {
        let host = piece.split(':').next().unwrap_or_default();
        let to = from + host.len();
        let called = doc.byte(end) == b'(' && from + piece.len() == end;
        if !called
            && host.len() >= 4
            && doc.is_free(from, to)
            && !is_technology(doc, technologies, from, to)
        {
            let keyed = doc.byte_before(from) == b'='
                && ["srv", "host", "hostname", "server", "node", "instance"]
                    .iter()
                    .any(|known| key.eq_ignore_ascii_case(known));
            if is_domain(host) && !is_package(host) {
                names_host(doc, names, from, to, DOMAIN);
            } else if is_machine(doc, host, from, to)
                || keyed && host.bytes().any(|b| b.is_ascii_digit())
                || is_prompt(doc, from, to)
            {
                machine(doc, names, from, to);
                further(doc, to);
                stems.extend(host.rsplit_once('-').map(|(stem, _)| stem.to_owned()));
            }
        }
        from += piece.len() + 1;
        key = host;
    }
}

/// The host of a shell's prompt: `ana@lap-7:~$`, `[ana@lap-7 etc]#`.
fn is_prompt(doc: &Doc, start: usize, end: usize) -> bool {
    let open = matches!(doc.slice(end, end + 2), ":~" | ":/");
    let boxed = doc.byte(end) == b' ' && {
        let rest = doc.ahead(end, 40);
        rest.find(']')
            .is_some_and(|at| matches!(rest.as_bytes().get(at + 1), Some(b'$' | b'#')))
    };
    doc.byte_before(start) == b'@'
        && doc.slice(start, end).is_ascii()
        && (open || boxed)
        && doc.byte(start).is_ascii_alphanumeric()
}

/// What continues a machine's name: "-01 to -12", `-01..04`, `-{01,02}`, `-[1-3]`.
fn further(doc: &mut Doc, end: usize) {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = doc.ahead(end, 24);
    if rest.starts_with(['{', '[']) {
        let close = rest.find(['}', ']']).unwrap_or(0);
        let inner = rest.get(1..close).unwrap_or_default();
        if !inner.is_empty()
            && inner
                .bytes()
                .all(|b| b.is_ascii_digit() || matches!(b, b',' | b'-' | b'.'))
        {
            doc.claim(end, end + close + 1, Kind::Host, RULE);
        }
        return;
    }
    let mut at = end;
    for _ in 0..8 {
        let rest = doc.ahead(at, 12);
        let joint = [
            "/-", " to -", " and -", ", -", " or -", "..-", "..", " – -", "/",
        ]
        .into_iter()
        .find(|joint| rest.starts_with(joint));
        let Some(joint) = joint else { return };
        let count = digits(rest.get(joint.len()..).unwrap_or_default());
        let next = doc.byte(at + joint.len() + count);
        if !(1..=3).contains(&count) || next.is_ascii_alphanumeric() || joint == "/" && next == b'/'
        {
            return;
        }
        let dash = usize::from(joint.ends_with('-'));
        let start = at + joint.len() - dash;
        at += joint.len() + count;
        doc.claim(start, at, Kind::Host, RULE);
    }
}

/// Claims a machine's name and remembers the parts of it that are no words.
pub(super) fn machine(doc: &mut Doc, names: &mut Names, start: usize, end: usize) {
    if !doc.claim(start, end, Kind::Host, RULE) {
        return;
    }
    for (n, part) in doc.slice(start, end).split(['-', '.']).enumerate() {
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        let facts = Lexicon::shipped().facts(&fold(letters));
        let own = letters.len() >= 3
            && !facts.any(
                Facts::COMMON
                    .or(Facts::COMPUTING)
                    .or(Facts::TECH)
                    .or(Facts::ACRONYM)
                    .or(Facts::PLACE),
            )
            && !is_machine_word(letters);
        if own && n == 0 {
            names.add_prefix(letters);
        }
        if own && letters.len() >= 5 {
            names.add_word(letters, Kind::Product);
        }
    }
}

fn names_host(doc: &mut Doc, names: &mut Names, start: usize, end: usize, rule: &'static str) {
    let text = doc.slice(start, end).to_owned();
    if doc.claim(start, end, Kind::Host, rule) {
        owner(&text, names);
        let label = text.split('.').next().unwrap_or_default();
        if text.matches('.').count() >= 2
            && label.len() >= 5
            && label.bytes().any(|b| b.is_ascii_digit())
        {
            names.add_word(label, Kind::Host);
        }
    }
}

fn is_domain(host: &str) -> bool {
    let Some((head, top)) = host.rsplit_once('.') else {
        return false;
    };
    let top = top.to_ascii_lowercase();
    let odd = !host
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-') || b >= 128);
    if odd || head.is_empty() || !TOPS.has(hash(&top)) {
        return false;
    }
    let labels = host.split('.').count();
    let file = labels == 2
        && matches!(
            top.as_str(),
            "id" | "is"
                | "in"
                | "it"
                | "no"
                | "at"
                | "be"
                | "test"
                | "local"
                | "app"
                | "site"
                | "rs"
                | "info"
                | "io"
                | "so"
                | "home"
                | "store"
                | "my"
                | "us"
                | "de"
                | "se"
                | "int"
                | "dev"
                | "es"
        )
        && {
            let label = fold(head);
            let facts = Lexicon::shipped().facts(&label);
            facts.any(Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::FOREIGN))
                || matches!(
                    top.as_str(),
                    "id" | "is"
                        | "in"
                        | "it"
                        | "no"
                        | "at"
                        | "be"
                        | "test"
                        | "rs"
                        | "my"
                        | "so"
                        | "int"
                )
        };
    let first_digit = head.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let known = labels == 2
        && matches!(
            host.to_ascii_lowercase().as_str(),
            "github.com"
                | "node.js"
                | "asp.net"
                | "github.io"
                | "pypi.org"
                | "booking.com"
                | "kubernetes.io"
                | "socket.io"
        );
    let shared = host.ends_with(".k8s.io") || host.ends_with(".kubernetes.io");
    !file && !first_digit && !known && !shared && !host.contains("..")
}

/// `org.apache.kafka`, `com.bidwise.gavel`, `java.lang.Exception`: read from the other end.
fn is_package(host: &str) -> bool {
    let first = host.split('.').next().unwrap_or_default();
    matches!(
        first,
        "org"
            | "com"
            | "net"
            | "io"
            | "java"
            | "javax"
            | "jakarta"
            | "dev"
            | "de"
            | "sun"
            | "kotlin"
            | "scala"
            | "app"
    ) && host.split('.').count() >= 3
        || host.split('.').any(|label| {
            label.starts_with(|c: char| c.is_ascii_uppercase())
                && label.bytes().any(|b| b.is_ascii_lowercase())
                && label.len() > 12
        })
}

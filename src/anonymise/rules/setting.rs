//! Names in commands and settings: `-n heron`, `namespace: heron`, `deploy/rosterly`, `com.acme.billing`.

use std::sync::LazyLock;

use super::identifier::compound;
use super::sweep::{KNOWN, OF_COMPUTING};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::table::Words;
use crate::anonymise::token::{Shape, Token};

/// PRODUCT: what a setting or command gives its name. Example: `namespace: {rosterly}`
pub(super) const RULE: &str = "named-in-setting";

/// Keys that give a thing its name, in small letters.
static KEYS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "namespace ns app application service svc deployment deploy statefulset sts daemonset \
         ds pod job cronjob db database dbname bucket topic queue cluster context project \
         tenant org organization organisation group repo repository image release chart schema \
         vhost exchange stream owner team squad product customer client vendor partner \
         component system name index workload container ksvc ingress workspace stack supplier",
    )
});

/// Finds what is called by a setting or a command that gives a thing its name (`namespace`, `app`,
/// `db`, `deploy/…`), the owner of a package, and directories of programs under /opt and the like, where
/// a part of it is no word of computing. Leaves `namespace: default`, `org.apache.kafka`, /etc/ssl.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    // Between two words of a sentence nothing is set, unless the first is a flag.
    for i in doc.with(Looks::APART) {
        let token = doc.token(i);
        match token.shape {
            Shape::Lower | Shape::Capital | Shape::Code if is_named(doc, i) => {
                service(doc, i);
                value(doc, names, i);
            }
            Shape::Lower
                if (is_owner(doc, i) || is_directory(doc, i))
                    && is_strange(doc, i, token)
                    && doc.claim(token.start, token.end, Kind::Product, RULE) =>
            {
                names.add_own(doc.word(i), Kind::Product);
            }
            _ => {}
        }
    }
}

/// Whether the word before gives this one its name.
fn is_named(doc: &Doc, i: usize) -> bool {
    let before = doc.before(i);
    let named = before.shape == Shape::Lower && KEYS.has(before.hash);
    let at = i.wrapping_sub(1);
    if !named && doc.word(at) != "n" {
        return false;
    }
    let gap = doc.gap_before(i);
    let bare = gap.trim_matches(['"', '\'', '`', ' ']);
    let key = matches!(bare, "=" | ":") && gap.len() <= 5 && !gap.contains('\n')
        || gap == "/" && !matches!(doc.byte_before(doc.before(i).start), b'/' | b'.')
        || gap == " " && doc.gap_before(at).ends_with("--");
    let short = gap == " " && doc.gap_before(at).ends_with(" -");
    if named { key } else { short }
}

/// `svc=ferry-trade`: a service by a joined name, of which a word is none of computing.
fn service(doc: &mut Doc, i: usize) {
    let key = matches!(
        doc.folded(i.wrapping_sub(1)),
        "svc" | "service" | "app" | "component"
    );
    if !key || doc.gap_before(i).trim_matches('"') != "=" {
        return;
    }
    let (mut last, mut own) = (i, false);
    loop {
        let token = doc.token(last);
        if token.shape != Shape::Lower || !doc.token_free(last) {
            return;
        }
        own |= !token.is(OF_COMPUTING.or(Facts::SOFTWARE).or(Facts::TECH_NOUN));
        if doc.gap(last) != "-" {
            break;
        }
        last += 1;
    }
    if last > i && own {
        doc.claim(doc.token(i).start, doc.token(last).end, Kind::Product, RULE);
    }
}

/// Claims the parts of the value between dots and slashes that hold a strange word.
fn value(doc: &mut Doc, names: &mut Names, i: usize) {
    let mut first = i;
    let mut strange = None;
    for at in i..i + 12 {
        if strange.is_none() && doc.token_free(at) && is_strange(doc, at, doc.token(at)) {
            strange = Some(at);
        }
        let gap = doc.gap(at);
        let word = matches!(gap, "-" | "_");
        let further = matches!(gap, "." | "/");
        if !word {
            if let Some(odd) = strange.take()
                && doc.byte(doc.token(at).end) != b'('
                && doc.claim(
                    doc.token(first).start,
                    doc.token(at).end,
                    Kind::Product,
                    RULE,
                )
            {
                names.add_own(doc.word(odd), Kind::Product);
            }
            first = at + 1;
        }
        if !word && !further {
            return;
        }
    }
}

/// The second label of a package: acme of `com.acme.billing`.
fn is_owner(doc: &Doc, i: usize) -> bool {
    let at = i.wrapping_sub(1);
    doc.byte_before(doc.token(i).start) == b'.'
        && doc.gap_before(i) == "."
        && doc.gap(i) == "."
        && matches!(
            doc.word(at),
            // c.heron.ctc.EventGate
            "c" | "com"
                | "org"
                | "net"
                | "de"
                | "fr"
                | "nl"
                | "no"
                | "es"
                | "pt"
                | "eu"
                | "io"
                | "ch"
                | "uk"
        )
        && !matches!(
            doc.byte_before(doc.before(i).start),
            b'.' | b'-' | b'@' | b'/'
        )
}

/// A directory of one's own: /opt/nevado, /srv/nevado, /etc/nevado.
fn is_directory(doc: &Doc, i: usize) -> bool {
    let at = i.wrapping_sub(1);
    doc.byte_before(doc.token(i).start) == b'/'
        && doc.gap_before(i) == "/"
        && matches!(
            doc.word(at),
            "opt"
                | "srv"
                | "etc"
                | "log"
                | "lib"
                | "share"
                | "run"
                | "www"
                | "data"
                | "mnt"
                | "apps"
                | "app"
        )
        && matches!(
            doc.byte(doc.token(i).end),
            b'/' | b' ' | b'\n' | b'`' | b'"'
        )
        && doc.byte_before(doc.before(i).start) == b'/'
}

/// Whether nobody but its owner knows the word.
fn is_strange(doc: &Doc, i: usize, token: Token) -> bool {
    let word = doc.folded(i);
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    if letters.len() < 3
        || !letters.bytes().all(|b| b.is_ascii_lowercase())
        || !matches!(token.shape, Shape::Lower | Shape::Capital | Shape::Code)
    {
        return false;
    }
    let facts = if letters.len() == word.len() {
        token.facts
    } else {
        Lexicon::shipped().facts(&fold(letters))
    };
    let unknown = !facts.any(KNOWN.or(Facts::GIVEN)) && letters.len() >= 4 && !compound(letters);
    unknown || facts.any(Facts::CODE_NAME) && !facts.any(OF_COMPUTING.or(Facts::COMMON))
}

//! Identifiers with a part that nobody but their owner knows.

use super::sweep::{KNOWN, OF_COMPUTING};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon};
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

/// PRODUCT: an identifier with a part that is no word. Example: `the {quillpay_ledger} table`
const IDENTIFIER: &str = "unknown-identifier";

/// `durian-prod`, `emb-catalog`: an identifier with a part that is no word.
pub(super) fn identifier(doc: &mut Doc, names: &mut Names, i: usize, token: Token) {
    let joined =
        matches!(doc.byte(token.end), b'-' | b'_') && doc.token(i + 1).start == token.end + 1;
    let before = doc.byte_before(token.start);
    if !joined && token.is(Facts::CODE_NAME) && !token.is(OF_COMPUTING.or(Facts::COMMON)) {
        lone(doc, names, i, token);
        return;
    }
    if !joined && is_machine_called(doc, i, token) {
        if doc.claim(token.start, token.end, Kind::Host, IDENTIFIER) {
            names.add_own(doc.word(i), Kind::Host);
        }
        return;
    }
    if !joined || matches!(before, b'-' | b'_' | b'.' | b'$' | b'%' | b'\\') {
        return;
    }
    let mut at = i;
    let mut strange = None;
    loop {
        let part = doc.token(at);
        if !doc.token_free(at) && !doc.is_kept(part.start) {
            return;
        }
        let letters = doc.word(at).bytes().filter(u8::is_ascii_alphabetic).count();
        let odd = letters >= 4 && !part.is(KNOWN.or(Facts::GIVEN)) && !compound(doc.word(at))
            || part.is(Facts::CODE_NAME) && !part.is(OF_COMPUTING)
            || at == i && names.is_prefix(doc.word(at));
        if part.shape == Shape::Lower && odd && strange.is_none() {
            strange = Some(at);
        }
        if !matches!(doc.gap(at), "-" | "_")
            || !matches!(
                doc.token(at + 1).shape,
                Shape::Lower | Shape::Code | Shape::Number
            )
        {
            break;
        }
        at += 1;
    }
    let Some(strange) = strange else { return };
    let end = doc.token(at).end;
    // Long snake_case is a setting or a metric, and those are shared by all.
    if doc.byte(token.end) == b'_' && at - i >= 2 && !names.is_prefix(doc.word(i)) {
        return;
    }
    if doc.byte(end) == b'('
        || doc.byte(end) == b'.' && doc.byte(end + 1).is_ascii_alphanumeric()
        || doc.language != Language::English
    {
        return;
    }
    let word = doc.word(strange);
    if doc.claim(token.start, end, Kind::Product, IDENTIFIER) {
        names.add_word(word, Kind::Product);
    }
}

/// "the host wabash", `ssh wabash`: an unknown word where a machine's name stands.
fn is_machine_called(doc: &Doc, i: usize, token: Token) -> bool {
    if token.is(KNOWN.or(Facts::NAME)) {
        return false;
    }
    let told = doc.gap_before(i) == " "
        && (is_host_noun(doc.word(i.wrapping_sub(1)))
            || matches!(doc.word(i.wrapping_sub(1)), "server" | "node" | "hostname"));
    told && token.shape == Shape::Lower
        && token.len() >= 4
        && !compound(doc.word(i))
        && doc.language == Language::English
}

/// checkzone, offheap: two words written as one.
pub(super) fn compound(word: &str) -> bool {
    let known = |part: &str| {
        part.len() >= 3
            && Lexicon::shipped()
                .facts(part)
                .any(Facts::COMMON.or(Facts::COMPUTING))
    };
    (3..word.len().saturating_sub(2)).any(|cut| {
        word.is_char_boundary(cut)
            && word
                .split_at_checked(cut)
                .is_some_and(|(a, b)| known(a) && known(b))
    })
}

fn is_host_noun(word: &str) -> bool {
    matches!(
        word,
        "host" | "machine" | "box" | "vm" | "ssh" | "hypervisor" | "router" | "switch"
    )
}

/// A code name by itself, in code or called a system: `heron`, "namespace heron", /opt/heron/bin.
fn lone(doc: &mut Doc, names: &mut Names, i: usize, token: Token) {
    let (before, next) = (doc.before(i), doc.token(i + 1));
    let after = doc.byte(token.end);
    let quoted =
        doc.byte_before(token.start) == b'`' && matches!(after, b'`' | b' ' | b'.' | b':' | b'/');
    let called = doc.gap_before(i) == " "
        && before.shape == Shape::Lower
        && (before.is(Facts::SYSTEM)
            || is_host_noun(doc.word(i.wrapping_sub(1)))
            || doc.word(i.wrapping_sub(1)) == "n");
    let system = doc.gap(i) == " " && next.shape == Shape::Lower && next.is(Facts::SYSTEM);
    let glued = doc.glued(i) && after != b'(' && doc.byte_before(token.start) != b'$';
    let hidden = before.is(Facts::ARTICLE) && doc.gap_before(i) == " " && !system;
    if (quoted || called || system || glued)
        && !hidden
        && doc.claim(token.start, token.end, Kind::Product, IDENTIFIER)
    {
        names.add_own(doc.word(i), Kind::Product);
    }
}

//! Mentions: `@kasia.w`, `@Ada Nwosu`.

use super::crew::actors;
use memchr::memchr_iter;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::Shape;

/// PERSON: handles. Example: `ask {@mkowalski} about it`
const MENTION: &str = "mention";
/// PERSON: accounts in logs and shells, names in Owner: and On call: lines, initials. Example: `Owner: {mkowalski}`
pub(super) const ACCOUNT: &str = "user-name";

/// Finds `@kasia.w`, the speaker of a chat line or transcript, `user=slegoff`, `hfalcon` in
/// `TODO(hfalcon)`, and user names made of a name met in the text (`cmutua` beside "Chase Mutua").
/// Leaves decorators, service accounts with ordinary names (`root`, `postgres`), bots that are technologies.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    mentions(doc, names);
    super::account::find(doc, names);
    super::small::find(doc, names);
    actors(doc, names);
}

pub(super) fn handle_len(text: &str) -> usize {
    let stop = text
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-')))
        .unwrap_or(text.len());
    text.get(..stop)
        .unwrap_or_default()
        .trim_end_matches(['.', '-', '_'])
        .len()
}

fn mentions(doc: &mut Doc, names: &mut Names) {
    let text = doc.text;
    for at in memchr_iter(b'@', text.as_bytes()) {
        let before = doc.byte_before(at);
        if before.is_ascii_alphanumeric() || matches!(before, b'/' | b'.') {
            continue;
        }
        let rest = doc.ahead(at + 1, 48);
        let length = handle_len(rest);
        let name = rest.get(..length).unwrap_or_default();
        let group = matches!(
            name.to_ascii_lowercase().as_str(),
            "here"
                | "channel"
                | "everyone"
                | "all"
                | "team"
                | "override"
                | "deprecated"
                | "nullable"
                | "test"
                | "autowired"
                | "bean"
                | "transactional"
                | "async"
                | "types"
                | "latest"
                | "oncall"
                | "on-call"
                | "sre"
                | "param"
                | "return"
                | "returns"
        );
        let package = rest
            .get(length..)
            .is_some_and(|r| r.starts_with('/') || r.starts_with('('));
        if length >= 2 && !group && !package && name.starts_with(char::is_alphabetic) {
            let mut end = at + 1 + length;
            let i = doc.token_from(end);
            // @Ada Nwosu
            if doc.slice(end, doc.token(i).start) == " "
                && doc.token(i).shape == Shape::Capital
                && doc.token(i).is(Facts::NAME)
                && !doc.token(i).is(Facts::ENGLISH)
            {
                end = doc.token(i).end;
            }
            names.claim(doc, at, end, Kind::Person, MENTION);
        }
    }
}

/// Words that stand before people and before much else.
pub(super) fn is_weak(word: &str) -> bool {
    matches!(
        word,
        "with" | "per" | "for" | "via" | "to" | "from" | "by" | "on"
    )
}

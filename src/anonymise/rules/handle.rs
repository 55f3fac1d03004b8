//! User names: mentions, chat speakers, accounts in logs and shells.

use super::crew::actors;
use memchr::memchr_iter;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

const MENTION: &str = "mention";
pub(super) const ACCOUNT: &str = "user-name";

/// Finds `@kasia.w`, the speaker of a chat line or transcript, `user=slegoff`, `hfalcon` in
/// `TODO(hfalcon)`, and user names made of a name met in the text (`cmutua` beside "Chase Mutua").
/// Leaves decorators, service accounts with ordinary names (`root`, `postgres`), bots that are technologies.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    mentions(doc, names);
    accounts(doc, names);
    dotted(doc, names);
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

/// "thx kees", "paged wim", "from kees to wim": a small word nobody knows after a word for people.
pub(super) fn told(doc: &Doc, i: usize, token: Token, previous: &str) -> Option<bool> {
    if doc.glued(i)
        || token.shape != Shape::Lower
        || doc.gap_before(i) != " "
        || doc.language != crate::anonymise::doc::Language::English
    {
        return None;
    }
    let before = doc.before(i);
    let given = token.is(Facts::NAME);
    let weak = is_weak(previous);
    let strong = before.is(Facts::PERSON_BEFORE) && !weak;
    Some(strong || weak && given || before.is(Facts::TITLE) && given)
}

/// `j.doe`, `anna.kowalska`, `anna-lena`: two small names joined.
fn dotted(doc: &mut Doc, names: &mut Names) {
    let plain = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::FOREIGN)
        .or(Facts::ACRONYM)
        .or(Facts::TECH_NOUN);
    for at in 0..doc.chunks.len() {
        let Some(&(start, end)) = doc.chunks.get(at) else {
            break;
        };
        let chunk = doc.slice(start, end);
        let Some((first, last)) = chunk.split_once(['.', '-', '_']) else {
            continue;
        };
        let small = |word: &str| {
            !word.is_empty() && word.chars().all(|c| c.is_alphabetic() && c.is_lowercase())
        };
        if !small(first)
            || !small(last)
            || last.len() < 3
            || doc.byte(end) == b'('
            || !doc.is_free(start, end)
        {
            continue;
        }
        let i = doc.token_from(start);
        let (one, two) = (doc.token(i), doc.token(i + 1));
        let name = |t: Token| t.is(Facts::NAME) && !t.is(plain);
        let initial = first.len() == 1 && chunk.contains('.') && name(two);
        let both = name(one)
            && one.is(Facts::GIVEN)
            && (name(two) || chunk.contains('.') && !two.is(plain) && last.len() >= 4);
        if initial || both {
            names.claim(doc, start, end, Kind::Person, ACCOUNT);
        }
    }
}

/// What no user name is, unless a mention or a field says so.
const ORDINARY: Facts = Facts::ENGLISH
    .or(Facts::COMPUTING)
    .or(Facts::TECH)
    .or(Facts::FOREIGN)
    .or(Facts::ROLE);

fn accounts(doc: &mut Doc, names: &mut Names) {
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if !matches!(token.shape, Shape::Lower | Shape::Code | Shape::Mixed)
            || token.is(ORDINARY)
            || token.len() < 3
            || !doc.token_free(i)
            || doc.word(i).starts_with("0x")
        {
            continue;
        }
        let word = doc.folded(i);
        if names.is_user(word) {
            doc.claim(token.start, token.end, Kind::Person, ACCOUNT);
            continue;
        }
        if token.shape == Shape::Mixed {
            continue;
        }
        let previous = doc.folded(i.wrapping_sub(1));
        let gap = doc.gap_before(i);
        let keyed = matches!(
            previous,
            "user"
                | "username"
                | "login"
                | "usuario"
                | "utilisateur"
                | "benutzer"
                | "owner"
                | "assignee"
                | "author"
                | "committer"
                | "u"
                | "uid"
                | "todo"
                | "requested"
                | "gebruiker"
                | "usr"
                | "actor"
                | "sudo"
                | "bruker"
                | "by"
                | "is"
                | "user_name"
                | "deployed"
                | "approver"
                | "reviewer"
                | "responder"
                | "nick"
        );
        let joined = matches!(
            gap,
            " " | "=" | ": " | ":" | "(" | "='" | "=\"" | ": \"" | " '" | " `" | " \""
        );
        let user = keyed
            && joined
            && (!matches!(previous, "by" | "is" | "requested" | "deployed")
                || previous == "is"
                    && matches!(
                        doc.folded(i.wrapping_sub(2)),
                        "user" | "username" | "login" | "handle"
                    )
                || previous == "by" && gap == " " && !token.is(Facts::FOREIGN) && token.len() >= 4);
        let end = token.end;
        if user
            && doc.byte(end) != b'('
            && !(doc.byte(end) == b'.' && doc.byte(end + 1).is_ascii_alphabetic())
        {
            let rest = doc.ahead(token.start, 48);
            let length = handle_len(rest).max(token.len());
            names.claim(
                doc,
                token.start,
                token.start + length,
                Kind::Person,
                ACCOUNT,
            );
        } else if let Some(true) = told(doc, i, token, previous) {
            names.claim(doc, token.start, token.end, Kind::Person, ACCOUNT);
        } else if token.is(Facts::GIVEN)
            && (doc.token(i + 1).is(Facts::PERSON_AFTER) && doc.gap(i) == " "
                || matches!(doc.gap_before(i), ", " | " -> " | " → " | " + ")
                || doc.token(i).line
                || doc.gap(i).starts_with(['?', '!'])
                || previous == "and" && doc.gap(i) != " ")
            && token.len() >= 4
            && !doc.glued(i)
            && doc.language == crate::anonymise::doc::Language::English
            && token.shape == Shape::Lower
        {
            // People write names small in chat: tell joy, thx priya.
            names.claim(doc, token.start, token.end, Kind::Person, ACCOUNT);
        }
    }
}

//! People named by what a line is for, by initials, and by acting at a time.

use super::chat::SPEAKER;
use super::handle::{ACCOUNT, handle_len};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::Shape;
use memchr::memchr_iter;

/// `Assignee: wren`, `On call: ash, robin`, `Watchers: a.b; c.d`: people by what the line is for.
pub(super) fn listed(doc: &mut Doc, names: &mut Names) {
    const KEYS: &str = "assignee reporter watchers watcher owner owners author authors commander ic scribe responder responders oncall on-call approver approvers approved reviewer reviewers reviewed participants attendees present cc lead comms facilitator editor writer written prepared signed requester requestor responsible handover";
    let text = doc.text;
    for at in memchr_iter(b':', text.as_bytes()) {
        if !matches!(doc.byte(at + 1), b' ' | b'*') {
            continue;
        }
        let i = doc.token_from(at).wrapping_sub(1);
        let token = doc.token(i);
        let key = doc.folded(i);
        let by = matches!(key, "by" | "call" | "engineer" | "manager");
        if token.end + 3 < at || !(by || KEYS.split(' ').any(|k| k == key)) {
            continue;
        }
        let rest = doc.ahead(at + 1, 160);
        let line = rest.split(['\n', '|']).next().unwrap_or_default();
        let mut from = at + 1;
        for item in line.split([',', ';', '/', '&', '+']) {
            let name = item.trim_matches([' ', '*', '_', '`', '@']);
            let lead = item.find(name).unwrap_or(0);
            person(doc, names, from + lead, name);
            from += item.len() + 1;
            // Three spaces end a field of a ticket.
            if item.trim_start().contains("   ") {
                break;
            }
        }
    }
}

/// Claims the beginning of `text` as far as it is a name.
pub(super) fn person(doc: &mut Doc, names: &mut Names, start: usize, text: &str) {
    let first = text
        .split([' ', '(', '.', ':', '\t'])
        .next()
        .unwrap_or_default();
    let handle = handle_len(text);
    let i = doc.token_from(start);
    let token = doc.token(i);
    if token.start != start
        || !doc.token_free(i)
        || first.chars().count() < 2
        || !first.starts_with(char::is_alphabetic)
    {
        return;
    }
    let plain = Facts::COMPUTING
        .or(Facts::NOT_NAME)
        .or(Facts::ROLE)
        .or(Facts::TECH)
        .or(Facts::TEAM_BEFORE)
        .or(Facts::ORG_SUFFIX)
        .or(Facts::ARTICLE)
        .or(Facts::WEEKDAY)
        .or(Facts::FOREIGN)
        .or(Facts::BUSINESS);
    let common = token.is(Facts::COMMON) && !token.is(Facts::GIVEN);
    if token.is(plain) && !token.is(Facts::NAME) || common || token.shape == Shape::Number {
        return;
    }
    let words = text.split_whitespace().count();
    let whole = words <= 2
        && token.is_capital()
        && doc.token(i + 1).is_capital()
        && doc.gap(i) == " "
        && !doc.token(i + 1).is(plain);
    let end = if whole {
        doc.token(i + 1).end
    } else {
        start + handle.max(token.len())
    };
    if whole || words <= 3 || token.is(Facts::NAME) {
        names.claim(doc, start, end, Kind::Person, ACCOUNT);
    }
}

/// Initials used as a name: "JK restarted it", "paged JK", "(AB)", "| `MvdB` |".
pub(super) fn initials(doc: &mut Doc, names: &mut Names) {
    let plain = Facts::ACRONYM
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::ZONE)
        .or(Facts::COMPUTING);
    let is_initials = |doc: &Doc, i: usize| {
        let token = doc.token(i);
        (token.shape == Shape::Upper && (2..=3).contains(&token.len())
            || is_mixed_initials(doc.word(i)))
            && !token.is(plain)
            && doc.token_free(i)
            && !doc.glued(i)
    };
    let mut found: Vec<&str> = Vec::new();
    for i in 0..doc.tokens.len() {
        if !is_initials(doc, i) {
            continue;
        }
        let (before, after) = (doc.before(i), doc.token(i + 1));
        let article = doc.gap_before(i) == " "
            && before.is(Facts::ARTICLE.or(Facts::TECH_NOUN).or(Facts::COMPUTING));
        let short = doc.token(i).len() == 2 || is_mixed_initials(doc.word(i));
        let acts = short
            && !article
            && doc.gap(i) == " "
            && after.shape == Shape::Lower
            && after.is(Facts::PERSON_AFTER)
            && !after.is(Facts::TECH_NOUN.or(Facts::COMPUTING));
        let strong = before.is(Facts::PERSON_BEFORE)
            && !matches!(
                doc.word(i.wrapping_sub(1)),
                "with" | "from" | "by" | "for" | "per" | "to" | "via" | "on"
            );
        let told = doc.gap_before(i) == " " && strong
            || before.is(Facts::ROLE) && matches!(doc.gap_before(i), ": " | ":** ");
        let cell =
            doc.gap_before(i).trim_end().ends_with('|') && doc.gap(i).trim_start().starts_with('|');
        let speaks = doc.token(i).line && doc.gap(i).starts_with(':');
        let word = doc.folded(i);
        if (acts || told || cell || speaks) && !found.contains(&word) {
            found.push(word);
        }
    }
    if found.is_empty() {
        return;
    }
    for i in 0..doc.tokens.len() {
        if is_initials(doc, i) && found.contains(&doc.folded(i)) {
            let token = doc.token(i);
            names.claim(doc, token.start, token.end, Kind::Person, ACCOUNT);
        }
    }
}

/// `MvD`, `JvdB`: capitals around a particle.
fn is_mixed_initials(word: &str) -> bool {
    let first = word.starts_with(|c: char| c.is_ascii_uppercase());
    let last = word.ends_with(|c: char| c.is_ascii_uppercase());
    let middle = word.trim_matches(|c: char| c.is_ascii_uppercase());
    first
        && last
        && word.len() <= 5
        && matches!(middle, "v" | "d" | "vd" | "vdr" | "de" | "du" | "da" | "le")
}

/// A small name that acts right after a time: "10:32 anna restarts the pool", `[10:32] <mk> ok`.
pub(super) fn actors(doc: &mut Doc, names: &mut Names) {
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if !matches!(token.shape, Shape::Lower | Shape::Code)
            || token.len() < 2
            || !doc.token_free(i)
        {
            continue;
        }
        let gap = doc.gap_before(i);
        let timed = gap.len() <= 6
            && !gap.contains('\n')
            && token.start > gap.len()
            && doc.kind_at(token.start - gap.len() - 1) == Some(Kind::Time);
        if !timed {
            continue;
        }
        let after = doc.token(i + 1);
        let ordinary = token.is(Facts::COMMON
            .or(Facts::COMPUTING)
            .or(Facts::TECH)
            .or(Facts::FOREIGN)
            .or(Facts::TECH_NOUN)
            .or(Facts::BUSINESS)
            .or(Facts::ZONE));
        let angled = gap.ends_with('<') && doc.byte(token.end) == b'>';
        let says = doc.gap(i) == ": " && !ordinary;
        let acts = doc.gap(i) == " "
            && after.shape == Shape::Lower
            && after.is(Facts::PERSON_AFTER)
            && !token.is(Facts::ENGLISH)
            && !ordinary;
        if angled || says || acts {
            names.claim(doc, token.start, token.end, Kind::Person, SPEAKER);
        }
    }
}

//! People named by what a line is for, and by acting at a time.

use std::sync::LazyLock;

use super::chat::SPEAKER;
use super::handle::{ACCOUNT, handle_len};
use super::initials::is_office;
use super::surname::is_particle;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;
use memchr::memchr_iter;

/// What a line is for when people follow its colon.
const KEYS: &str = "assignee assignees reporter watchers watcher owner owners author authors commander ic scribe responder responders oncall approver approvers approved reviewer reviewers reviewed participants attendees present absent apologies cc bcc lead comms ops facilitator moderator editor writer written prepared signed requester requestor responsible handover primary secondary backup dri interviewer interviewee liaison deputy host speaker speakers autor autorin verfasser verantwortlich teilnehmer auteur auteurs participantes asistentes responsable deltakere deltagere deelnemers aanwezig ansvarlig maintainer maintainers committer contributors involved team who";

/// `Assignee: wren`, `On call: ash, robin`, `Watchers: a.b; c.d`: people by what the line is for.
pub(super) fn listed(doc: &mut Doc, names: &mut Names, technologies: &PhraseBook) {
    let text = doc.text;
    for at in memchr_iter(b':', text.as_bytes()) {
        static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(KEYS));
        if !matches!(doc.byte(at + 1), b' ' | b'*' | b'_' | b'\t') {
            continue;
        }
        let i = doc.token_from(at).wrapping_sub(1);
        let token = doc.token(i);
        let key = doc.folded(i);
        let by = matches!(key, "by" | "call" | "engineer" | "manager" | "lead");
        let header = token.line && matches!(key, "from" | "to") && token.shape == Shape::Capital;
        if token.end + 3 < at || !(WORDS.has(token.hash) || by || header) {
            continue;
        }
        let rest = doc.ahead(at + 1, 240);
        let line = rest.split(['\n', '|']).next().unwrap_or_default();
        // Three spaces end a field of a ticket.
        let lead = line.len() - line.trim_start().len();
        let line = line
            .get(lead..)
            .and_then(|rest| rest.find("   "))
            .map_or(line, |end| line.get(..lead + end).unwrap_or_default());
        if !header || doc.token(i + 1).is(Facts::NAME) && doc.token(i + 1).is_capital() {
            super::table::people(doc, names, technologies, at + 1, line);
        }
    }
}

/// `Willemijn Achterop <w.achterop@…>`: whose address it is.
pub(super) fn addressed(doc: &mut Doc, names: &mut Names) {
    let mails: Vec<usize> = doc
        .found
        .iter()
        .filter(|finding| finding.kind == Kind::Email)
        .map(|finding| finding.start)
        .collect();
    let plain = Facts::COMPUTING
        .or(Facts::TECH)
        .or(Facts::ROLE)
        .or(Facts::TEAM_BEFORE)
        .or(Facts::ORG_SUFFIX)
        .or(Facts::ORG_HEAD)
        .or(Facts::TECH_NOUN)
        .or(Facts::NOT_NAME);
    for at in mails {
        let i = doc.token_from(at);
        let mut first = i;
        while first > 0
            && i - first < 4
            && (first == i
                && matches!(doc.gap_before(i), " <" | " [" | " (" | "\" <" | " <mailto:")
                || first < i && matches!(doc.gap_before(first), " " | "-" | ". " | " \""))
            && (doc.before(first).is_capital() || is_particle(doc.word(first - 1)) && first < i)
            && !doc.is_gone(doc.before(first).start)
            && !doc.before(first).is(plain.without(Facts::NAME))
        {
            first -= 1;
        }
        let is_name =
            (first..i).any(|at| doc.token(at).is(Facts::NAME) || !doc.token(at).is(Facts::ENGLISH));
        let heads = doc.token(first).line || !doc.gap_before(first).starts_with(' ');
        if i - first >= 2 && is_name && heads {
            let (start, end) = (doc.token(first).start, doc.token(i - 1).end);
            names.claim(doc, start, end, Kind::Person, ACCOUNT);
        }
    }
}

/// What closes a letter.
pub(super) static CLOSINGS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "cheers regards thanks thx best sincerely greetings br rgds yours grusse cordialement saludos groeten hilsen",
    )
});

/// The line below "Cheers," and "Best regards,": who wrote it.
pub(super) fn signed_off(doc: &mut Doc, names: &mut Names) {
    for i in doc.with(Looks::CLOSING) {
        let closes = matches!(
            doc.gap(i),
            ",\n" | ",\n\n" | "\n" | "\n\n" | "!\n" | ",\n    "
        );
        if !closes {
            continue;
        }
        let alone = doc.token(i).line || doc.before(i).line || doc.token(i.wrapping_sub(2)).line;
        let (first, mut last) = (i + 1, i + 1);
        while last < first + 2
            && doc.gap(last) == " "
            && doc.token(last + 1).shape == Shape::Capital
            && doc.token_free(last + 1)
        {
            last += 1;
        }
        let token = doc.token(first);
        let ends = doc.gap(last).is_empty()
            || doc.gap(last).starts_with(['\n', ',', ' ']) && doc.gap(last).trim().len() <= 1;
        let line = doc.gap(last).is_empty() || doc.gap(last).contains(['\n', ',', '(', '|']);
        if alone
            && ends
            && line
            && token.is_capital()
            && token.len() >= 2
            && doc.token_free(first)
            && !token.is(Facts::COMMON
                .or(Facts::COMPUTING)
                .or(Facts::NOT_NAME)
                .without(Facts::GIVEN))
        {
            names.claim(doc, token.start, doc.token(last).end, Kind::Person, ACCOUNT);
        }
    }
}

/// Claims the beginning of `text` as far as it is a name.
pub(super) fn person(
    doc: &mut Doc,
    names: &mut Names,
    technologies: &PhraseBook,
    start: usize,
    text: &str,
) {
    let i = doc.token_from(start);
    let token = doc.token(i);
    let text = text
        .split(['(', '<', ':', '\t', '='])
        .next()
        .unwrap_or_default()
        .trim_end();
    if token.start != start
        || !doc.token_free(i)
        || text.len() < 2
        || token.end > start + text.len()
    {
        return;
    }
    let plain = Facts::COMPUTING
        .or(Facts::NOT_NAME)
        .or(Facts::ROLE)
        .or(Facts::TECH)
        .or(Facts::TEAM_BEFORE)
        .or(Facts::ORG_SUFFIX)
        .or(Facts::ORG_HEAD)
        .or(Facts::ARTICLE)
        .or(Facts::WEEKDAY)
        .or(Facts::FOREIGN)
        .or(Facts::BUSINESS);
    let initials = token.shape == Shape::Upper
        && (token.len() == 2 || token.len() == 3 && !token.is(Facts::ACRONYM));
    let hit = technologies.at(doc.text, &token);
    let words = text.split_whitespace().count();
    if hit.is_some_and(|hit| {
        hit.end > token.end || words == 1 && !initials && !names.is_first(doc.folded(i))
    }) {
        return;
    }
    let common = token.is(Facts::COMMON.or(Facts::PERSON_BEFORE)) && !token.is(Facts::GIVEN);
    let unfit = token.is(plain) && !token.is(Facts::NAME) || common || token.shape == Shape::Number;
    if if initials {
        is_office(doc.folded(i)) || words > 1
    } else {
        unfit
    } {
        return;
    }
    // "ward manager" is what somebody does.
    if token.shape == Shape::Lower
        && token.is(Facts::COMMON)
        && doc.gap(i) == " "
        && doc.token(i + 1).is(Facts::ROLE)
    {
        return;
    }
    let mut last = i;
    let mut is_name = token.is(Facts::NAME);
    while last < i + 3 && doc.gap(last) == " " && doc.token(last + 1).end <= start + text.len() {
        let next = doc.token(last + 1);
        let part = next.is_capital() || is_particle(doc.word(last + 1));
        let small = !token.is_capital() && next.is(Facts::NAME) || next.len() == 1;
        if !part && !small || next.is(plain) && !next.is(Facts::NAME) && part {
            break;
        }
        is_name |= next.is(Facts::NAME);
        last += 1;
    }
    if initials && last > i {
        return;
    }
    let handle = if last == i {
        start + handle_len(text).max(token.len())
    } else {
        doc.token(last).end
    };
    let rest = words.saturating_sub(last - i + 1);
    // A longer text after the name must leave no doubt that it is one.
    if rest == 0 || is_name && (token.is_capital() && !token.is(Facts::ENGLISH) || rest <= 2) {
        names.claim(doc, start, handle, Kind::Person, ACCOUNT);
    }
}

/// A small name that acts right after a time: "10:32 anna restarts the pool", `[10:32] <mk> ok`.
pub(super) fn actors(doc: &mut Doc, names: &mut Names) {
    let times = doc.found.iter().filter(|found| found.kind == Kind::Time);
    let mut behind: Vec<usize> = times.map(|time| doc.token_from(time.end)).collect();
    behind.sort_unstable();
    behind.dedup();
    for i in behind {
        let token = doc.token(i);
        if !matches!(token.shape, Shape::Lower | Shape::Code)
            || token.len() < 2
            || !doc.token_free(i)
        {
            continue;
        }
        let gap = doc.gap_before(i);
        let close = gap.len() <= 6
            && !gap.contains('\n')
            && token.start > gap.len()
            && doc.kind_at(token.start - gap.len() - 1) == Some(Kind::Time);
        if !close {
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

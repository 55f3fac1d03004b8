//! The whole of a name of which a part is known: "Hoshino Genomics", "Keystone DRM", "Delta River Cruises".

use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::{Shape, Token};

/// ORG, PRODUCT: the words that continue a name. Example: `the {Zorblax DRM} failed`
const RULE: &str = "rest-of-name";

/// Finds the words around a name found before that belong to it: capitalised words behind it and
/// before it, a legal form, "& Daughters", and another name beside it. Leaves headings, technologies,
/// roles and the next sentence.
pub(super) fn find(doc: &mut Doc) {
    let named = |kind: Kind| matches!(kind, Kind::Org | Kind::Product | Kind::Person | Kind::Loc);
    let mut parts: Vec<(usize, usize, Kind)> = (doc.found.iter())
        .filter(|found| named(found.kind))
        .map(|found| (found.start, found.end, found.kind))
        .collect();
    parts.sort_unstable_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    // How far anything reaches that starts here or before: where what is claimed there ends.
    let mut ends: Vec<(usize, usize)> = (doc.found.iter())
        .map(|found| (found.start, found.end))
        .collect();
    ends.sort_unstable();
    let mut furthest = 0;
    for (_, end) in &mut ends {
        furthest = furthest.max(*end);
        *end = furthest;
    }
    let mut reached = 0;
    for (start, end, kind) in parts {
        if start < reached {
            continue;
        }
        let first = if kind == Kind::Org || kind == Kind::Product {
            lead(doc, start, reached)
        } else {
            start
        };
        if kind == Kind::Person
            && let Some(end) = surname(doc, start, end)
        {
            reached = end;
            doc.take(start, end, kind, RULE);
            continue;
        }
        let last = follow(doc, end, kind, &ends);
        reached = last;
        if (first, last) == (start, end) {
            continue;
        }
        let kind = if kind == Kind::Product && last == end {
            kind
        } else {
            Kind::Org
        };
        doc.take(first, last, kind, RULE);
    }
}

/// The end of the surname behind a given name by itself: "Barnaby Quill", and small in a chat
/// "deepti mathur".
fn surname(doc: &Doc, start: usize, end: usize) -> Option<usize> {
    let i = doc.token_from(start);
    let (given, next) = (doc.token(i), doc.token(i + 1));
    let alone = (given.start, given.end) == (start, end) && doc.gap(i) == " ";
    let plain = Facts::COMMON
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::NOT_NAME)
        .or(Facts::ROLE)
        .or(Facts::MONTH)
        .or(Facts::WEEKDAY);
    let small = next.shape == Shape::Lower && !next.is(Facts::ENGLISH.or(Facts::FOREIGN));
    let fits = alone
        && given.is(Facts::GIVEN)
        && given.shape == next.shape
        && next.is(Facts::SURNAME)
        && (next.shape == Shape::Capital || small)
        && next.len() >= 3
        && !next.is(plain)
        && !doc.glued(i + 1)
        && doc.token_free(i + 1)
        && !doc.is_kept(next.start);
    fits.then_some(next.end)
}

/// Where a name begins: with the "Radio" of "Radio Cowichan", the "Team" of "Team Abacus".
fn lead(doc: &Doc, start: usize, reached: usize) -> usize {
    let mut i = doc.token_from(start);
    let mut start = start;
    for _ in 0..2 {
        let before = doc.before(i);
        let beside = before.shape == Shape::Capital
            && before.len() > 3
            && doc.gap_before(i) == " "
            && before.start >= reached
            && doc.token_free(i - 1);
        let team = before.is(Facts::TEAM_BEFORE);
        let plain = !before.is(Facts::TECH
            .or(Facts::MAYBE_TECH)
            .or(Facts::NOT_NAME)
            .or(Facts::COMPUTING)
            .or(Facts::ROLE)
            .or(Facts::TITLE)
            .or(Facts::ARTICLE)
            .or(Facts::PERSON_BEFORE)
            .or(Facts::SYSTEM)
            .or(Facts::WEEKDAY)
            .or(Facts::MONTH)
            .or(Facts::DEMONYM));
        let heads = before.is(Facts::ORG_SUFFIX.or(Facts::ORG_HEAD));
        // In the middle of a sentence a capital has a reason.
        let inside = !before.opens && doc.language == Language::English && !before.is(Facts::NAME);
        if !(beside && (team || plain && (heads || inside)) && !super::series::heading(doc, i - 1))
        {
            break;
        }
        i -= 1;
        start = before.start;
    }
    start
}

/// Where a name ends that goes on at `end`.
fn follow(doc: &Doc, end: usize, kind: Kind, ends: &[(usize, usize)]) -> usize {
    let mut end = end;
    let mut kind = kind;
    for _ in 0..4 {
        let at = doc.token_from(end);
        let gap = doc.slice(end, doc.token(at).start);
        if super::series::heading(doc, at) || gap.len() > 4 || gap.contains('\n') {
            break;
        }
        let next = doc.token(at);
        let word = match gap {
            " " => at,
            " & " | " + " if is_second(doc, at) && !(kind == Kind::Person && is_given(doc, at)) => {
                at
            }
            "'" | "’" if doc.word(at) == "s" && doc.gap(at) == " " && is_house(doc, at + 1) => {
                at + 1
            }
            _ => break,
        };
        let other = doc.kind_at(doc.token(word).start);
        if let Some(form) = legal_form(doc, word) {
            end = form;
            break;
        }
        let stop = if let Some(other) = other {
            // Another name right behind is the rest of this one.
            let joined = gap == " "
                && kind != Kind::Loc
                && !next.opens
                && next.is_capital()
                && !matches!((kind, other), (Kind::Person, Kind::Person))
                && match other {
                    Kind::Org | Kind::Product => true,
                    Kind::Person | Kind::Loc => matches!(kind, Kind::Org),
                    _ => false,
                };
            if !joined && gap == " " {
                break;
            }
            claimed_end(doc, word, ends)
        } else if gap != " " || continues(doc, word, kind) {
            doc.token(word).end
        } else {
            break;
        };
        end = stop;
        if kind != Kind::Product {
            kind = Kind::Org;
        }
    }
    end
}

/// The end of what was claimed at token `i`, of all that was claimed: how far it reaches from where.
fn claimed_end(doc: &Doc, i: usize, ends: &[(usize, usize)]) -> usize {
    let token = doc.token(i);
    let before = ends.partition_point(|(start, _)| *start <= token.start);
    let reached = before.checked_sub(1).and_then(|at| ends.get(at));
    reached
        .map(|(_, end)| *end)
        .filter(|end| *end > token.start)
        .unwrap_or(token.end)
}

/// "& Daughters", "& Rowe": the second half of a firm.
fn is_second(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    token.shape == Shape::Capital
        && !token.is(Facts::TECH.or(Facts::ROLE).or(Facts::COMPUTING))
        && (doc.token_free(i) || doc.is_gone(token.start))
}

/// "Kadri + Nacho": somebody beside somebody is no firm.
fn is_given(doc: &Doc, i: usize) -> bool {
    let (before, token) = (doc.before(i), doc.token(i));
    doc.kind_at(token.start) == Some(Kind::Person)
        && token.is(Facts::GIVEN)
        && (before.is(Facts::GIVEN) || doc.gap_before(i) == " + ")
}

/// "Infirmary", "Teaching Hospitals", "Buttons" behind "Brannoc's": a word for a house within two.
fn is_house(doc: &Doc, i: usize) -> bool {
    let house = |at: usize| {
        doc.token(at).shape == Shape::Capital
            && doc.token(at).is(Facts::ORG_SUFFIX.or(Facts::ORG_HEAD))
    };
    doc.token(i).shape == Shape::Capital && (house(i) || doc.gap(i) == " " && house(i + 1))
}

/// The end of a legal form that is no plain word: `d.o.o.`, `SAS`, `s.r.o.`, `DAC`.
fn legal_form(doc: &Doc, i: usize) -> Option<usize> {
    const FORMS: [&str; 27] = [
        "GmbH & Co. KG",
        "d.o.o.",
        "s.r.o.",
        "a.s.",
        "S.A.",
        "S.L.",
        "S.p.A.",
        "S.r.l.",
        "B.V.",
        "N.V.",
        "e.V.",
        "e.G.",
        "Sp. z o.o.",
        "z.s.",
        "SAS",
        "SASU",
        "DAC",
        "CLG",
        "CIC",
        "Oyj",
        "AS",
        "ASA",
        "KGaA",
        "mbH",
        "PJSC",
        "JSC",
        "ApS",
    ];
    let start = doc.token(i).start;
    let rest = doc.ahead(start, 16);
    (FORMS.iter())
        .filter(|form| rest.starts_with(**form))
        .map(|form| start + form.len())
        .filter(|end| !doc.byte(*end).is_ascii_alphanumeric())
        .max()
}

fn continues(doc: &Doc, i: usize, kind: Kind) -> bool {
    let token = doc.token(i);
    if !doc.token_free(i) || doc.glued(i) && doc.byte(token.end) != b'-' || token.opens {
        return false;
    }
    let business = token.is(Facts::ORG_SUFFIX) && token.len() > 2;
    match token.shape {
        Shape::Capital if matches!(kind, Kind::Person | Kind::Loc) => {
            let strange = kind == Kind::Person
                && doc.language == Language::English
                && !token.is(NO_PART
                    .or(Facts::NAME)
                    .or(Facts::COMPUTING)
                    .or(Facts::TECH_NOUN));
            (business || strange) && !token.is(Facts::GIVEN) && !is_role(token)
        }
        Shape::Capital => token.len() > 2 && !is_role(token) && !token.is(NO_PART.or(Facts::PLACE)),
        // "Keystone DRM", but "Heron HTTP 503" and "Heron CPU usage".
        Shape::Upper => {
            let counts = doc.gap(i) == " " && doc.token(i + 1).shape == Shape::Number;
            !matches!(kind, Kind::Person | Kind::Loc)
                && (2..=4).contains(&token.len())
                && !counts
                && !token.is(Facts::TECH.or(Facts::ZONE))
                && !MACHINE.contains(&doc.word(i))
        }
        _ => false,
    }
}

const NO_PART: Facts = Facts::TECH
    .or(Facts::NOT_NAME)
    .or(Facts::WEEKDAY)
    .or(Facts::MONTH)
    .or(Facts::ARTICLE);

/// Acronyms of machines, which follow a name without being part of it.
const MACHINE: [&str; 44] = [
    "CPU", "API", "DB", "SQL", "HTTP", "TLS", "SSL", "DNS", "GC", "JVM", "VM", "VMs", "RAM", "IO",
    "IP", "URL", "UI", "CI", "CD", "SLA", "SLO", "TCP", "UDP", "VPN", "PR", "MR", "QA", "UAT",
    "SRE", "CDN", "SSH", "CSV", "JSON", "XML", "PDF", "OOM", "HA", "DR", "AZ", "LB", "ID", "OS",
    "SDK", "CLI",
];

fn is_role(token: Token) -> bool {
    token.is(Facts::ROLE.or(Facts::TITLE))
}

#[cfg(test)]
mod tests;

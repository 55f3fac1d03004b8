//! Organisations: by their legal form, by what they are called after, by the words beside them.

use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

/// ORG: names with a legal form or a word such as Bank or Council. Example: `{Marigold Stores Ltd} called`
const FORM: &str = "organisation-name";
/// ORG: a name after customer, partner, vendor and the like. Example: `customer {Zorblax} complained`
const CUED: &str = "organisation-by-context";
/// ORG: a team with a name of its own. Example: `the team {Zorblax} was on call`
const TEAM: &str = "team-name";

/// Finds "Werra-Leine-Bahn AG", "Harbor Trust Bank", "Canton of Hochwald", "Team Abacus", "customer
/// Halvorsen"; leaves technologies and their makers, roles, headings, and generic phrases ("our bank").
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    let mut skip = 0;
    for i in doc.capitals() {
        let token = doc.token(i);
        if token.start < skip || !doc.token_free(i) {
            continue;
        }
        let found = headed(doc, i)
            .or_else(|| formed(doc, i))
            .or_else(|| team(doc, i))
            .or_else(|| cued(doc, i));
        if let Some((start, end, rule)) = found {
            skip = end;
            names.claim(doc, start, end, Kind::Org, rule);
        }
    }
}

type Found = Option<(usize, usize, &'static str)>;

fn joins(gap: &str) -> bool {
    matches!(gap, " " | " & " | "-" | " + ")
}

fn part(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    token.is_capital() && doc.token_free(i)
        || token.shape == Shape::Code
            && doc.token_free(i)
            && doc.byte(token.start).is_ascii_uppercase()
}

/// Capitalised words that end in a word such as Bank, `GmbH` or Consulting.
fn formed(doc: &Doc, i: usize) -> Found {
    let first = doc.token(i);
    let led = first.opens
        && matches!(
            doc.word(i),
            "At" | "In"
                | "On"
                | "When"
                | "While"
                | "After"
                | "Before"
                | "And"
                | "But"
                | "If"
                | "As"
                | "Since"
                | "Until"
                | "Both"
                | "Our"
                | "Their"
                | "Only"
                | "Also"
                | "Then"
                | "Because"
        );
    if led
        || first.is(Facts::ARTICLE.or(Facts::PERSON_BEFORE)) && first.is(Facts::COMMON)
        || first.is(Facts::NOT_NAME.or(Facts::WEEKDAY)) && first.opens
        || doc.glued(i) && doc.byte(first.end) != b'-'
    {
        return None;
    }
    let mut at = i;
    let mut last = None;
    for _ in 0..6 {
        let joint = doc.gap(at);
        let word = doc.word(at + 1);
        let connector = joint == " "
            && matches!(
                word,
                "de" | "du"
                    | "del"
                    | "of"
                    | "and"
                    | "et"
                    | "y"
                    | "für"
                    | "di"
                    | "do"
                    | "da"
                    | "des"
                    | "van"
                    | "la"
            )
            && doc.gap(at + 1) == " "
            && part(doc, at + 2);
        let owned = joint == "'" && word == "s" && doc.gap(at + 1) == " " && part(doc, at + 2);
        if owned || connector {
            at += 2;
        } else if joins(joint) && part(doc, at + 1) {
            at += 1;
        } else {
            break;
        }
        let token = doc.token(at);
        let form = token.is(Facts::ORG_SUFFIX) && is_form(doc, at, token);
        if form {
            last = Some(at);
        }
    }
    let last = last?;
    // Sunshine School of Motoring
    let end = if doc.word(last + 1) == "of"
        && doc.gap(last) == " "
        && doc.gap(last + 1) == " "
        && part(doc, last + 2)
    {
        doc.token(last + 2).end
    } else {
        doc.token(last).end
    };
    // At least one word before the suffix must be a name rather than a description.
    let telling = (i..last).any(|n| {
        let t = doc.token(n);
        t.is_capital()
            && !t.is(Facts::COMMON
                .or(Facts::COMPUTING)
                .or(Facts::ROLE)
                .or(Facts::ACRONYM)
                .or(Facts::TECH)
                .or(Facts::NOT_NAME)
                .or(Facts::FOREIGN))
    });
    let legal = is_legal(doc.word(last));
    let marked = (!first.opens || last - i >= 2)
        && !super::series::heading(doc, i)
        && (i..last).any(|n| {
            !doc.token(n).is(Facts::COMPUTING
                .or(Facts::ROLE)
                .or(Facts::ACRONYM)
                .or(Facts::TECH)
                .or(Facts::NOT_NAME)
                .or(Facts::TECH_NOUN)
                .or(Facts::FOREIGN))
        });
    (telling || legal || marked).then_some((first.start, end, FORM))
}

/// Suffixes that are also ordinary words count only with a capital.
fn is_form(doc: &Doc, at: usize, token: Token) -> bool {
    let word = doc.word(at);
    match token.shape {
        Shape::Capital => token.len() > 2 || is_legal(word),
        Shape::Upper | Shape::Mixed => is_legal(word),
        _ => false,
    }
}

fn is_legal(word: &str) -> bool {
    matches!(
        word,
        "Inc"
            | "Corp"
            | "Ltd"
            | "LLC"
            | "LLP"
            | "PLC"
            | "plc"
            | "GmbH"
            | "AG"
            | "KG"
            | "KGaA"
            | "SE"
            | "SA"
            | "SAS"
            | "SARL"
            | "SpA"
            | "Srl"
            | "BV"
            | "NV"
            | "AS"
            | "ASA"
            | "AB"
            | "Oy"
            | "Oyj"
            | "OÜ"
            | "ApS"
            | "UG"
            | "Pty"
            | "Pvt"
            | "SL"
            | "Ltda"
            | "Cie"
            | "Co"
            | "Limited"
            | "Incorporated"
            | "Corporation"
            | "Holding"
            | "Bhd"
            | "Sdn"
            | "Pte"
            | "Kft"
            | "Zrt"
            | "Lda"
            | "SLU"
            | "KK"
            | "BVBA"
            | "VZW"
            | "Oü"
            | "Holdings"
    )
}

/// `Bank of X`, `Canton of Hochwald`, `Banco Mirador`, `Mutuelle du Ponant`, `Office of the …`.
fn headed(doc: &Doc, i: usize) -> Found {
    let head = doc.token(i);
    if !head.is(Facts::ORG_HEAD) || head.shape != Shape::Capital {
        return None;
    }
    let word = doc.folded(i);
    let mut at = i;
    let mut of = false;
    let mut named = false;
    let mut strange = false;
    for _ in 0..6 {
        let next = doc.word(at + 1);
        if doc.gap(at) == " "
            && matches!(
                next,
                "of" | "de"
                    | "du"
                    | "del"
                    | "des"
                    | "der"
                    | "di"
                    | "the"
                    | "für"
                    | "for"
                    | "la"
                    | "da"
                    | "do"
            )
            && doc.gap(at + 1) == " "
        {
            let to = if matches!(doc.word(at + 2), "the" | "la") && doc.gap(at + 2) == " " {
                at + 3
            } else {
                at + 2
            };
            if !part(doc, to) {
                break;
            }
            of = true;
            at = to;
        } else if joins(doc.gap(at)) && part(doc, at + 1) && !doc.token(at + 1).is(Facts::ROLE) {
            at += 1;
        } else {
            break;
        }
        let token = doc.token(at);
        strange |= !token.is(Facts::ENGLISH
            .or(Facts::COMPUTING)
            .or(Facts::TECH)
            .or(Facts::ACRONYM)
            .or(Facts::MAYBE_TECH));
        named |= !token.is(Facts::COMMON
            .or(Facts::COMPUTING)
            .or(Facts::TECH)
            .or(Facts::NOT_NAME)
            .or(Facts::ACRONYM)
            .or(Facts::TECH_NOUN))
            || of;
    }
    let foreign = !matches!(
        word,
        "office"
            | "department"
            | "service"
            | "agency"
            | "court"
            | "group"
            | "society"
            | "board"
            | "school"
            | "port"
            | "state"
            | "town"
            | "city"
            | "college"
            | "hospital"
            | "university"
            | "institute"
            | "council"
            | "commission"
            | "bureau"
            | "association"
            | "bank"
            | "republic"
            | "kingdom"
            | "county"
            | "ministry"
            | "exchange"
    );
    (at > i && named && (of || foreign || !head.opens || strange))
        .then(|| (head.start, doc.token(at).end, FORM))
}

/// `Team Abacus`, `équipe Goéland`.
fn team(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let before = doc.before(i);
    if !before.is(Facts::TEAM_BEFORE)
        || doc.gap_before(i) != " "
        || token.shape != Shape::Capital
        || token.is(Facts::COMPUTING
            .or(Facts::ROLE)
            .or(Facts::NOT_NAME)
            .or(Facts::WEEKDAY))
    {
        return None;
    }
    // "team Payments" describes, "Team Abacus" names: a lower-case "team" needs a word that is none.
    let strange = !token.is(Facts::COMMON);
    (before.is_capital() || strange || doc.language == Language::Other).then_some((
        token.start,
        token.end,
        TEAM,
    ))
}

/// `customer Halvorsen Automotive`, `partner Alpaca Rooms`, `Vendor: Pinnax`.
fn cued(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let before = doc.before(i);
    let gap = doc.gap_before(i);
    let cue = before.is(Facts::ORG_BEFORE)
        && (gap == " " || gap.trim_matches(['*', ' ']) == ":" || matches!(gap, " (" | ", "));
    let bracket = matches!(gap, " (" | ", ");
    if !cue
        || doc.glued(i) && doc.byte(token.end) != b'-'
        || token.is(Facts::NOT_NAME
            .or(Facts::WEEKDAY)
            .or(Facts::MONTH)
            .or(Facts::ROLE)
            .or(Facts::TITLE))
    {
        return None;
    }
    let heading = before.opens && before.is_capital() && gap == " ";
    let mut at = i;
    while joins(doc.gap(at))
        && part(doc, at + 1)
        && at < i + 4
        && !doc.token(at + 1).is(Facts::NOT_NAME)
    {
        at += 1;
    }
    let plain = |t: Token| {
        t.is(Facts::COMMON
            .or(Facts::COMPUTING)
            .or(Facts::ACRONYM)
            .or(Facts::TECH)
            .or(Facts::FOREIGN))
    };
    let telling = (i..=at).any(|n| !plain(doc.token(n)));
    let several = at > i
        && !heading
        && (i..=at).any(|n| {
            !doc.token(n).is(Facts::COMPUTING
                .or(Facts::ACRONYM)
                .or(Facts::TECH)
                .or(Facts::TECH_NOUN))
        });
    let fine = if bracket {
        telling && !token.is(Facts::GIVEN)
    } else {
        telling || several
    };
    fine.then(|| (token.start, doc.token(at).end, CUED))
}

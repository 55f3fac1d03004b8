//! Names that the text itself explains: "our pricing engine, Falcon", "Kestrel & Rowe, our PR agency".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::small_name;
use super::trade::{is_bought, is_for, is_trade};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

/// ORG, PRODUCT: what the text says is its author's own. Example: `our roster engine, {Falcon}, failed`
pub(super) const RULE: &str = "explained-name";

static OURS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "our Our ours internal house homegrown grown bespoke proprietary unser unsere unserem unseren \
     unserer Unser Unsere notre nos Notre nuestro nuestra Nuestro Nuestra nosso nossa onze ons vår \
     vårt"
        .split(' ')
        .collect()
});

/// Finds a name beside what the text says it is to its author: "our roster engine, Falcon", "a service
/// called Heron", "Project Osprey", "Harbor (our sponsor bank)", "Falcon is our roster engine". The
/// name goes even where a technology or an ordinary word has it, too. Leaves "our database, PostgreSQL".
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    let mut next = 0;
    for first in doc.capitals() {
        if first < next || !begins(doc, first) {
            continue;
        }
        let last = run(doc, first);
        next = last + 1;
        let Some((kind, own)) = before(doc, first, last).or_else(|| after(doc, first, last)) else {
            continue;
        };
        let token = doc.token(first);
        // "our CI server, Jenkins" explains a technology; "our release tool, Falcon" hardly does.
        let ambiguous = first == last && token.is(Facts::MAYBE_TECH) && !token.is(Facts::CODE_NAME);
        if !is_name(doc, first, last) || ambiguous && !own {
            continue;
        }
        let (start, end) = (doc.token(first).start, doc.token(last).end);
        if doc.claim(start, end, kind, RULE) {
            if first == last {
                names.add_own(doc.word(first), kind);
            } else {
                names.add_name(doc.slice(start, end), kind);
                names.add_own(&doc.slice(start, end).replace([' ', '-'], ""), kind);
            }
        }
    }
    small_name::find(doc, names);
    if !names.has_own() {
        return;
    }
    for i in doc.capitals() {
        let token = doc.token(i);
        if !matches!(token.shape, Shape::Capital | Shape::Mixed) || !doc.token_free(i) {
            continue;
        }
        let Some(kind) = names.own(doc.word(i)) else {
            continue;
        };
        let other = names.is_small(doc.folded(i)) && token.is(Facts::MAYBE_TECH);
        if !other && !is_technology_here(doc, i) {
            doc.claim(token.start, token.end, kind, RULE);
        }
    }
}

/// "the Falcon web framework", "Amazon Aurora", "Falcon (the framework)".
fn is_technology_here(doc: &Doc, i: usize) -> bool {
    let kind = |at: usize| {
        matches!(
            doc.word(at),
            "framework" | "library" | "package" | "gem" | "crate" | "operator" | "chart" | "driver"
        )
    };
    let near = doc.gap(i) == " " && (kind(i + 1) || doc.gap(i + 1) == " " && kind(i + 2));
    let maker = doc.gap_before(i) == " "
        && matches!(
            doc.word(i.wrapping_sub(1)),
            "Amazon" | "AWS" | "Google" | "Azure" | "Apache" | "Microsoft" | "Oracle" | "IBM"
        );
    near || maker
}

fn begins(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let glued = doc.byte_before(token.start).is_ascii_punctuation()
        && !matches!(
            doc.byte_before(token.start),
            b'(' | b'"' | b'*' | b'`' | b'\''
        );
    matches!(token.shape, Shape::Capital | Shape::Mixed | Shape::Upper)
        && token.len() >= 3
        && !glued
        && doc.token_free(i)
        && !token.is(Facts::ARTICLE)
}

/// The last of the capitalised words that begin at `first`.
fn run(doc: &Doc, first: usize) -> usize {
    let mut last = first;
    while last < first + 4
        && matches!(doc.gap(last), " " | "-" | " & ")
        && doc.token(last + 1).is_capital()
        && doc.token_free(last + 1)
        && doc.token(last + 1).len() >= 2
    {
        last += 1;
    }
    last
}

/// Whether the words may be a name: one of them neither computing nor a technology of one meaning.
fn is_name(doc: &Doc, first: usize, last: usize) -> bool {
    let generic = Facts::TECH
        .or(Facts::COMPUTING)
        .or(Facts::ACRONYM)
        .or(Facts::ROLE)
        .or(Facts::NOT_NAME)
        .or(Facts::WEEKDAY)
        .or(Facts::MONTH)
        .or(Facts::DEMONYM)
        .or(Facts::TITLE);
    let strange = |t: Token| !t.is(generic) || t.is(Facts::CODE_NAME) && !t.is(Facts::TECH);
    let all_tech = (first..=last).all(|n| {
        doc.token(n)
            .is(Facts::TECH.or(Facts::MAYBE_TECH).or(Facts::COMPUTING))
    });
    let long_tech = last > first && all_tech;
    (first..=last).any(|n| strange(doc.token(n))) && !long_tech
}

/// What the words before say: "our scheduler Heron", "a tool called Heron", "Project Heron"; and
/// whether a word of the author's trade is among them ("our roster engine", not "our build server").
fn before(doc: &Doc, first: usize, last: usize) -> Option<(Kind, bool)> {
    let gap = doc
        .gap_before(first)
        .trim_end_matches(['"', '`', '*', '“', '\'', '‘']);
    if gap.contains('\n') || first == 0 {
        return None;
    }
    let word = doc.word(first - 1);
    let called = matches!(
        word,
        "called" | "named" | "codenamed" | "dubbed" | "nicknamed" | "christened"
    );
    if gap == " " && called || gap == "-named " {
        let noun = (2..=4)
            .filter_map(|n| first.checked_sub(n))
            .find(|at| doc.token(*at).is(Facts::SYSTEM) && doc.token(*at).shape == Shape::Lower);
        let named = noun.is_some() || !matches!(word, "called" | "named");
        let made = noun.is_none_or(|at| !is_bought(doc, at) && !is_for(doc, at.wrapping_sub(1)));
        return named.then_some((Kind::Product, made));
    }
    if gap == " "
        && matches!(
            word,
            "Project" | "Projekt" | "Projet" | "Programme" | "Codename"
        )
        && first == last
        && !doc.before(first).opens
    {
        return Some((Kind::Product, true));
    }
    if !matches!(gap, " " | ", " | " (" | " – " | " — " | " - " | ": ") {
        return None;
    }
    let noun = doc.before(first);
    if noun.shape != Shape::Lower {
        return None;
    }
    let kind = kind_of(noun)?;
    // "our own little pricing engine": back to whose it is.
    let mut at = first - 1;
    let mut bought = is_bought(doc, first - 1);
    let mut trade = kind == Kind::Org;
    for _ in 0..5 {
        if at == 0 || !matches!(doc.gap_before(at), " " | "-" | "'" | "’") {
            return None;
        }
        at -= 1;
        if is_ours(doc, at) {
            return Some((kind, trade || !bought));
        }
        trade |= is_trade(doc, at);
        bought |= is_for(doc, at);
    }
    None
}

/// What the words after say: "Falcon, our roster engine", "Falcon (our …)", "Falcon is our …".
fn after(doc: &Doc, first: usize, last: usize) -> Option<(Kind, bool)> {
    let gap = doc
        .gap(last)
        .trim_start_matches(['"', '`', '*', '”', '\'', '’']);
    let mut at = match gap {
        ", " | " (" | " – " | " — " | " - " => last + 1,
        " " if matches!(doc.word(last + 1), "is" | "was") && first <= last => last + 2,
        _ => return None,
    };
    if gap == " " && doc.gap(last + 1) != " " {
        return None;
    }
    if !is_ours(doc, at) {
        // "the internal …", "an in-house …", "a home-grown …"
        let article = doc.token(at).is(Facts::ARTICLE) && doc.gap(at) == " ";
        if !article || !is_ours(doc, at + 1) {
            return (article && gap != " " && is_written(doc, at)).then_some((Kind::Product, true));
        }
        at += 1;
    }
    let (mut trade, mut bought) = (false, false);
    for _ in 0..6 {
        let next = doc.token(at + 1);
        if !matches!(doc.gap(at), " " | "-") || next.shape == Shape::None {
            return None;
        }
        at += 1;
        let ends = !matches!(doc.gap(at), " " | "-") || kind_of(next).is_some();
        if next.shape == Shape::Lower && ends {
            bought |= is_bought(doc, at);
            return kind_of(next).map(|kind| (kind, trade || !bought || kind == Kind::Org));
        }
        trade |= is_trade(doc, at);
        bought |= is_for(doc, at);
    }
    None
}

/// "a program that Julia wrote", "a small tool built by the platform group".
fn is_written(doc: &Doc, article: usize) -> bool {
    let Some(noun) = (article + 1..article + 5).find(|at| doc.token(*at).is(Facts::SYSTEM)) else {
        return false;
    };
    (noun + 1..noun + 6)
        .take_while(|at| doc.gap(at - 1) == " ")
        .any(|at| {
            matches!(
                doc.word(at),
                "wrote" | "written" | "built" | "made" | "developed" | "maintains"
            )
        })
}

/// A word that says whose it is.
pub(super) fn is_ours(doc: &Doc, i: usize) -> bool {
    OURS.contains(doc.word(i))
        || doc.word(i) == "s"
            && matches!(doc.gap_before(i), "'" | "’")
            && doc.before(i).is_capital()
}

fn kind_of(noun: Token) -> Option<Kind> {
    if noun.is(Facts::SYSTEM) {
        Some(Kind::Product)
    } else if noun.is(Facts::ORG_BEFORE) {
        Some(Kind::Org)
    } else {
        None
    }
}

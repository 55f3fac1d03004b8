//! Several capitalised words that together are a name.

use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::Shape;

/// ORG: several capitalised words that together are a name. Example: `we asked {Blue Heron Harbour} to wait`
const SERIES: &str = "name-of-words";

/// Several capitalised words in the middle of an English sentence: a name made of words, such as
/// "Aurora Benefits Portal" or "Kestrel & Rowe". Leaves headings, roles and computing terms.
pub(super) fn series(doc: &mut Doc, names: &mut Names) {
    if doc.language != Language::English {
        return;
    }
    let describes = Facts::COMPUTING
        .or(Facts::TECH_NOUN)
        .or(Facts::NOT_NAME)
        .or(Facts::ROLE)
        .or(Facts::TITLE)
        .or(Facts::ACRONYM)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::WEEKDAY)
        .or(Facts::MONTH)
        .or(Facts::DEMONYM);
    let mut next = 0;
    for first in doc.capitals() {
        if first < next {
            continue;
        }
        let fits = |doc: &Doc, at: usize| {
            doc.token(at).shape == Shape::Capital
                && doc.token(at).len() > 1
                && doc.token_free(at)
                && !doc.glued(at)
        };
        if !fits(doc, first)
            || doc.token(first).opens
            || doc.token(first).is(Facts::ARTICLE)
            || heading(doc, first)
        {
            continue;
        }
        let mut last = first;
        while matches!(doc.gap(last), " " | " & ") && fits(doc, last + 1) {
            last += 1;
        }
        next = last + 1;
        let plain = (first..=last)
            .filter(|at| doc.token(*at).is(describes))
            .count();
        let words = last + 1 - first;
        let ampersand = (first..last).any(|at| doc.gap(at) == " & ");
        // A number may close the name: "Meridian 40".
        if words >= 2 && plain * 2 < words && (words - plain >= 2 || ampersand) {
            let (start, end) = (doc.token(first).start, doc.token(last).end);
            names.claim(doc, start, end, Kind::Org, SERIES);
        }
    }
}

/// Whether the line is a heading or a title: most of its longer words have capitals.
pub(super) fn heading(doc: &Doc, i: usize) -> bool {
    // A line longer than this is no heading.
    let at = doc.token(i).start;
    let from = at.saturating_sub(240);
    let Some(start) = memchr::memrchr(b'\n', doc.text.as_bytes().get(from..at).unwrap_or_default())
        .map(|n| from + n + 1)
        .or((from == 0).then_some(0))
    else {
        return false;
    };
    if doc.byte(start) == b'#' {
        return true;
    }
    let (mut capitals, mut all) = (0, 0);
    let mut at = doc.token_from(start);
    let enough = at + 240;
    while at < enough
        && doc.token(at).shape != Shape::None
        && (all == 0 || !doc.token(at).line)
        && all < 60
    {
        let token = doc.token(at);
        let counts = token.len() > 3
            && !matches!(token.shape, Shape::Number | Shape::Code)
            && !doc.is_gone(token.start)
            && !token.is(Facts::NAME.or(Facts::PLACE));
        if counts {
            all += 1;
            capitals += usize::from(token.is_capital());
        }
        at += 1;
    }
    all > 2 && capitals * 3 > all * 2
}

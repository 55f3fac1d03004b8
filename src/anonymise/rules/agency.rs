//! Agencies, regulators and exchanges that everybody knows by their letters: they say which country.

use std::sync::LazyLock;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// ORG: regulators and agencies by their letters. Example: `a letter to the {BaFin} today`
const RULE: &str = "agency";

static AGENCIES: LazyLock<Words> = LazyLock::new(|| {
    let list = include_str!("../../../schema/lexicon/agencies.txt");
    let words = list.lines().filter(|line| !line.starts_with('#'));
    Words::of(&words.collect::<Vec<_>>().join(" "))
});

/// Finds the letters of agencies (`SEBI`, `BaFin`, `CNIL`), with the place that follows ("NHS England").
/// Leaves letters that mean something in computing, and names of technologies.
pub(super) fn find(doc: &mut Doc) {
    for i in doc.capitals() {
        let token = doc.token(i);
        let short = (2..=10).contains(&token.len());
        if !short
            || !matches!(token.shape, Shape::Upper | Shape::Mixed | Shape::Capital)
            || token.shape == Shape::Capital && token.len() > 7
            || !AGENCIES.has(token.hash)
            || !doc.token_free(i)
            || token.is(Facts::TECH)
            || token.shape == Shape::Capital && token.is(Facts::ENGLISH)
        {
            continue;
        }
        let glued = doc.glued(i) && !matches!(doc.byte(token.end), b'/' | b'-' | b'(');
        if glued
            || matches!(
                doc.byte_before(token.start),
                b'_' | b'.' | b'/' | b'$' | b'='
            )
        {
            continue;
        }
        let next = doc.token(i + 1);
        let placed = doc.gap(i) == " "
            && next.shape == Shape::Capital
            && next.is(Facts::PLACE)
            && doc.token_free(i + 1);
        let end = if placed { next.end } else { token.end };
        doc.claim(token.start, end, Kind::Org, RULE);
    }
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    #[test]
    fn letters_of_agencies_go_and_those_of_computing_stay() {
        let text = "told SEBI and BaFin, and NHS England too";
        assert_eq!(removed(text), ["SEBI", "BaFin", "NHS England"]);
        assert!(stays("a CAA record and CDC events in SQL"));
    }
}

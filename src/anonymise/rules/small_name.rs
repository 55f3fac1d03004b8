//! Names in small letters that the text itself explains: "copper (the label printer queue)".

use std::sync::LazyLock;

use super::own::{RULE, is_ours};
use super::trade::{is_bought, is_trade};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::table::Words;
use crate::anonymise::token::{Shape, Token};

/// What stands before a name that is told.
pub(super) static CALLED: LazyLock<Words> =
    LazyLock::new(|| Words::of("is called named codenamed dubbed internal"));

/// Finds names that their house writes small: "copper (the label printer queue)", "the service is angin".
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    let beside = doc.with(Looks::SIGN.or(Looks::TOLD));
    for i in beside.flat_map(|i| [i, i + 1]) {
        let token = doc.token(i);
        let general = Facts::TECH
            .or(Facts::COMPUTING)
            .or(Facts::ACRONYM)
            .or(Facts::TECH_NOUN)
            .or(Facts::SYSTEM)
            .or(Facts::NOT_NAME)
            .or(Facts::ROLE)
            .or(Facts::BUSINESS)
            .or(Facts::PERSON_AFTER);
        if token.shape != Shape::Lower
            || token.len() < 4
            || token.is(general)
            || !(is_before_sign(doc, token) || CALLED.has(doc.before(i).hash))
            || doc.glued(i)
            || !doc.token_free(i)
            || !(is_told(doc, i) || is_explained(doc, i, token))
        {
            continue;
        }
        if doc.claim(token.start, token.end, Kind::Product, RULE) {
            names.add_own(doc.word(i), Kind::Product);
            names.add_small(doc.word(i));
        }
    }
}

/// Whether an explanation may follow in parentheses or behind a sign.
fn is_before_sign(doc: &Doc, token: Token) -> bool {
    match doc.byte(token.end) {
        b'`' | b'"' | b'*' => true,
        b' ' => matches!(doc.byte(token.end + 1), b'(' | b'='),
        b',' => doc.byte(token.end + 1) == b' ',
        _ => false,
    }
}

/// "the service is angin", "a job called drover".
fn is_told(doc: &Doc, i: usize) -> bool {
    let gap = doc.gap_before(i).trim_end_matches(['`', '"', '*']);
    let unknown = Facts::NAME
        .or(Facts::PLACE)
        .or(Facts::CODE_NAME)
        .or(Facts::RARE);
    let known = doc.token(i).facts.without(unknown) != Facts::NONE;
    if matches!(doc.word(i.wrapping_sub(1)), "codenamed" | "dubbed") {
        return gap == " " && !known;
    }
    // our internal larkspur build
    if doc.word(i.wrapping_sub(1)) == "internal" {
        let own = doc.token(i).facts == Facts::NONE || doc.token(i).is(Facts::CODE_NAME);
        let thing = doc.token(i + 1).is(Facts::SYSTEM)
            || matches!(
                doc.word(i + 1),
                "build" | "builds" | "release" | "releases" | "rollout"
            );
        return gap == " " && !known && own && thing && is_ours(doc, i.wrapping_sub(2));
    }
    let called = matches!(doc.word(i.wrapping_sub(1)), "is" | "called" | "named");
    let strange = !doc.token(i).is(Facts::COMMON.or(Facts::FOREIGN));
    gap == " "
        && called
        && strange
        && doc.gap_before(i - 1) == " "
        && doc.before(i - 1).is(Facts::SYSTEM)
}

/// "copper (the label printer queue)", "ferryman = our trade service", "warden, our daemon that".
fn is_explained(doc: &Doc, i: usize, token: Token) -> bool {
    let gap = doc.gap(i).trim_start_matches(['`', '"', '*']);
    let aside = gap == ", ";
    if !(aside || matches!(gap, " (" | " = ")) || doc.before(i).is(Facts::ARTICLE.or(Facts::SYSTEM))
    {
        return false;
    }
    let ours = is_ours(doc, i + 1);
    if gap == " (" && is_made_with(doc, i, token) {
        return true;
    }
    if ours && gap == " (" && matches!(doc.gap(i + 1), ", " | ")") {
        return true;
    }
    let article = matches!(doc.word(i + 1), "the" | "a" | "an" | "our");
    if !(ours || article && !token.is(Facts::MAYBE_TECH)) || doc.gap(i + 1) != " " {
        return false;
    }
    let goes_on = |at: usize| {
        aside
            && doc.gap(at) == " "
            && matches!(doc.word(at + 1), "that" | "which" | "for" | "of" | "we")
    };
    let noun = (i + 2..i + 6)
        .take_while(|at| matches!(doc.gap_before(*at), " " | "-"))
        .find(|at| {
            doc.token(*at).is(Facts::SYSTEM)
                && (matches!(doc.byte(doc.token(*at).end), b')' | b',' | b'.') || goes_on(*at))
        });
    // After a word of English more than a name may follow: "on reflection, our batch job".
    if aside && token.is(Facts::ENGLISH) && !(token.opens || ours && before_name(doc, i)) {
        return false;
    }
    noun.is_some_and(|at| ours || !is_bought(doc, at) || is_trade(doc, at - 1))
}

/// Whether the word before is one that stands before names, and not before times.
fn before_name(doc: &Doc, i: usize) -> bool {
    doc.gap_before(i) == " " && matches!(doc.folded(i.wrapping_sub(1)), "from" | "of" | "called")
}

/// "mediabox (Python, FastAPI)": an unknown word, and what it is made with.
fn is_made_with(doc: &Doc, i: usize, token: Token) -> bool {
    let unknown = Facts::NAME.or(Facts::PLACE).or(Facts::CODE_NAME);
    token.facts.without(unknown) == Facts::NONE
        && doc.gap(i) == " ("
        && doc.token(i + 1).is(Facts::TECH)
        && doc.token(i + 1).is_capital()
        && matches!(doc.gap(i + 1), ", " | ")" | " + ")
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    #[test]
    fn a_small_name_goes_where_the_text_says_what_it_is() {
        for (text, found) in [
            (
                "The taint comes from warden, our daemon that looks for miners.",
                "warden",
            ),
            ("It was codenamed larkspur and kept quiet.", "larkspur"),
            ("All of our internal larkspur builds failed.", "larkspur"),
            ("so zorbox (Kafka, Redis) spools uploads", "zorbox"),
        ] {
            assert!(removed(text).iter().any(|part| part == found), "{text}");
        }
        for text in [
            "On reflection, our batch job for exports was done.",
            "It waits in the queue, a job that nobody watches.",
            "They use a cache (Redis) for that.",
        ] {
            assert!(stays(text), "{text}: {:?}", removed(text));
        }
    }
}

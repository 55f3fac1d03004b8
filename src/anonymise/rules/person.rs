//! People: names found by what they are made of and by the words beside them.

use std::sync::LazyLock;

use super::company::BELONGINGS;
use super::evidence::evidence;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::table::Words;
use crate::anonymise::token::{Shape, Token};

/// PERSON: a given name by itself. Example: `{Priya} restarted it`
const SINGLE: &str = "given-name";
/// PERSON: a word that the sentence treats as a person. Example: `then {Zorbel} said that it was slow`
pub(super) const CUED: &str = "name-by-context";

/// What a capitalised word cannot be part of a person's name for.
pub(super) const PLAIN: Facts = Facts::COMPUTING
    .or(Facts::TECH_NOUN)
    .or(Facts::ORG_SUFFIX)
    .or(Facts::WEEKDAY)
    .or(Facts::NOT_NAME);

pub(super) fn hyphenated(doc: &Doc, mut at: usize) -> usize {
    while doc.gap(at) == "-" && doc.token(at + 1).is_capital() && doc.token(at + 1).len() > 1 {
        at += 1;
    }
    // Ji-won, Mei-ling
    let (first, next) = (doc.token(at), doc.token(at + 1));
    let syllable = doc.gap(at) == "-"
        && next.shape == Shape::Lower
        && (2..=5).contains(&next.len())
        && first.len() <= 5
        && !next.is(Facts::ENGLISH.or(Facts::COMPUTING));
    if syllable { next.end } else { first.end }
}

/// Single names: given names that are no words, and words that the sentence treats as people.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    for i in doc.capitals() {
        let token = doc.token(i);
        if token.len() < 2 || !doc.token_free(i) {
            continue;
        }
        let joined = doc.gap(i) == "-"
            && doc.token(i + 1).shape == Shape::Capital
            && token.shape == Shape::Capital
            && matches!(doc.gap(i + 1), " ")
            && doc.token(i + 2).is(Facts::PERSON_AFTER)
            && doc.token(i + 2).shape == Shape::Lower
            && !token.opens;
        if let Some(end) = syllables(doc, i) {
            names.claim(doc, token.start, end, Kind::Person, SINGLE);
            continue;
        }
        let rule = if joined && !token.is(Facts::COMPUTING.or(Facts::ACRONYM)) {
            Some(CUED)
        } else {
            single(doc, i, token)
        };
        if let Some(rule) = rule {
            let end = if doc.gap(i) == "-" && doc.token(i + 1).is_capital() && doc.token_free(i + 1)
            {
                hyphenated(doc, i)
            } else {
                token.end
            };
            let end = if doc.gap(i) == "-"
                && doc.token(i + 1).shape == Shape::Lower
                && doc.token(i + 1).is(Facts::GIVEN)
                && !doc.token(i + 1).is(Facts::COMMON)
            {
                doc.token(i + 1).end
            } else {
                end
            };
            // Lena H., Anna K
            let next = doc.token_from(end);
            let letter = doc.token(next);
            let lone = letter.shape == Shape::Capital
                && letter.len() == 1
                && !matches!(doc.word(next), "I" | "A")
                && doc.slice(end, letter.start) == " "
                && !doc.glued(next) | (doc.byte(letter.end) == b'.')
                && doc.token_free(next);
            let end = if lone { letter.end } else { end };
            names.claim(doc, token.start, end, Kind::Person, rule);
        }
    }
}

/// The end of `Min-jung`, `Soo-ah`: two syllables of a Korean given name.
fn syllables(doc: &Doc, i: usize) -> Option<usize> {
    static SYLLABLES: LazyLock<Words> = LazyLock::new(|| {
        Words::of(
            "ae ah bae bin bok bom byung chae chan chang chul dae dam do dong eun ga gi gu gun gyeong gyu ha hae \
             hak han hee heon ho hong hoon hwa hwan hye hyeok hyeon hyo hyuk hyun il im in jae jeong ji jin jo jong joo \
             joon ju jun jung ki ku kun kwang kwon kyeong kyu kyung mi min mun myung na nam no ok ra ran rae ri \
             rim sang seo seok seol seon seong seop seul seung shin si sik so sol soo sook su suk sun sung tae ho uk \
             wan won woo wook ye yeol yeon yong yoo yoon young yu yul yun",
        )
    });
    let (token, next) = (doc.token(i), doc.token(i + 1));
    let fits = token.shape == Shape::Capital
        && next.shape == Shape::Lower
        && doc.gap(i) == "-"
        && !doc.byte(next.end).is_ascii_alphanumeric()
        && !matches!(doc.byte(next.end), b'-' | b'_' | b'(')
        && SYLLABLES.has(token.hash)
        && SYLLABLES.has(next.hash)
        && doc.token_free(i + 1);
    let word = matches!(doc.folded(i), "do" | "no" | "so" | "in" | "han" | "ran") && token.opens;
    (fits && !word).then_some(next.end)
}

/// Whether May is somebody: acting, owning, told, thanked.
fn is_not_month(doc: &Doc, i: usize) -> bool {
    let (before, after) = (doc.before(i), doc.token(i + 1));
    let told = doc.gap_before(i) == " "
        && before.is(Facts::PERSON_BEFORE)
        && !super::handle::is_weak(doc.folded(i.wrapping_sub(1)));
    let acts = doc.gap(i) == " "
        && after.shape == Shape::Lower
        && after.is(Facts::PERSON_AFTER.or(Facts::PERSON_DOES));
    let owns = matches!(doc.gap(i), "'" | "’")
        && doc.word(i + 1) == "s"
        && BELONGINGS.has(doc.token(i + 2).hash);
    (told || acts || owns) && !(doc.gap(i) == " " && after.shape == Shape::Number)
}

fn single(doc: &Doc, i: usize, token: Token) -> Option<&'static str> {
    if token.is(Facts::MONTH) && token.is(Facts::GIVEN) {
        let named = token.shape == Shape::Capital && !doc.glued(i) && is_not_month(doc, i);
        return named.then_some(CUED);
    }
    // "Ledger writes stopped": what a system is called does what systems do.
    if token.is(Facts::SYSTEM) && !token.is(Facts::GIVEN) {
        return None;
    }
    // "Page merged the removal": a word of computing needs all there is.
    let computing = token.is(Facts::COMPUTING.or(Facts::TECH_NOUN));
    if token.is(Facts::GIVEN) && computing && token.shape == Shape::Capital && !doc.glued(i) {
        return (evidence(doc, i, token) >= 4).then_some(CUED);
    }
    if token.is(PLAIN.or(Facts::MONTH).or(Facts::ZONE))
        || doc.glued(i)
            && doc.byte_before(token.start) != b'@'
            && !matches!(doc.byte(token.end), b'/')
            && !(doc.byte(token.end) == b'-'
                && token.is(Facts::GIVEN)
                && token.shape == Shape::Capital)
    {
        return None;
    }
    // In a text of another language an English word is none.
    let strange = doc.language == Language::Other
        && !token.is(Facts::FOREIGN.or(Facts::COMPUTING))
        && !token.opens;
    let english = if strange { Facts::NONE } else { Facts::ENGLISH };
    let wordy = token.is(english
        .or(Facts::TECH)
        .or(Facts::FOREIGN)
        .or(Facts::ACRONYM)
        .or(Facts::ROLE)
        .or(Facts::PLACE)
        .or(Facts::ORG_SUFFIX));
    let given = token.is(Facts::GIVEN);
    // In German every noun has a capital: "das Brett", "zu Hause".
    let noun = doc.language == Language::German
        && doc.gap_before(i) == " "
        && matches!(
            doc.word(i.wrapping_sub(1)),
            "das"
                | "ein"
                | "eine"
                | "einen"
                | "einem"
                | "am"
                | "im"
                | "ins"
                | "ans"
                | "zum"
                | "zur"
                | "zu"
                | "kein"
                | "keine"
                | "mein"
                | "dieses"
                | "jedes"
        );
    if noun || super::namesake::is_presented(doc, i) {
        return None;
    }
    if given
        && !wordy
        && (token.shape == Shape::Capital && token.len() >= 3
            || token.shape == Shape::Upper
                && token.len() >= 4
                && (doc.before(i).shape != Shape::Upper || doc.before(i).is(Facts::NAME)))
    {
        return Some(SINGLE);
    }
    if token.shape != Shape::Capital || !doc.token(i).is_capital() {
        return None;
    }
    // "asked Rich to": a common word that is also a given name, with a capital it has no other reason for.
    let running = given
        && !token.opens
        && token.len() >= 3
        && !token.is(Facts::TECH
            .or(Facts::MAYBE_TECH)
            .or(Facts::PLACE)
            .or(Facts::ORG_SUFFIX)
            .or(Facts::ROLE)
            .or(Facts::ACRONYM))
        && doc.before(i).shape == Shape::Lower
        && !doc.before(i).is(Facts::ARTICLE)
        && !(matches!(doc.gap(i), " " | "-" | "/") && doc.token(i + 1).is_capital())
        && !super::series::heading(doc, i);
    if running {
        return Some(CUED);
    }
    let weight = evidence(doc, i, token);
    let need = if given && !token.is(Facts::COMMON.or(Facts::TECH))
        || token.is(Facts::SURNAME) && !wordy
    {
        1
    } else if given || !wordy {
        2
    } else if token.is(Facts::RARE) && !token.is(Facts::COMMON.or(Facts::TECH).or(Facts::COMPUTING))
    {
        3
    } else {
        4
    };
    (weight >= need).then_some(CUED)
}

#[cfg(test)]
mod tests;

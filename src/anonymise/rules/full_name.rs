//! Full names: given name and surname, initial and surname, title and name.

use super::person::{PLAIN, hyphenated};
use super::surname::{is_particle, surname};
use super::titled::{initials, particled, titled};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::token::{Shape, Token};

/// PERSON: given name and surname. Example: `{Priya Venkataraman} was paged`
pub(super) const FULL: &str = "full-name";

/// What a surname may begin with.
pub(super) const PARTICLES: [&str; 3] = ["van", "von", "al"];

/// Full names, before technologies are protected: "Paul Jenkins" and "Cassandra Pruitt" are people.
pub(super) fn full_names(doc: &mut Doc, names: &mut Names, technologies: &PhraseBook) {
    months(doc, names);
    let mut skip = 0;
    let may = Looks::CAPITALS
        .or(Looks::PARTICLE)
        .or(Looks::of(Facts::TITLE));
    for i in doc.with(may) {
        let token = doc.token(i);
        let particle = || PARTICLES.contains(&doc.word(i));
        let begins = token.is_capital() || token.is(Facts::TITLE) || token.len() < 4 && particle();
        if !begins || token.start < skip || !doc.token_free(i) {
            continue;
        }
        let found = titled(doc, i)
            .or_else(|| particled(doc, i))
            .or_else(|| initials(doc, i))
            .or_else(|| super::shortened::lettered(doc, i))
            .or_else(|| pair(doc, i, technologies));
        if let Some((start, end, rule)) = found
            && doc.is_free(start, end)
        {
            skip = end;
            names.claim(doc, start, end, Kind::Person, rule);
        }
    }
}

/// "May Rutar": a month with a surname behind it is somebody.
fn months(doc: &mut Doc, names: &mut Names) {
    let plain = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::PLACE)
        .or(Facts::MONTH)
        .or(Facts::WEEKDAY)
        .or(Facts::FOREIGN)
        .or(Facts::ROLE);
    for i in doc.capitals() {
        let (first, last) = (doc.token(i), doc.token(i + 1));
        let fits = first.is(Facts::MONTH)
            && first.is(Facts::GIVEN)
            && first.shape == Shape::Capital
            && doc.kind_at(first.start) == Some(Kind::Time)
            && doc.gap(i) == " "
            && last.shape == Shape::Capital
            && last.len() > 2
            && !last.is(plain)
            && doc.token_free(i + 1)
            && doc.before(i).shape != Shape::Number
            && !doc.is_gone(first.start.saturating_sub(2));
        if fits {
            let end = surname(doc, i + 1).unwrap_or(last.end);
            doc.take(first.start, end, Kind::Person, FULL);
            names.add_person(doc.slice(first.start, end));
        }
    }
}

/// A given name and a surname, or two words that are hardly anything else.
#[expect(clippy::too_many_lines, reason = "lists of words, one a line")]
fn pair(doc: &Doc, i: usize, technologies: &PhraseBook) -> Option<(usize, usize, &'static str)> {
    let first = doc.token(i);
    if first.shape != Shape::Capital
        || first.len() < 2
        || first.is(Facts::ARTICLE) && first.is(Facts::COMMON)
        || first.is(PLAIN) && !first.is(Facts::GIVEN.or(Facts::MAYBE_TECH))
        || first.is(Facts::ORG_BEFORE.or(Facts::ROLE).or(Facts::TEAM_BEFORE))
            && first.is(Facts::COMMON)
            && !first.is(Facts::GIVEN)
        || doc.glued(i)
            && !matches!(doc.byte(first.end), b'-')
            && !matches!(doc.byte_before(first.start), b'@' | b'=' | b':')
    {
        return None;
    }
    if let Some(hit) = technologies.at(doc.text, &first)
        && hit.end > first.end
    {
        return None;
    }
    let mut at = i;
    while doc.gap(at) == "-" && doc.token(at + 1).shape == Shape::Capital {
        at += 1;
    }
    if doc.gap(at) == " "
        && doc.token(at + 1).len() == 1
        && doc.token(at + 1).shape == Shape::Capital
        && doc.gap(at + 1) == ". "
    {
        at += 1;
    } else if doc.gap(at) != " " {
        return None;
    }
    let middle = at + 1;
    let second = doc.token(middle);
    let particle = is_particle(doc.word(middle))
        && !matches!(
            doc.word(middle),
            "in" | "y" | "e" | "het" | "op" | "de" | "la" | "le" | "das"
        )
        && (doc.word(middle) != "Da" || first.is(Facts::GIVEN))
        || matches!(doc.word(middle), "de" | "la" | "le") && doc.token(middle + 1).is_capital()
        || matches!(doc.word(middle), "d" | "N" | "t")
            && matches!(doc.gap(middle), "'" | "’")
            && doc.token(middle + 1).is_capital();
    if !(particle
        || second.shape == Shape::Capital && second.len() > 1
        || second.shape == Shape::Mixed)
    {
        return None;
    }
    let given = first.is(Facts::GIVEN);
    let english = if doc.language == Language::Other && !first.is(Facts::FOREIGN) {
        Facts::NONE
    } else {
        Facts::ENGLISH
    };
    let wordy = first.is(english
        .or(Facts::TECH)
        .or(Facts::FOREIGN)
        .or(Facts::PLACE)
        .or(Facts::TITLE));
    let last = if particle {
        doc.token(middle + 1 + usize::from(is_particle(doc.word(middle + 1))))
    } else {
        second
    };
    if !(last.is_capital() || particle && last.shape == Shape::Mixed) || last.shape == Shape::Upper
    {
        return None;
    }
    let family = last.is(Facts::SURNAME) || second.is(Facts::GIVEN);
    let unknown = !last.is(Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::ACRONYM)
        .or(Facts::FOREIGN)
        .or(Facts::ORG_SUFFIX)
        .or(Facts::PLACE)
        .or(Facts::MONTH));
    let plain_last = last.is(PLAIN
        .or(Facts::TECH_NOUN)
        .or(Facts::ROLE)
        .or(Facts::ORG_HEAD))
        || last.is(Facts::COMMON) && !last.is(Facts::SURNAME);
    let fits = if given && !wordy {
        !plain_last && (family || unknown || !last.is(Facts::COMMON.or(Facts::TECH)))
    } else if given {
        // Will Thornbury, Grace Mbeki, Express Liu: the word needs a surname that is no word.
        !plain_last
            && (family && !last.is(Facts::COMMON.or(Facts::TECH))
                || unknown && !first.is(Facts::TECH) && !first.opens)
            && !last.is(Facts::PLACE)
            || family
                && !first.opens
                && last.is(Facts::SURNAME)
                && !last.is(Facts::ENGLISH
                    .or(Facts::COMPUTING)
                    .or(Facts::TECH)
                    .or(Facts::PLACE))
    } else {
        let odd = !wordy && !first.is(Facts::COMPUTING.or(Facts::ACRONYM));
        // Neither is known as a given name: the surname must be certain.
        last.is(Facts::SURNAME)
            && !last.is(Facts::ENGLISH
                .or(Facts::COMPUTING)
                .or(Facts::TECH)
                .or(Facts::PLACE)
                .or(Facts::ORG_SUFFIX))
            && (odd
                || first.is(Facts::TECH.or(Facts::MAYBE_TECH))
                    && !last.is(Facts::FOREIGN.or(Facts::MAYBE_TECH)))
            || second.is(Facts::GIVEN)
                && !second.is(Facts::ENGLISH.or(Facts::TECH).or(Facts::PLACE))
                && odd
                && doc.language != Language::German
    };
    let stranger = |t: Token| {
        !t.is(Facts::ENGLISH
            .or(Facts::COMPUTING)
            .or(Facts::TECH)
            .or(Facts::MAYBE_TECH)
            .or(Facts::ACRONYM)
            .or(Facts::FOREIGN)
            .or(Facts::ORG_SUFFIX)
            .or(Facts::ORG_HEAD)
            .or(Facts::PLACE)
            .or(Facts::MONTH)
            .or(Facts::WEEKDAY)
            .or(Facts::DEMONYM)
            .or(Facts::ROLE))
    };
    let next = doc.token(middle + 1);
    let acts = doc.gap(middle) == " " && next.shape == Shape::Lower && next.is(Facts::PERSON_AFTER);
    let called = doc.gap_before(i) == " " && doc.before(i).is(Facts::PERSON_BEFORE)
        || doc.before(i).is(Facts::ROLE)
            && matches!(doc.gap_before(i), ": " | ":** " | ":** *" | " ");
    // "Its author, Beat Page, left": what somebody does, then the name.
    // "reviewed by Delphi Arbour": what people do, and who did it.
    let agent = doc.gap_before(i) == " "
        && doc.word(i.wrapping_sub(1)) == "by"
        && matches!(
            doc.word(i.wrapping_sub(2)),
            "reviewed"
                | "approved"
                | "written"
                | "signed"
                | "reported"
                | "prepared"
                | "confirmed"
                | "edited"
                | "authored"
                | "spotted"
                | "owned"
                | "led"
                | "drafted"
                | "compiled"
                | "countersigned"
                | "proofread"
                | "chaired"
                | "typed"
                | "told"
        )
        && last.is(Facts::SURNAME)
        && !last.is(Facts::COMPUTING.or(Facts::TECH))
        && (given || !last.is(Facts::COMMON));
    let bracketed = doc.byte_before(first.start) == b'('
        && doc.gap(middle).starts_with(')')
        && given
        && !wordy
        && last.is(Facts::SURNAME);
    let presented = doc.before(i).is(Facts::ROLE)
        && doc.before(i).shape == Shape::Lower
        && doc.gap_before(i) == ", "
        && matches!(doc.gap(middle), ", " | " (" | ")" | ". ")
        && (given || family);
    let was = doc.gap(middle) == " "
        && matches!(doc.word(middle + 1), "was" | "is" | "has" | "had" | "will")
        && first.opens;
    let strangers = !particle
        && at == i
        && stranger(first)
        && stranger(second)
        && second.shape == Shape::Capital
        && (acts || called || was)
        && doc.language != Language::German;
    let double = at > i
        && !first.is(Facts::FOREIGN)
        && last.is(Facts::SURNAME)
        && !last.is(Facts::COMPUTING.or(Facts::TECH).or(Facts::COMMON))
        && !doc.token(at).is(Facts::COMPUTING);
    let strange_family = (given
        || first.is(Facts::TECH.or(Facts::MAYBE_TECH))
            && first.shape == Shape::Capital
            && stranger(last))
        && !particle
        && (stranger(last)
            || last.is(Facts::PLACE)
                && !last.is(Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::ORG_SUFFIX))
                && last.len() > 4)
        && last.shape == Shape::Capital
        && !first.is(Facts::MONTH.or(Facts::WEEKDAY))
        && doc.language != Language::German;
    let led = particle && given && !first.opens && !last.is(PLAIN);
    let fits =
        fits || led || bracketed || agent || presented || strangers || double || strange_family;
    if !fits || doc.language == Language::German && wordy && first.is(Facts::FOREIGN) {
        return None;
    }
    let mut end = surname(doc, middle)?;
    // A third name: Nguyễn Thị Hạnh, Hossam Falcon Aziz.
    for _ in 0..2 {
        let next = doc.token_from(end);
        let third = doc.token(next);
        let more = third.shape == Shape::Capital
            && third.len() > 1
            && doc.slice(end, third.start) == " "
            && third.is(Facts::NAME)
            && (agent || !third.is(PLAIN.or(Facts::ROLE)))
            && !third.is(Facts::COMMON);
        if !more || !doc.token_free(next) {
            break;
        }
        end = hyphenated(doc, next);
    }
    for _ in 0..2 {
        let next = doc.token_from(end);
        if doc.slice(end, doc.token(next).start) != " "
            || !matches!(
                doc.folded(next),
                "bin" | "binti" | "binte" | "bte" | "ibn" | "al" | "el" | "van" | "von"
            )
        {
            break;
        }
        end = surname(doc, next).unwrap_or(end);
    }
    Some((first.start, end, FULL))
}

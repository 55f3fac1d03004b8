//! Names that are cut short: a given name with a letter, a letter alone, a nickname told with the name.

use super::full_name::FULL;
use super::handle::ACCOUNT;
use super::people;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, fold};
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::token::Shape;

/// `Baran A.`, `Nuno P`, `Jun-ho`: the end of a given name cut short, before a language called R has
/// its letter and a month its name.
pub(super) fn lettered(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let first = doc.token(i);
    let tech = Facts::TECH.or(Facts::MAYBE_TECH);
    let named = first.is(Facts::GIVEN) || first.is(Facts::SURNAME) && first.is(tech);
    let wordy = first.is(tech.or(Facts::COMMON));
    if !named || first.shape != Shape::Capital || doc.byte_before(first.start) == b'-' {
        return None;
    }
    if doc.gap(i) == "-" && is_syllable(doc, i + 1) && first.len() <= 5 {
        let surname = doc.token(i + 2);
        let more = doc.gap(i + 1) == " "
            && surname.shape == Shape::Capital
            && surname.len() > 1
            && (surname.is(Facts::SURNAME)
                || !surname.is(Facts::COMPUTING
                    .or(Facts::COMMON)
                    .or(Facts::TECH)
                    .or(Facts::WEEKDAY)));
        let last = if more { surname } else { doc.token(i + 1) };
        return Some((first.start, last.end, FULL));
    }
    if first.is(Facts::COMPUTING.or(Facts::MONTH)) || first.len() < 3 || doc.glued(i) {
        return None;
    }
    let at = i + 1 + usize::from(super::surname::is_particle(doc.word(i + 1)));
    let letter = doc.token(at);
    let lone = letter.shape == Shape::Capital
        && doc.word(at).chars().count() == 1
        && doc.gap(i) == " "
        && doc.gap_before(at) == " "
        && doc.token_free(at);
    let dotted = doc.byte(letter.end) == b'.';
    // "for Anna A node": a letter without its full stop must close something.
    let closes =
        !matches!(doc.word(at), "I" | "A") && !doc.gap(at).starts_with(' ') && !doc.glued(at);
    let more = doc.gap(at) == ". "
        && doc.token(at + 1).is(Facts::SURNAME)
        && doc.token(at + 1).is_capital();
    // "Mark A. Then": a word in front of a full stop needs a reason for its capital.
    let ends = !doc.gap(at).starts_with(". ") || doc.token(at + 1).shape == Shape::Lower;
    let alone = first.line && doc.gap(at).starts_with(".\n");
    let reason = ends && (!first.opens || doc.token(at + 1).shape == Shape::Lower) || alone;
    let fits = if wordy {
        dotted && reason
    } else {
        dotted || closes
    };
    let surname = more && !doc.token(at + 1).is(Facts::ENGLISH);
    (lone && fits && !surname).then_some((first.start, letter.end + usize::from(dotted), FULL))
}

/// The second syllable of Ji-won or Jun-ho.
fn is_syllable(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    token.shape == Shape::Lower
        && (2..=5).contains(&token.len())
        && doc.gap(i) != "-"
        && (token.is(Facts::NAME) && !token.is(Facts::COMPUTING)
            || !token.is(Facts::ENGLISH.or(Facts::COMPUTING)))
        && !matches!(
            doc.word(i),
            "in" | "on"
                | "up"
                | "of"
                | "to"
                | "by"
                | "as"
                | "at"
                | "so"
                | "or"
                | "and"
                | "out"
                | "off"
                | "old"
                | "a"
                | "end"
                | "day"
                | "like"
        )
}

/// Letters that stand for somebody met ("D. hears it", "Dr N. signed", a last line "O."), and the
/// short name that is told with the full one ("Rev, that is Revathi", "Sgt (that's Sarangerel Tömör").
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    nicknames(doc, names);
    for i in doc.with(Looks::CAPITAL) {
        let token = doc.token(i);
        let lone = token.shape == Shape::Capital
            && doc.word(i).chars().count() == 1
            && doc.byte(token.end) == b'.'
            && !doc.is_gone(token.start)
            && !matches!(
                doc.byte_before(token.start),
                b'.' | b'-' | b'/' | b'_' | b'(' | b'\''
            )
            && !doc.gap(i).starts_with("..");
        if lone && is_lone_person(doc, i) {
            names.take(doc, token.start, token.end + 1, ACCOUNT);
        }
    }
}

fn is_lone_person(doc: &Doc, i: usize) -> bool {
    let (token, next) = (doc.token(i), doc.token(i + 1));
    let does = next.is(Facts::PERSON_AFTER.or(Facts::PERSON_DOES))
        || doc.word(i + 1).ends_with('s') && next.is(Facts::ENGLISH);
    let adverb = matches!(
        doc.word(i + 1),
        "always" | "never" | "then" | "also" | "later" | "had" | "has" | "was" | "is" | "will"
    );
    // In a list "A. checks" is the first of several.
    let item = token.line;
    let led = doc.gap_before(i) != " "
        || matches!(
            doc.word(i.wrapping_sub(1)),
            "and"
                | "but"
                | "so"
                | "that"
                | "as"
                | "when"
                | "because"
                | "if"
                | "then"
                | "while"
                | "where"
                | "since"
                | "until"
        );
    let acts = doc.gap(i) == ". " && next.shape == Shape::Lower && (does || adverb) && led && !item;
    let titled = doc.before(i).is(Facts::TITLE)
        && matches!(doc.gap_before(i), " " | ". ")
        && doc.before(i).shape == Shape::Capital;
    let ends = doc.gap(i).starts_with(".\n\n") || next.shape == Shape::None;
    let alone =
        token.line && (doc.gap(i).starts_with(".\n") || ends) || ends && doc.gap_before(i) == ". ";
    let after = doc.gap_before(i).contains(['.', '!', '?', ')', ',']) || i == 0;
    acts || titled && (next.shape == Shape::Lower || !doc.gap(i).starts_with(". "))
        || alone && after
}

/// Makes one name of two that stand side by side.
fn joined(doc: &mut Doc, names: &mut Names) {
    let mut people = people(doc);
    people.sort_unstable();
    for at in 1..people.len() {
        let (Some(&(start, end)), Some(&(next, last))) = (people.get(at - 1), people.get(at))
        else {
            return;
        };
        let one = |start: usize, end: usize| {
            let token = doc.token(doc.token_from(start));
            token.start == start && token.end == end && token.shape == Shape::Capital
        };
        if doc.slice(end, next) == " " && one(start, end) && one(next, last) {
            doc.take(start, last, Kind::Person, FULL);
            names.add_person(doc.slice(start, last));
        }
    }
}

/// Takes the letter, the "jnr" or the "snr" that stands behind a name found before.
pub(super) fn behind(doc: &mut Doc, names: &mut Names) {
    joined(doc, names);
    let people = people(doc);
    for (start, end) in people {
        let i = doc.token_from(end);
        // Old Bill, Big Sal
        let at = doc.token_from(start);
        let called = at > 0
            && doc.gap_before(at) == " "
            && doc.token(at).is(Facts::GIVEN)
            && !doc.is_gone(doc.before(at).start)
            && matches!(
                doc.word(at - 1),
                "Old"
                    | "Big"
                    | "Wee"
                    | "Little"
                    | "Young"
                    | "Uncle"
                    | "Auntie"
                    | "Aunt"
                    | "Grandpa"
                    | "Grandma"
            );
        let start = if called { doc.before(at).start } else { start };
        if called {
            doc.take(start, end, Kind::Person, FULL);
        }
        let token = doc.token(i);
        let spaced = doc.slice(end, token.start) == " ";
        let comma = doc.slice(end, token.start) == ", ";
        let first = doc.token(doc.token_from(start));
        let whole = first.start == start && first.end == end && first.shape == Shape::Capital;
        let letter = token.shape == Shape::Capital
            && doc.word(i).chars().count() == 1
            && doc.byte(token.end) == b'.'
            && !doc.is_gone(token.start);
        // "by Anna. A." and "Anna A. Then" are sentences; a surname may come before its letter.
        let next = doc.token(i + 1);
        let goes_on =
            !doc.gap(i).starts_with(". ") || next.shape == Shape::Lower || !next.is(Facts::ENGLISH);
        // tshepo m.
        let small = first.start == start
            && first.end == end
            && first.shape == Shape::Lower
            && token.shape == Shape::Lower
            && token.len() == 1
            && (doc.byte(token.end) == b'.'
                && matches!(doc.byte(token.end + 1), b',' | b')' | b';')
                || first.is(Facts::GIVEN)
                    && !first.is(Facts::ENGLISH)
                    && !matches!(doc.word(i), "a" | "i")
                    && matches!(doc.byte(token.end), b'\n' | 0));
        let elder = matches!(doc.folded(i), "senior" | "junior") && whole;
        let job = doc
            .token(i + 1)
            .is(Facts::ROLE.or(Facts::COMPUTING).or(Facts::TECH));
        let younger = spaced
            && (matches!(doc.folded(i), "jnr" | "snr" | "jr" | "jun" | "sen") || elder && !job);
        if whole && letter && (spaced && goes_on || comma && !first.is(Facts::ENGLISH))
            || spaced && small
            || younger
        {
            let dot = usize::from(doc.byte(token.end) == b'.');
            doc.take(start, token.end + dot, Kind::Person, FULL);
            names.add_person(doc.slice(start, end));
        }
    }
}

/// The word before a full name that the text says is another name for the same person.
pub(super) fn nicknames(doc: &mut Doc, names: &mut Names) {
    let people = people(doc);
    for (start, end) in people {
        let full = doc.token_from(start);
        let Some(mut at) = full.checked_sub(1) else {
            continue;
        };
        let mut told = false;
        while full - at < 3
            && at > 0
            && matches!(
                doc.word(at),
                "that" | "that's" | "s" | "is" | "yes" | "aka" | "alias"
            )
        {
            told |= matches!(doc.word(at), "that" | "aka" | "alias");
            at -= 1;
        }
        let near = (full - at..=3).contains(&(full - at)) && doc.token(at + 1).start <= start;
        let gap = doc.slice(doc.token(at).end, doc.token(at + 1).start.min(start));
        let token = doc.token(at);
        let gap = gap.trim_start_matches(['*', '_', '`']);
        let closes = doc.slice(end, end + 1);
        let fits = near
            && token.is_capital()
            && token.len() >= 2
            && (gap == " (" || told && matches!(gap, ", " | " "))
            && (matches!(closes, ")" | "," | ";" | ".") || told && closes == " ")
            && !doc.glued(at)
            && !doc.is_gone(token.start)
            && !token.is(Facts::ROLE.or(Facts::TEAM_BEFORE));
        if fits && (told || is_short(doc.folded(at), doc.slice(start, end))) {
            names.take(doc, token.start, token.end, ACCOUNT);
        }
    }
}

/// Whether `short` begins like one of the words of `name`: Hop for Hopkin, Rev for Revathi.
fn is_short(short: &str, name: &str) -> bool {
    short.len() >= 3
        && fold(name)
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.len() > short.len() && word.starts_with(short))
}

#[cfg(test)]
mod tests;

//! The parts of an address that are certain by themselves.

use super::words::{Part, part, particle, postcode, street_ending, strong};
use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

use super::{PLAIN, house_number, is_name, joined};

/// The part of an address that is certain by itself, as first and last token.
pub(super) fn anchor(doc: &Doc, i: usize) -> Option<(usize, usize)> {
    let token = doc.token(i);
    if token.shape == Shape::Number {
        return numbered(doc, i).or_else(|| coded(doc, i));
    }
    let kind = if token.is(Facts::STREET) {
        part(doc.folded(i))
    } else {
        Part::None
    };
    match kind {
        Part::Before => before_name(doc, i),
        Part::Box => boxed(doc, i),
        Part::Flat => flat(doc, i).map(|last| (i, last)),
        Part::Corner => corner(doc, i),
        Part::After | Part::Loose | Part::Code => None,
        Part::None => ended(doc, i).or_else(|| named(doc, i)),
    }
}

/// `14 Crown Street`, `63 Avenue du Golf`, `6293 fourth avenue`, `172 Maneeži 75,`.
fn numbered(doc: &Doc, i: usize) -> Option<(usize, usize)> {
    if !house_number(doc, i) || doc.byte_before(doc.token(i).start) == b'.' {
        return None;
    }
    let mut at = i + 1;
    let mut names = 0;
    while at <= i + 6 && matches!(doc.gap(at - 1), " " | ". " | ", " | "'" | "’" | ".") {
        let token = doc.token(at);
        let word = doc.folded(at);
        let kind = if token.is(Facts::STREET) {
            part(word)
        } else {
            Part::None
        };
        let comma = doc.gap(at - 1) == ", " && at > i + 1;
        match kind {
            // 33 avenue de Provence
            Part::After if names == 0 && particle(doc.folded(at + 1)) => {
                return before_name(doc, at).map(|(_, last)| (i, last));
            }
            Part::After if names > 0 && !comma && (token.is_capital() || strong(word)) => {
                return Some((i, at));
            }
            Part::Loose
                if names > 0 && !comma && token.shape == Shape::Capital && !spoken(doc, i, at) =>
            {
                return Some((i, at));
            }
            Part::Before if at <= i + 2 && token.shape != Shape::Upper => {
                return before_name(doc, at).map(|(_, last)| (i, last));
            }
            Part::Box => return boxed(doc, at).map(|(_, last)| (i, last)),
            _ => {}
        }
        if token.shape == Shape::Number {
            let closed = matches!(doc.byte(token.end), b',' | b'\n' | b'.' | b'?' | 0)
                || part(doc.folded(at + 1)) == Part::Flat;
            let strange = (i + 1..at).all(|n| {
                !doc.token(n).is(Facts::COMMON.or(PLAIN)) && doc.token(n).shape != Shape::Lower
            });
            let year = token.len() == 4 && matches!(doc.word(at).get(..2), Some("19" | "20"));
            let fits = names > 0 && strange && closed && !year && house_number(doc, at);
            return fits.then_some((i, at));
        }
        if is_name(doc, at) || particle(word) {
            names += usize::from(token.is_capital());
        } else if strong(doc.folded(at + 1))
            && token.shape == Shape::Lower
            && doc.gap(at) == " "
            && at == i + 1
        {
            names += 1;
        } else {
            return None;
        }
        at += 1;
    }
    None
}

/// `3 Google Drive folders`: a loose street word ends a phrase, and the names before it are no plain words.
fn spoken(doc: &Doc, i: usize, at: usize) -> bool {
    let plain = (i + 1..at)
        .all(|n| doc.token(n).is(Facts::COMMON) && !doc.token(n).is(Facts::NAME.or(Facts::PLACE)));
    let next = doc.token(at + 1);
    let goes_on = doc.gap(at) == " "
        && next.shape == Shape::Lower
        && !matches!(
            doc.word(at + 1),
            "in" | "at"
                | "on"
                | "near"
                | "and"
                | "or"
                | "is"
                | "was"
                | "street"
                | "last"
                | "after"
                | "for"
                | "as"
        );
    plain || goes_on
}

/// `Rua do Arenque 1634`, `ul. Chrzanowska 61`: the name behind, then the number.
fn before_name(doc: &Doc, i: usize) -> Option<(usize, usize)> {
    let mut at = i + 1;
    let mut names = 0;
    while at <= i + 7 && matches!(doc.gap(at - 1), " " | ". " | ", " | "'" | "’" | "-") {
        let token = doc.token(at);
        if token.shape == Shape::Number || house_number(doc, at) {
            return (names > 0).then_some((i, at));
        }
        if is_name(doc, at) && (doc.gap(at - 1) != ", ") {
            names += 1;
        } else if !particle(doc.folded(at)) {
            break;
        }
        at += 1;
    }
    let foreign = !matches!(
        doc.word(i),
        "Via" | "Place" | "via" | "place" | "Plaza" | "Corso" | "Am" | "U"
    );
    let numbered = house_number(doc, i.wrapping_sub(1)) && doc.gap_before(i) == " ";
    while at > i + 1 && !doc.token(at - 1).is_capital() {
        at -= 1;
    }
    (names > 0 && (foreign && doc.token(i).is_capital() || numbered)).then_some((i, at - 1))
}

/// `P.O. Box 149`, `PSC 6293, Box 8158`, `Unit 5022 Box 1225`, `APO AE 44085`, `Postfach 12`.
pub(super) fn boxed(doc: &Doc, i: usize) -> Option<(usize, usize)> {
    let word = doc.folded(i);
    let number = |at: usize| doc.token(at).shape == Shape::Number;
    match word {
        "box" => {
            let post = matches!(doc.word(i.wrapping_sub(1)), "O" | "o" | "PO" | "po");
            let first = match doc.word(i.wrapping_sub(1)) {
                "O" | "o" => i - 2,
                "PO" | "po" => i - 1,
                _ => i,
            };
            (post && number(i + 1) && doc.gap(i).trim() == "").then_some((first, i + 1))
        }
        "postfach" | "apartado" | "postboks" | "postbus" => {
            (number(i + 1) && doc.gap(i) == " ").then_some((i, i + 1))
        }
        "p" => (doc.gap(i) == "." && matches!(doc.word(i + 1), "O" | "o") && number(i + 3))
            .then(|| boxed(doc, i + 2))
            .flatten(),
        "po" => boxed(doc, i + 1).filter(|(first, _)| *first == i),
        "psc" | "cmr" | "unit" | "ussv" | "uss" => {
            let boxed = number(i + 1) && doc.folded(i + 2) == "box" && number(i + 3);
            boxed.then_some((i, i + 3))
        }
        _ => {
            let area = matches!(doc.folded(i + 1), "aa" | "ae" | "ap");
            (area && number(i + 2) && doc.token(i + 2).len() == 5).then_some((i, i + 2))
        }
    }
}

/// `Apt. 864`, `Suite 501`.
pub(super) fn flat(doc: &Doc, i: usize) -> Option<usize> {
    let token = doc.token(i);
    let word = doc.folded(i);
    let test = matches!(word, "suite" | "ste")
        && (token.shape == Shape::Lower || doc.folded(i.wrapping_sub(1)) == "test");
    let number = house_number(doc, i + 1) && matches!(doc.gap(i), " " | ". " | " #" | ". #");
    (number && !test && (token.is_capital() || doc.gap(i).starts_with('.') || word.len() > 4))
        .then_some(i + 1)
}

/// `corner of Nieuwe Baan 473 St. and Inna Loop`.
fn corner(doc: &Doc, i: usize) -> Option<(usize, usize)> {
    if doc.word(i + 1) != "of" {
        return None;
    }
    let (mut at, mut last, mut turns) = (i + 2, None, 0);
    while at < i + 16 && (joined(doc.gap(at - 1)) || doc.gap(at - 1) == ".") {
        let word = doc.word(at);
        if word == "and" && turns == 0 {
            turns = 1;
        } else if doc.token(at).is_capital()
            || house_number(doc, at)
            || doc.token(at).is(Facts::STREET)
        {
            last = Some(at);
        } else if !particle(word) {
            break;
        }
        at += 1;
    }
    last.filter(|_| turns == 1).map(|last| (i, last))
}

/// `Koskikatu 25`, `Hauptstraße 5a`: a street's ending inside the word, then its number.
fn ended(doc: &Doc, i: usize) -> Option<(usize, usize)> {
    let token = doc.token(i);
    let fits = token.shape != Shape::Upper
        && token.len() >= 6
        && doc.gap(i) == " "
        && house_number(doc, i + 1)
        && !token.is(Facts::ENGLISH.or(PLAIN))
        && street_ending(doc.folded(i));
    fits.then_some((i, i + 1))
}

/// `Crown Street`, `Belgrád rkp. 18`: names, then a word for a street that is used for nothing else.
fn named(doc: &Doc, i: usize) -> Option<(usize, usize)> {
    if !is_name(doc, i) || doc.token(i).is(Facts::ARTICLE) || doc.token(i).shape != Shape::Capital {
        return None;
    }
    for at in i + 1..i + 5 {
        let token = doc.token(at);
        if doc.gap(at - 1) != " " {
            return None;
        }
        let word = doc.folded(at);
        let kind = if token.is(Facts::STREET) {
            part(word)
        } else {
            Part::None
        };
        let number = house_number(doc, at + 1) && matches!(doc.gap(at), " " | ". " | ".");
        match kind {
            Part::After if token.shape == Shape::Capital && strong(word) => {
                // Gantry Lane Pictures is somebody's name.
                let named = doc.gap(at) == " " && doc.token(at + 1).shape == Shape::Capital;
                return (!named).then_some((i, at));
            }
            Part::After | Part::Loose if number && !token.is(Facts::ENGLISH) => {
                return Some((i, at + 1));
            }
            _ if !(is_name(doc, at) || particle(word)) => return None,
            _ => {}
        }
    }
    None
}

/// `ZIP: 8592`, `my postcode is 394 13`.
fn coded(doc: &Doc, i: usize) -> Option<(usize, usize)> {
    let mut at = i.wrapping_sub(1);
    for _ in 0..3 {
        let token = doc.token(at);
        if token.is(Facts::STREET) && part(doc.folded(at)) == Part::Code {
            let last = postcode(doc, i)?;
            return Some((i, last));
        }
        if !matches!(doc.word(at), "code" | "is" | "no" | "number")
            || doc.slice(token.start, doc.token(i).start).len() > 16
        {
            return None;
        }
        at = at.wrapping_sub(1);
    }
    None
}

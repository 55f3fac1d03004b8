//! Surnames by what stands before them: a title, a particle, initials.

use super::full_name::FULL;
use super::person::PLAIN;
use super::surname::{is_name_like, is_particle, surname};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

/// PERSON: initials and surname. Example: `{M. Raghunathan} looked`
const INITIAL: &str = "initial-and-surname";

/// PERSON: a title and a name. Example: `{Dr Al-Khatib} saw it`
const TITLED: &str = "title-and-name";

/// `Dr Al-Khatib`, `Mr. Whitford`, `Frau Yıldız`, `Mme Le Goff`, `Prof. Castellanos`.
pub(super) fn titled(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let title = doc.token(i);
    if !title.is(Facts::TITLE) || !matches!(doc.gap(i), " " | ". " | ".") {
        return None;
    }
    if let Some(found) = abbreviated(doc, i) {
        return Some(found);
    }
    let word = doc.folded(i);
    let weak = matches!(
        word,
        "miss"
            | "don"
            | "sir"
            | "sa"
            | "sra"
            | "sr"
            | "fru"
            | "hr"
            | "chi"
            | "anh"
            | "tov"
            | "officer"
            | "ms"
            | "mx"
            | "ing"
            | "dona"
            | "captain"
            | "capt"
            | "sister"
            | "nurse"
            | "judge"
            | "signor"
            | "monsieur"
    );
    if weak && title.shape == Shape::Lower && !matches!(word, "chi" | "anh")
        || title.shape == Shape::Upper && title.len() == 2 && word == "ms"
    {
        return None;
    }
    // Frau Dr. Scholl
    let chained = doc.token(i + 1).is(Facts::TITLE)
        && doc.token(i + 1).shape == Shape::Capital
        && matches!(doc.gap(i + 1), ". " | " ")
        && doc.token(i + 2).shape == Shape::Capital;
    let i = if chained { i + 1 } else { i };
    let certain = matches!(word, "mr" | "mrs" | "dr" | "prof" | "herr" | "frau" | "mme")
        && title.shape == Shape::Capital;
    let first = doc.token(i + 1);
    if !(first.shape == Shape::Capital)
        || first.is(PLAIN) && !first.is(Facts::SURNAME) && !certain
        || matches!(word, "chi" | "anh") && !first.is(Facts::NAME)
    {
        return None;
    }
    let pair = doc.gap(i + 1) == " "
        && doc.token(i + 2).shape == Shape::Capital
        && doc.token(i + 2).is(Facts::SURNAME);
    if weak && !first.is(Facts::NAME) && first.is(Facts::ENGLISH) && !pair {
        return None;
    }
    // "nurse Okoye" keeps what she does; "Mr" says nothing but who.
    let start = if title.shape == Shape::Lower && title.is(Facts::ENGLISH) {
        first.start
    } else {
        title.start
    };
    let mut end = surname(doc, i + 1)?;
    // A given name before the surname.
    let next = doc.token_from(end);
    if doc.slice(end, doc.token(next).start) == " "
        && (is_name_like(doc.token(next))
            && (!doc.token(next).is(Facts::COMMON)
                || first.is(Facts::GIVEN) && doc.token(next).is(Facts::SURNAME))
            || is_particle(doc.word(next)) && doc.word(next) != "in")
    {
        end = surname(doc, next).unwrap_or(end);
    }
    let next = doc.token_from(end);
    let letter = doc.token(next).shape == Shape::Capital
        && doc.word(next).chars().count() == 1
        && doc.byte(doc.token(next).end) == b'.';
    if doc.slice(end, doc.token(next).start) == " " && letter && first.is(Facts::GIVEN) {
        end = doc.token(next).end + 1;
    }
    if doc.slice(end, doc.token(next).start) == " "
        && matches!(
            doc.folded(next),
            "jnr" | "snr" | "jr" | "sr" | "junior" | "senior"
        )
    {
        end = doc.token(next).end;
    }
    Some((start, end, TITLED))
}

/// `De Smet`, `El Amrani`, `van der Meulen`, `al-Rashid`: a surname by its particle.
pub(super) fn particled(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let known = matches!(
        doc.word(i),
        "van"
            | "von"
            | "al"
            | "Van"
            | "Von"
            | "De"
            | "El"
            | "Al"
            | "Le"
            | "La"
            | "Di"
            | "Del"
            | "Mac"
            | "Ben"
            | "Ter"
            | "Ten"
    );
    if !known
        || doc.language != Language::English
        || doc.gap_before(i) == " " && doc.before(i).shape == Shape::Capital
    {
        return None;
    }
    let end = surname(doc, i)?;
    let last = doc.token(doc.token_from(end).checked_sub(1)?);
    let fits = last.start > doc.token(i).start
        && last.shape == Shape::Capital
        && last.is(Facts::SURNAME)
        && !last.is(Facts::ENGLISH
            .or(Facts::PLACE)
            .or(Facts::TECH)
            .or(Facts::FOREIGN)
            .or(Facts::COMPUTING));
    fits.then_some((doc.token(i).start, end, FULL))
}

/// `M. Raghunathan`, `J.-B. Salines`, `H. Gill`.
pub(super) fn initials(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let first = doc.token(i);
    let short = doc.word(i).chars().count() == 1
        || matches!(
            doc.word(i),
            "Ch" | "Sh" | "Yu" | "Ya" | "Ye" | "Zh" | "Th" | "Ph" | "Kh" | "Cz" | "Sz" | "Gy"
        );
    if !short
        || first.shape != Shape::Capital
        || doc.glued(i) && doc.byte(first.end) != b'.'
        || matches!(doc.byte_before(first.start), b'.' | b'-' | b'/')
        || doc.gap_before(i).ends_with('°')
    {
        return None;
    }
    let mut at = i;
    let mut steps = 0;
    while matches!(doc.gap(at), ".-" | "." | ". ")
        && doc.token(at + 1).shape == Shape::Capital
        && doc.token(at + 1).len() == 1
        && steps < 3
    {
        at += 1;
        steps += 1;
    }
    if doc.gap(at) != ". " && doc.gap(at) != "." {
        return None;
    }
    let last = doc.token(at + 1);
    let gaelic =
        last.shape == Shape::Mixed && matches!(doc.word(at + 1).get(..2), Some("Ma" | "Mc"));
    let fine = (last.shape == Shape::Capital || gaelic)
        && (last.len() > 2 || last.is(Facts::NAME) && !last.is(Facts::ENGLISH.or(Facts::FOREIGN)))
        && (!last.is(Facts::COMMON.or(Facts::COMPUTING))
            || doc.gap(at + 1) == "-" && doc.token(at + 2).shape == Shape::Capital
            || last.is(Facts::SURNAME) && doc.language == Language::Other
            || last.is(Facts::SURNAME)
                && (!first.opens
                    || doc.token(at + 2).shape == Shape::Lower
                        && doc
                            .token(at + 2)
                            .is(Facts::PERSON_AFTER.or(Facts::PERSON_DOES))))
        || is_particle(doc.word(at + 1));
    if !fine
        || doc.gap(at) == "." && !last.is(Facts::SURNAME)
        || matches!(doc.word(i), "I") && steps == 0 && last.is(Facts::ENGLISH)
    {
        return None;
    }
    Some((first.start, surname(doc, at + 1)?, INITIAL))
}

/// `Mr J. Smith`, `Mrs A. Wittling-Vogel`, `Mr M.Ş.`, from the title to the end.
fn abbreviated(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let title = doc.token(i);
    if title.shape != Shape::Capital || title.len() < 2 {
        return None;
    }
    let letter = |at: usize| {
        let one = doc.token(at).shape == Shape::Capital && doc.word(at).chars().count() == 1;
        one && doc.byte(doc.token(at).end) == b'.'
    };
    let mut last = i;
    while letter(last + 1) && (last == i || matches!(doc.gap(last), "." | ". " | ".-")) {
        last += 1;
    }
    if last == i {
        return None;
    }
    let name = matches!(doc.gap(last), ". " | ".")
        .then(|| surname(doc, last + 1))
        .flatten();
    let end = name.or_else(|| (last > i + 1).then(|| doc.token(last).end + 1))?;
    Some((title.start, end, TITLED))
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    #[test]
    fn titles_go_with_first_letters_and_surnames() {
        for (text, found) in [
            (
                "represented by Mr J. Wołąsiewicz of the",
                "Mr J. Wołąsiewicz",
            ),
            ("by Mrs A.-M. Mendiboure, a lawyer", "Mrs A.-M. Mendiboure"),
            ("written by Mr M.Ş. entitled", "Mr M.Ş."),
        ] {
            assert_eq!(removed(text), [found], "{text}");
        }
        assert!(stays("the MR A. was merged"));
    }
}

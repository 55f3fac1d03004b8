//! What papers and words say about one person: numbers of papers, ages, nationalities.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

/// ID: passports, licences, social security and the like. Example: `passport number {C01X00T47}`
const PAPER: &str = "personal-number";
/// AMOUNT: how old somebody is. Example: `he is {47} years old now`
pub(in crate::anonymise) const AGE: &str = "age";
/// LOC: nationalities. Example: `our {Norwegian} customers`
const NATION: &str = "nationality";

/// Finds numbers of passports, licences, social security, health and tax papers by the word beside them
/// or by their shape (`460-89-9847`), ages of persons, and nationalities. Leaves ages of things ("a 12 years
/// old server") and the names of languages that are also words of computing.
/// Example: "a 74 year old patient" becomes `a [age] year old patient`.
pub(super) fn find(doc: &mut Doc) {
    for i in doc.digits() {
        let token = doc.token(i);
        if let Some(end) = social(doc, i).or_else(|| paper(doc, i)) {
            doc.claim(token.start, end, Kind::Id, PAPER);
        } else if token.len() <= 3 && is_age(doc, i) {
            doc.claim(token.start, token.end, Kind::Amount, AGE);
        }
    }
}

/// Finds nationalities, when all names are known: they may be part of one.
pub(super) fn nationalities(doc: &mut Doc) {
    for i in doc.capitals() {
        let token = doc.token(i);
        // The language of most write-ups says nothing.
        let english = doc.word(i) == "English" || is_language(doc, i);
        if token.shape == Shape::Capital
            && token.is(Facts::DEMONYM)
            && !english
            && doc.token_free(i)
        {
            nationality(doc, i);
        }
    }
}

/// "in Welsh", "the longest French word": a language, which says little of who wrote.
fn is_language(doc: &Doc, i: usize) -> bool {
    let led = doc.gap_before(i) == " "
        && matches!(
            doc.folded(i.wrapping_sub(1)),
            "in" | "into" | "speak" | "speaks" | "spoke"
        );
    let ends = !doc.gap(i).starts_with(' ') || doc.token(i + 1).is(Facts::COMMON);
    let words = doc.gap(i) == " "
        && matches!(
            doc.folded(i + 1),
            "word"
                | "words"
                | "speaker"
                | "speakers"
                | "text"
                | "texts"
                | "translation"
                | "translations"
                | "version"
                | "letters"
                | "keyboard"
                | "locale"
                | "subtitles"
                | "language"
                | "characters"
        );
    led && ends || words
}

/// `460-89-9847`, with the ranges that the American office gives out.
fn social(doc: &Doc, i: usize) -> Option<usize> {
    let (a, b, c) = (doc.token(i), doc.token(i + 1), doc.token(i + 2));
    let shape = a.shape == Shape::Number
        && (a.len(), b.len(), c.len()) == (3, 2, 4)
        && doc.gap(i) == doc.gap(i + 1)
        && matches!(doc.gap(i), "-")
        && b.shape == Shape::Number
        && c.shape == Shape::Number
        && !matches!(doc.byte_before(a.start), b'-' | b'.' | b'/' | b'+')
        && !matches!(doc.byte(c.end), b'-' | b'_');
    let given = !matches!(doc.word(i), "000" | "666")
        && doc.word(i + 1) != "00"
        && doc.word(i + 2) != "0000";
    (shape && given).then_some(c.end)
}

/// What follows "passport number is", "SSN:", "driver's license number".
fn paper(doc: &Doc, i: usize) -> Option<usize> {
    let token = doc.token(i);
    let rest = doc.ahead(token.start, 32);
    let stop = rest
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '/')))
        .unwrap_or(rest.len());
    let number = rest.get(..stop)?.trim_end_matches(['-', '/']);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if digits < 4 || number.len() < 5 {
        return None;
    }
    let mut numbered = false;
    for back in 1..=4 {
        let at = i.checked_sub(back)?;
        if doc.token(at).shape == Shape::Number
            || doc.gap(at).contains('\n')
            || doc.gap(at).len() > 3
        {
            return None;
        }
        match doc.folded(at) {
            "number" | "no" | "nr" | "num" | "id" | "nummer" | "numero" => numbered = true,
            "is" | "was" | "s" | "my" | "card" => {}
            "ssn"
            | "passport"
            | "nino"
            | "iban"
            | "nhs"
            | "mrn"
            | "reisepass"
            | "passeport"
            | "pasaporte"
            | "swift"
            | "bic"
            | "cpf"
            | "aadhaar"
            | "sozialversicherungsnummer"
            | "personalausweis"
            | "dni"
            | "nif"
            | "bsn" => return Some(token.start + number.len()),
            "security" | "insurance" | "license" | "licence" | "licens" | "record" | "tax"
            | "vat" | "routing" | "account" | "membership" | "employee" | "patient"
            | "registration" | "identity" | "fuhrerschein"
                if numbered =>
            {
                return Some(token.start + number.len());
            }
            _ => return None,
        }
    }
    None
}

fn is_age(doc: &Doc, i: usize) -> bool {
    let years: Option<u16> = doc.word(i).parse().ok();
    let token = doc.token(i);
    if !years.is_some_and(|years| (1..=119).contains(&years))
        || !matches!(
            doc.byte_before(token.start),
            b' ' | b'\n' | 0 | b'(' | b'-' | b':'
        )
    {
        return false;
    }
    let word = |at: usize| doc.folded(at);
    let (one, two) = (word(i.wrapping_sub(1)), word(i.wrapping_sub(2)));
    let ends = matches!(
        doc.byte(token.end),
        b'.' | b',' | b'\n' | b'!' | b'?' | b';' | b')' | 0
    );
    let (next, then) = (word(i + 1), word(i + 2));
    let old = matches!(next, "year" | "years" | "yr" | "yrs") && then == "old"
        || next == "y" && matches!(then, "o" | "old");
    let somebody = matches!(
        word(i + 3),
        "male"
            | "female"
            | "man"
            | "woman"
            | "boy"
            | "girl"
            | "patient"
            | "person"
            | "child"
            | "lady"
            | "gentleman"
            | "father"
            | "mother"
            | "daughter"
            | "son"
            | "student"
            | "pensioner"
            | "resident"
            | "victim"
            | "who"
    );
    let near = matches!(doc.gap_before(i), " " | ": " | "=" | "-");
    let told = near
        && (one == "of" && two == "age"
            || one == "aged"
            || one == "age"
                && doc.gap_before(i.wrapping_sub(1)) != "_"
                && doc.gap_before(i).contains([':', '=', ' '])
            || matches!(one, "turned" | "turn" | "turning" | "turns")
            || matches!(one, "am" | "m") && two == "i" && (old || ends)
            || matches!((two, one), ("he" | "she" | "i", "was" | "is")));
    old && (somebody || told || next == "y") || told && ends && (one != "age" || two != "average")
}

/// A nationality says where somebody is from. Some are words of the trade: Swiss cheese, Roman numerals.
fn nationality(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    let next = doc.folded(i + 1);
    // A list of languages says what a text is written in.
    let tongue =
        |at: usize| doc.token(at).is(Facts::DEMONYM) && doc.token(at).shape == Shape::Capital;
    if tongue(i.wrapping_sub(1)) || tongue(i + 1) {
        return;
    }
    let verb = token.opens && doc.word(i) == "Polish";
    let thing = matches!(
        next,
        "language"
            | "locale"
            | "translation"
            | "translations"
            | "keyboard"
            | "characters"
            | "alphabet"
            | "layout"
            | "text"
            | "spelling"
            | "version"
            | "cheese"
            | "auction"
            | "wall"
            | "remainder"
            | "numerals"
            | "umlauts"
            | "strings"
            | "umlaut"
    );
    let named = doc.gap(i) == " " && doc.token(i + 1).shape == Shape::Capital;
    if !(verb || thing || named || doc.glued(i)) {
        doc.claim(token.start, token.end, Kind::Loc, NATION);
    }
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    #[test]
    fn papers_ages_and_nationalities_go() {
        for (text, found) in [
            ("his SSN: 460-89-9847 was shown", "460-89-9847"),
            ("a row 460-89-9847 was shown", "460-89-9847"),
            (
                "my driver's license number is F162823540116",
                "F162823540116",
            ),
            ("the passport 533401876 was shown", "533401876"),
            ("a 74 year old patient was moved", "74"),
            ("retired at the age of 61.", "61"),
            ("a stranger at a Dutch firm wrote", "Dutch"),
        ] {
            assert_eq!(removed(text), [found], "{text}");
        }
    }

    #[test]
    fn ages_of_things_and_languages_stay() {
        for text in [
            "a 12 year old server, 3 years old",
            "the German translation and a French keyboard",
            "Polish the runbook in English",
            "the license expired 20451 times",
            "the average age of 61 messages",
        ] {
            assert!(stays(text), "{text}: {:?}", removed(text));
        }
    }
}

//! The words of postal addresses, and the shapes of postal codes.

use crate::anonymise::doc::Doc;
use crate::anonymise::token::Shape;

/// What a word does in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing.
    None,
    /// A street, the name follows: `rue`, `calle`, `ul.`
    Before,
    /// A street, the name precedes: `Street`, `utca`
    After,
    /// The same, but the word has other uses: `Drive`, `Court`
    Loose,
    /// `Apt.`, `Suite`
    Flat,
    /// `P.O. Box`, field post
    Box,
    /// `corner of`
    Corner,
    /// `ZIP`, `postcode`
    Code,
}

/// The part a word of the list of street words plays; given in lower case, folded.
pub(super) fn part(word: &str) -> Part {
    match word {
        "rue" | "avenida" | "avda" | "quai" | "impasse" | "allee" | "chemin" | "calle"
        | "paseo" | "camino" | "carrer" | "carretera" | "via" | "viale" | "piazza" | "piazzale"
        | "corso" | "strada" | "rua" | "praca" | "travessa" | "estrada" | "alameda" | "ul"
        | "ulica" | "ulitsa" | "plaza" => Part::Before,
        "street" | "road" | "rd" | "avenue" | "ave" | "lane" | "ln" | "boulevard" | "blvd"
        | "parkway" | "pkwy" | "highway" | "hwy" | "crescent" | "quay" | "embankment"
        | "terrace" | "terrasse" | "utca" | "utja" | "u" | "ut" | "ter" | "rkp" | "kapu"
        | "korut" | "krt" | "str" | "strasse" | "gade" | "vej" | "vei" | "gata" | "puiestee"
        | "maantee" | "tee" | "sokak" | "caddesi" | "straat" | "laan" | "weg" | "tie" | "katu"
        | "prospekt" => Part::After,
        "st" | "drive" | "dr" | "way" | "court" | "ct" | "square" | "sq" | "wharf" | "place"
        | "pl" | "grove" | "gardens" | "close" | "rise" | "walk" | "mews" | "alley" | "circle"
        | "trail" | "row" | "loop" => Part::Loose,
        "apt" | "apartment" | "suite" | "ste" | "flat" => Part::Flat,
        "box" | "po" | "p" | "psc" | "cmr" | "unit" | "apo" | "fpo" | "dpo" | "postfach"
        | "apartado" | "postboks" | "postbus" => Part::Box,
        "corner" => Part::Corner,
        "zip" | "zipcode" | "postcode" | "postal" | "plz" | "cep" => Part::Code,
        _ => Part::None,
    }
}

/// Whether a word ends as names of streets do: `Koskikatu`, `Søndergade`, `Hauptstraße`.
pub(super) fn street_ending(word: &str) -> bool {
    [
        "strasse", "str", "gasse", "weg", "platz", "damm", "ufer", "ring", "gade", "vej", "veien",
        "vei", "gata", "gatan", "gate", "vagen", "grand", "stien", "straat", "laan", "plein",
        "kade", "gracht", "singel", "dijk", "katu", "kuja", "tie", "polku", "mantie", "braut",
        "straeti", "stigen", "vegur", "vegen", "hof", "hove", "allee", "krogen", "bakken",
        "toften", "parken", "backen", "plassen", "torget",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
}

/// The last token of the postal code that begins with token `i`: `75419`, `394 13`, `3610-114`, `7412 SL`,
/// `SW1A 1AA`, `78701-1234`.
pub(super) fn postcode(doc: &Doc, i: usize) -> Option<usize> {
    let (token, next) = (doc.token(i), doc.token(i + 1));
    let near = matches!(doc.gap(i), " " | "-");
    let ends = |last: usize| {
        let after = doc.byte(doc.token(last).end);
        !(matches!(after, b'-' | b'_' | b'/' | b':' | b'%' | b'@' | b'=')
            || after.is_ascii_alphanumeric()
            || after == b' ' && doc.byte(doc.token(last).end + 1).is_ascii_digit())
    };
    let both = near && ends(i + 1);
    let last = match (token.shape, token.len(), next.shape, next.len()) {
        (Shape::Number, 5, Shape::Number, 3 | 4) | (Shape::Number, 4, Shape::Number, 3)
            if both && doc.gap(i) == "-" =>
        {
            i + 1
        }
        (Shape::Number, 3, Shape::Number, 2) | (Shape::Number, 4, Shape::Upper, 2) if both => i + 1,
        (Shape::Code, 2..=4, Shape::Code, 3)
            if both && token_is_upper(doc, i) && token_is_upper(doc, i + 1) =>
        {
            i + 1
        }
        (Shape::Number, 3..=6, ..) if ends(i) => i,
        _ => return None,
    };
    Some(last)
}

fn token_is_upper(doc: &Doc, i: usize) -> bool {
    doc.word(i)
        .bytes()
        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

pub(super) fn strong(word: &str) -> bool {
    matches!(
        word,
        "street" | "avenue" | "road" | "lane" | "boulevard" | "str" | "terrasse"
    )
}

pub(super) fn particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "del"
            | "della"
            | "delle"
            | "dei"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "du"
            | "des"
            | "la"
            | "le"
            | "les"
            | "l"
            | "d"
            | "el"
            | "los"
            | "las"
            | "van"
            | "von"
            | "der"
            | "den"
            | "het"
            | "am"
            | "an"
            | "und"
            | "e"
            | "y"
            | "i"
            | "of"
            | "the"
            | "st"
            | "u"
            | "nad"
            | "ved"
            | "dem"
            | "zum"
            | "zur"
    )
}

//! What a surname is made of: particles, a capitalised word, hyphens.

use super::person::{PLAIN, hyphenated};
use crate::anonymise::doc::Doc;
use crate::anonymise::token::{Shape, Token};

pub(super) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "van"
            | "von"
            | "de"
            | "der"
            | "den"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "das"
            | "du"
            | "la"
            | "le"
            | "ter"
            | "ten"
            | "zu"
            | "zum"
            | "bin"
            | "binti"
            | "binte"
            | "bte"
            | "ben"
            | "ibn"
            | "abu"
            | "al"
            | "el"
            | "af"
            | "av"
            | "y"
            | "e"
            | "Van"
            | "Von"
            | "De"
            | "Der"
            | "Del"
            | "Di"
            | "Da"
            | "Du"
            | "La"
            | "Le"
            | "Al"
            | "El"
            | "Ní"
            | "Ó"
            | "Mac"
            | "St"
            | "Ben"
            | "Bin"
            | "Dos"
            | "Dalla"
            | "Nic"
            | "Mhic"
            | "ó"
            | "ní"
            | "op"
            | "het"
            | "in"
            | "'t"
    )
}

pub(super) fn is_name_like(token: Token) -> bool {
    token.shape == Shape::Capital && token.len() >= 2 && !token.is(PLAIN)
}

/// The end of a surname that begins at token `at`: particles, then a capitalised word, hyphens too.
pub(super) fn surname(doc: &Doc, mut at: usize) -> Option<usize> {
    let mut steps = 0;
    while (is_particle(doc.word(at)) && matches!(doc.gap(at), " " | "-" | "'" | "’")
        || matches!(
            doc.word(at),
            "d" | "D" | "N" | "O" | "t" | "Dell" | "dell" | "Dall" | "L" | "M"
        ) && matches!(doc.gap(at), "'" | "’"))
        && steps < 3
    {
        at += 1;
        steps += 1;
    }
    let word = doc.token(at);
    if !(word.shape == Shape::Capital || word.shape == Shape::Mixed)
        || word.len() < 2
        || !doc.token_free(at)
    {
        return None;
    }
    Some(hyphenated(doc, at))
}

//! The language of a text, as far as the rules must know it.

use super::lexicon::Facts;
use super::token::{Shape, Token};

/// The language that decides what a capital letter means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    English,
    /// Every noun has a capital letter.
    German,
    /// Another language: unknown lower-case words say nothing.
    Other,
}

/// The language of `text`, by its small words.
pub(super) fn guess<'t>(text: &str, tokens: impl Iterator<Item = &'t Token>) -> Language {
    let (mut english, mut foreign, mut german) = (0_usize, 0_usize, 0_usize);
    for token in tokens.filter(|token| token.shape == Shape::Lower) {
        if token.is(Facts::COMMON) && !token.is(Facts::FOREIGN) {
            english += 1;
        } else if token.is(Facts::FOREIGN) && !token.is(Facts::COMMON) {
            foreign += 1;
            let word = text.get(token.start..token.end).unwrap_or_default();
            german += usize::from(matches!(
                word,
                "der"
                    | "das"
                    | "und"
                    | "ist"
                    | "nicht"
                    | "wurde"
                    | "ein"
                    | "dem"
                    | "auf"
                    | "mit"
                    | "eine"
                    | "wurden"
                    | "sich"
                    | "für"
            ));
        }
    }
    if foreign <= english / 2 {
        Language::English
    } else if german * 5 > foreign {
        Language::German
    } else {
        Language::Other
    }
}

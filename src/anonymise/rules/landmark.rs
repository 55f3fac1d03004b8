//! Places that only their kind or the words before them tell: "Tees Dock", "all of surabaya".

use std::sync::LazyLock;

use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// A city in lower case, in a chat: `all of surabaya`. Only where nothing else is known of the word.
pub(super) fn small(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let known = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::FOREIGN)
        .or(Facts::NAME)
        .or(Facts::ORG_SUFFIX)
        .or(Facts::TECH_NOUN);
    token.is(Facts::PLACE)
        && (!token.is(known) || COUNTRIES.has(token.hash))
        && token.len() >= 5
        && doc.language == Language::English
        && doc.gap_before(i) == " "
        && matches!(
            doc.folded(i.wrapping_sub(1)),
            "in" | "to"
                | "from"
                | "at"
                | "of"
                | "near"
                | "around"
                | "between"
                | "the"
                | "our"
                | "depot"
                | "warehouse"
                | "site"
                | "office"
                | "hub"
                | "branch"
        )
        && !doc.glued(i)
}

/// Countries that are also names or words, and are countries after `in` even when written small.
static COUNTRIES: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "brazil argentina mexico canada spain france germany italy poland portugal norway sweden denmark \
         finland ireland scotland wales england india japan korea vietnam thailand indonesia malaysia \
         singapore australia kenya nigeria egypt israel greece austria belgium netherlands",
    )
});

/// `Tees Dock`, `Oban Pier`: the end of a name that says what kind of place it is.
pub(super) fn landmark(doc: &Doc, i: usize) -> Option<usize> {
    static KINDS: LazyLock<Words> = LazyLock::new(|| {
        Words::of(
            "dock docks pier wharf building tower airport junction barracks moor heath guildhall marina",
        )
    });
    let (token, next) = (doc.token(i), doc.token(i + 1));
    let plain = Facts::COMMON.or(Facts::TECH).or(Facts::COMPUTING);
    (KINDS.has(next.hash)
        && token.shape == Shape::Capital
        && next.shape == Shape::Capital
        && doc.gap(i) == " "
        && !token.is(plain)
        && !doc.glued(i + 1))
    .then_some(next.end)
}

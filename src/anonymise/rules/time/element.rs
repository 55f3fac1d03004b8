//! The words and classes of words of which the patterns of times consist.

use std::sync::LazyLock;

use crate::anonymise::lexicon::{Facts, Lexicon};
use crate::anonymise::table::{Words, hash};
use crate::anonymise::token::{Shape, Token};

use super::words::{MINUTE, NUMBER, PARTS, is_hour, is_number};

/// A kind of word in a pattern.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Weekday,
    Month,
    /// A part of the day.
    Part,
    Year,
    /// How many: digits or a word, up to 99.
    Number,
    /// A day of the month.
    Day,
    /// A week of the year.
    Week,
    /// An hour of the clock.
    Hour,
    /// The same, in a word.
    HourWord,
    /// Minutes of an hour.
    Minute,
    /// Any word with a capital letter.
    Name,
    /// Any word.
    Any,
}

pub(super) enum Piece {
    /// A word by its hash.
    Word(u64),
    Class(Class),
}

pub(super) struct Element {
    pub(super) any: Vec<Piece>,
    optional: bool,
}

/// A word as it is written, and folded.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) written: &'a str,
    pub(super) folded: &'a str,
    pub(super) hash: u64,
    pub(super) facts: Facts,
}

pub(super) fn element(text: &'static str) -> Element {
    let bare = text.trim_end_matches('?');
    Element {
        any: bare
            .split('|')
            .map(|piece| match piece {
                "<weekday>" => Piece::Class(Class::Weekday),
                "<month>" => Piece::Class(Class::Month),
                "<part>" => Piece::Class(Class::Part),
                "<year>" => Piece::Class(Class::Year),
                "<n>" | "<number>" => Piece::Class(Class::Number),
                "<day>" => Piece::Class(Class::Day),
                "<week>" => Piece::Class(Class::Week),
                "<hour>" => Piece::Class(Class::Hour),
                "<hourword>" => Piece::Class(Class::HourWord),
                "<minute>" => Piece::Class(Class::Minute),
                "<name>" => Piece::Class(Class::Name),
                "<any>" => Piece::Class(Class::Any),
                word => Piece::Word(hash(word)),
            })
            .collect(),
        optional: bare.len() < text.len(),
    }
}

static PARTS_OF_DAY: LazyLock<Words> = LazyLock::new(|| Words::of(&PARTS.join(" ")));

/// What a word can stand for in a pattern: one bit for words with such a hash, one for each class.
pub(super) fn bits(word: &Word) -> u64 {
    let class = |is: bool, class: Class| if is { class.bit() } else { 0 };
    bit(word.hash)
        | class(word.facts.any(Facts::WEEKDAY), Class::Weekday)
        | class(word.facts.any(Facts::MONTH), Class::Month)
        | class(PARTS_OF_DAY.has(word.hash), Class::Part)
        | class(
            word.written.starts_with(|c: char| c.is_ascii_digit())
                || NUMBER.has(word.hash)
                || MINUTE.has(word.hash),
            Class::Number,
        )
}

/// Whether a word may be of some [`Class`].
pub(super) fn may_be_class(token: &Token) -> bool {
    matches!(token.shape, Shape::Number | Shape::Code)
        || token.is_capital()
        || token.is(Facts::WEEKDAY.or(Facts::MONTH))
        || PARTS_OF_DAY.has(token.hash)
        || NUMBER.has(token.hash)
        || MINUTE.has(token.hash)
}

fn bit(hash: u64) -> u64 {
    1 << (hash % 60)
}

/// The bits of the words that may stand second; all where anything may.
pub(super) fn second(elements: &[Element]) -> u64 {
    let (Some(first), Some(second)) = (elements.first(), elements.get(1)) else {
        return u64::MAX;
    };
    let certain = first
        .any
        .iter()
        .all(|piece| matches!(piece, Piece::Word(_)));
    if second.optional || first.optional && !certain {
        return u64::MAX;
    }
    second.any.iter().fold(0, |bits, piece| match piece {
        Piece::Word(word) => bits | bit(*word),
        Piece::Class(class) => bits | class.bit(),
    })
}

pub(super) fn fits<'a>(
    elements: &[Element],
    word: &impl Fn(usize) -> Option<Word<'a>>,
) -> Option<usize> {
    let mut at = 0;
    for element in elements {
        let fit = word(at).is_some_and(
            |Word {
                 written,
                 folded,
                 hash,
                 ..
             }| {
                element.any.iter().any(|piece| match piece {
                    Piece::Word(wanted) => hash == *wanted,
                    Piece::Class(class) => class.has(written, folded),
                })
            },
        );
        if fit {
            at += 1;
        } else if !element.optional {
            return None;
        }
    }
    (at > 0).then_some(at)
}

impl Class {
    /// The bit of words that may be of this class.
    fn bit(self) -> u64 {
        match self {
            Self::Weekday => 1 << 60,
            Self::Month => 1 << 61,
            Self::Part => 1 << 62,
            Self::Name | Self::Any => u64::MAX,
            _ => 1 << 63,
        }
    }

    fn has(self, word: &str, folded: &str) -> bool {
        let capital = word.starts_with(char::is_uppercase);
        let within = |low: u32, high: u32| {
            word.bytes().all(|b| b.is_ascii_digit())
                && word.parse().is_ok_and(|n: u32| (low..=high).contains(&n))
        };
        let facts = || Lexicon::shipped().facts(folded);
        match self {
            Self::Weekday => (capital || folded.len() > 4) && facts().any(Facts::WEEKDAY),
            Self::Month => (capital || folded.len() > 5) && facts().any(Facts::MONTH),
            Self::Part => PARTS.contains(&folded),
            Self::Year => word.len() == 4 && within(1950, 2049),
            Self::Number => is_number(word, folded),
            Self::Day | Self::Week => within(1, 53),
            Self::Hour => within(0, 24) || is_hour(folded),
            Self::HourWord => is_hour(folded),
            Self::Minute => within(1, 59) || MINUTE.has(hash(folded)) || is_hour(folded),
            Self::Name => capital,
            Self::Any => true,
        }
    }
}

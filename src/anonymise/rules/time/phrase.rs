//! Phrases that stand for a time, read from a list: `last Thursday`, `vorige Woche`, `Black Friday`.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::table::{Sieve, Words, hash};
use crate::anonymise::token::{Shape, Token};

const LIST: &str = include_str!("../../../../schema/lexicon/times.txt");

/// A kind of word in a pattern.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
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
}

enum Piece {
    Word(&'static str),
    Class(Class),
}

struct Element {
    any: Vec<Piece>,
    optional: bool,
}

/// One pattern of the list.
pub(super) struct Phrase {
    pub(super) rule: &'static str,
    told: &'static str,
    elements: Vec<Element>,
    guarded: bool,
}

/// The patterns of one purpose, by the hash of their first word, each with the bits of the words that
/// may stand second.
#[derive(Default)]
pub(super) struct Table {
    phrases: Vec<Phrase>,
    first: FxHashMap<u64, Vec<(u64, usize)>>,
    /// The first words at a glance.
    sieve: Sieve<512>,
}

/// The list, read once.
pub(super) struct Phrases {
    /// What stands for a time by itself.
    pub(super) alone: Table,
    /// What belongs to the time that follows.
    pub(super) before: Table,
    /// What belongs to the time before it.
    pub(super) after: Table,
    /// What belongs to a month before it.
    pub(super) after_month: Table,
}

pub(super) fn shipped() -> &'static Phrases {
    static SHIPPED: LazyLock<Phrases> = LazyLock::new(read);
    &SHIPPED
}

fn read() -> Phrases {
    let mut all = Phrases {
        alone: Table::default(),
        before: Table::default(),
        after: Table::default(),
        after_month: Table::default(),
    };
    let (mut section, mut guarded) = ("", false);
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix('[') {
            let head = head.trim_end_matches(']');
            guarded = head.ends_with(" other");
            section = head.trim_end_matches(" other");
            continue;
        }
        let (pattern, told) = line.split_once(" = ").unwrap_or((line, ""));
        let table = match section {
            "before" => &mut all.before,
            "after" => &mut all.after,
            "after-month" => &mut all.after_month,
            _ => &mut all.alone,
        };
        let elements: Vec<&'static str> = pattern.split_ascii_whitespace().collect();
        // What begins with a word that may be absent can begin with the next one.
        let mut rest = elements.as_slice();
        while let Some((first, after)) = rest.split_first() {
            table.add(rest, section, told, guarded);
            if !first.ends_with('?') {
                break;
            }
            rest = after;
        }
    }
    all
}

impl Table {
    fn add(
        &mut self,
        pattern: &[&'static str],
        rule: &'static str,
        told: &'static str,
        guarded: bool,
    ) {
        let number = self.phrases.len();
        let elements: Vec<Element> = pattern.iter().map(|text| element(text)).collect();
        for piece in elements.first().into_iter().flat_map(|e| &e.any) {
            let key = match piece {
                Piece::Word(word) => word,
                Piece::Class(Class::Weekday) => "<weekday>",
                Piece::Class(Class::Number) => "<n>",
                Piece::Class(_) => "<day>",
            };
            let starts = self.first.entry(hash(key)).or_default();
            starts.push((second(&elements), number));
            match piece {
                Piece::Word(word) => self.sieve.add(hash(word)),
                Piece::Class(Class::Number) => NUMBERS
                    .iter()
                    .flat_map(|names| names.split(' '))
                    .for_each(|word| self.sieve.add(hash(word))),
                Piece::Class(_) => {}
            }
        }
        self.phrases.push(Phrase {
            rule,
            told,
            elements,
            guarded,
        });
    }

    /// The longest pattern that the words from `word(0)` on fit, and how many words it has.
    fn longest<'a>(
        &self,
        word: impl Fn(usize) -> Option<Word<'a>>,
        facts: Facts,
        other: bool,
    ) -> Option<(usize, &Phrase)> {
        let Word {
            word: head,
            folded,
            hash: own,
            ..
        } = word(0)?;
        let number = is_number(head, folded).then(|| hash("<n>"));
        let digit = head.starts_with(|c: char| c.is_ascii_digit());
        let keys = [
            Some(own),
            facts.any(Facts::WEEKDAY).then(|| hash("<weekday>")),
            number,
            digit.then(|| hash("<day>")),
        ];
        let lists = keys.map(|key| self.first.get(&key?));
        if lists.iter().all(Option::is_none) {
            return None;
        }
        let next = word(1).map_or(0, |next| bits(&next));
        lists
            .into_iter()
            .flatten()
            .flatten()
            .filter(|(second, _)| second & next != 0 || *second == u64::MAX)
            .filter_map(|(_, at)| self.phrases.get(*at))
            .filter(|phrase| !phrase.guarded || other)
            .filter(|phrase| phrase.rule != "holiday" || head.starts_with(char::is_uppercase))
            .filter_map(|phrase| Some((fits(&phrase.elements, &word)?, phrase)))
            .max_by_key(|(words, _)| *words)
    }

    /// The hashes of the words that a pattern can begin with.
    pub(super) fn first_words(&self) -> impl Iterator<Item = u64> {
        let numbers = NUMBERS.iter().flat_map(|names| names.split(' ').map(hash));
        self.first.keys().copied().chain(numbers)
    }

    /// Whether a pattern may begin with this word; mostly none does.
    pub(super) fn may_begin(&self, token: &Token) -> bool {
        self.sieve.may_have(token.hash)
            || matches!(token.shape, Shape::Number | Shape::Code)
            || token.is(Facts::WEEKDAY)
    }

    /// The longest pattern at token `i`, and the number of its last token.
    pub(super) fn at(&self, doc: &Doc, i: usize) -> Option<(usize, &Phrase)> {
        let token = doc.token(i);
        if !self.may_begin(&token) {
            return None;
        }
        let word = |n: usize| {
            let joined = n == 0
                || matches!(
                    doc.gap(i + n - 1),
                    " " | "\n" | "-" | "'" | "’" | "/" | ". " | " '" | " ’" | "' " | "’ "
                );
            (joined && doc.token(i + n).shape != Shape::None).then(|| Word {
                word: doc.word(i + n),
                folded: doc.folded(i + n),
                hash: doc.token(i + n).hash,
                facts: doc.token(i + n).facts,
            })
        };
        let other = doc.language == Language::Other;
        let (words, phrase) = self.longest(word, token.facts, other)?;
        Some((i + words - 1, phrase))
    }
}

/// A word as it is written, and folded.
#[derive(Clone, Copy)]
struct Word<'a> {
    word: &'a str,
    folded: &'a str,
    hash: u64,
    facts: Facts,
}

/// What is told in place of `text`, if it is a phrase of the list.
pub(in crate::anonymise) fn told(text: &str) -> Option<String> {
    let words: Vec<(&str, Cow<str>)> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word, fold(word)))
        .collect();
    let word = |n: usize| {
        let (word, folded) = words.get(n)?;
        Some(Word {
            word,
            folded,
            hash: hash(folded),
            facts: Lexicon::shipped().facts(folded),
        })
    };
    let facts = word(0).map_or(Facts::NONE, |word| word.facts);
    // Words before and after the phrase itself add nothing.
    let (_, phrase) = (0..words.len()).find_map(|skip| {
        let facts = if skip == 0 { facts } else { Facts::NONE };
        shipped().alone.longest(|n| word(skip + n), facts, true)
    })?;
    if phrase.told.is_empty() {
        return None;
    }
    let number = words.iter().rfind(|(word, folded)| is_number(word, folded));
    let number = number.map(|(word, folded)| {
        let value = NUMBERS
            .iter()
            .position(|names| names.split(' ').any(|name| folded == name));
        value.map_or_else(|| (*word).to_owned(), |value| value.to_string())
    });
    let told = match number.as_deref() {
        // One day before is the day before.
        Some("1") => phrase
            .told
            .replace("<n>", "the")
            .replace("s before", " before"),
        number => phrase.told.replace("<n>", number.unwrap_or_default()),
    };
    Some(format!("[{told}]"))
}

fn element(text: &'static str) -> Element {
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
                word => Piece::Word(word),
            })
            .collect(),
        optional: bare.len() < text.len(),
    }
}

/// What a word can stand for in a pattern: one bit for words with such a hash, one for each class.
fn bits(word: &Word) -> u64 {
    static PARTS_OF_DAY: LazyLock<Words> = LazyLock::new(|| Words::of(&PARTS.join(" ")));
    let class = |is: bool, class: Class| if is { class.bit() } else { 0 };
    bit(word.hash)
        | class(word.facts.any(Facts::WEEKDAY), Class::Weekday)
        | class(word.facts.any(Facts::MONTH), Class::Month)
        | class(PARTS_OF_DAY.has(word.hash), Class::Part)
        | class(
            word.word.starts_with(|c: char| c.is_ascii_digit()) || NUMBER.has(word.hash),
            Class::Number,
        )
}

fn bit(hash: u64) -> u64 {
    1 << (hash % 60)
}

/// The bits of the words that may stand second; all where anything may.
fn second(elements: &[Element]) -> u64 {
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
        Piece::Word(word) => bits | bit(hash(word)),
        Piece::Class(class) => bits | class.bit(),
    })
}

fn fits<'a>(elements: &[Element], word: &impl Fn(usize) -> Option<Word<'a>>) -> Option<usize> {
    let mut at = 0;
    for element in elements {
        let fit = word(at).is_some_and(|Word { word, folded, .. }| {
            element.any.iter().any(|piece| match piece {
                Piece::Word(wanted) => folded == *wanted,
                Piece::Class(class) => class.has(word, folded),
            })
        });
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
            Self::Year | Self::Number | Self::Day | Self::Week => 1 << 63,
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
        }
    }
}

const PARTS: &[&str] = &[
    "morning",
    "evening",
    "night",
    "afternoon",
    "lunchtime",
    "noon",
    "midday",
    "midnight",
    "morgen",
    "abend",
    "nacht",
    "mittag",
    "vormittag",
    "nachmittag",
    "fruh",
    "soir",
    "matin",
    "midi",
    "nuit",
    "manana",
    "tarde",
    "noche",
    "manha",
    "noite",
    "madrugada",
    "ochtend",
    "avond",
    "middag",
    "vroeg",
    "kveld",
    "natt",
    "morges",
    "ettermiddag",
    "formiddag",
];

const NUMBERS: [&str; 13] = [
    "zero",
    "one a an ein eine einem einer un une uno una um uma een en et",
    "two a-couple zwei deux dos dois duas twee to",
    "three drei trois tres drie tre",
    "four vier quatre cuatro quatro fire",
    "five funf cinq cinco vijf fem",
    "six sechs seis zes seks",
    "seven sieben sept siete sete zeven sju",
    "eight acht huit ocho oito atte",
    "nine neun neuf nueve nove negen ni",
    "ten zehn dix diez dez tien ti",
    "eleven elf onze once elleve",
    "twelve zwolf douze doce doze twaalf tolv",
];

static NUMBER: LazyLock<Words> = LazyLock::new(|| Words::of(&NUMBERS.join(" ")));

fn is_number(word: &str, folded: &str) -> bool {
    let digits = word.bytes().all(|b| b.is_ascii_digit()) && (1..=2).contains(&word.len());
    digits || NUMBER.has(hash(folded))
}

//! Phrases that stand for a time, read from a list: `last Thursday`, `vorige Woche`, `Black Friday`.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::table::{Sieve, hash};
use crate::anonymise::token::{Shape, Token};
use crate::anonymise::when::UNITS;

use super::element::{Class, Element, Piece, Word, bits, element, fits, may_be_class, second};
use super::words::{MINUTE, NUMBER, NUMBERS, ends_clause, is_number};

const LIST: &str = include_str!("../../../../schema/lexicon/times.txt");

/// One pattern of the list.
pub(super) struct Phrase {
    pub(super) rule: &'static str,
    told: &'static str,
    elements: Vec<Element>,
    /// How many words stand before it without belonging to it.
    pub(super) context: usize,
    guarded: bool,
    /// Whether a clause must end behind it.
    closed: bool,
}

/// The patterns of one purpose, by their first word.
#[derive(Default)]
pub(super) struct Table {
    phrases: Vec<Phrase>,
    /// Each with the bits of the words that may stand second.
    first: FxHashMap<u64, Vec<(u64, usize)>>,
    /// The first words at a glance.
    sieve: Sieve<512>,
    /// The first two words at a glance.
    pairs: Sieve<512>,
}

/// In place of a second word: anything, or a word of a [`Class`].
const ANY: u64 = 1;
const CLASS: u64 = 2;

/// In place of a first word: a weekday, a number, an hour, a day of the month.
static KEYS: LazyLock<[u64; 4]> =
    LazyLock::new(|| ["<weekday>", "<n>", "<hour>", "<day>"].map(hash));

/// The list, read once.
pub(super) struct Phrases {
    /// What stands for a time by itself, without the words before it.
    told: Table,
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
        told: Table::default(),
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
        let closed = pattern.ends_with('$');
        let mut elements: Vec<&'static str> = pattern
            .trim_end_matches('$')
            .split_ascii_whitespace()
            .collect();
        let context = elements.iter().position(|text| *text == ">").unwrap_or(0);
        let line = Line {
            rule: section,
            told,
            context,
            guarded,
            closed,
        };
        if context > 0 {
            elements.remove(context);
        }
        let table = match section {
            "before" => &mut all.before,
            "after" => &mut all.after,
            "after-month" => &mut all.after_month,
            _ => {
                let own = elements.get(context..).unwrap_or_default();
                add_all(&mut all.told, own, Line { context: 0, ..line });
                &mut all.alone
            }
        };
        add_all(table, &elements, line);
    }
    all
}

/// What a line of the list says besides its words.
#[derive(Clone, Copy)]
struct Line {
    rule: &'static str,
    told: &'static str,
    context: usize,
    guarded: bool,
    closed: bool,
}

/// What begins with a word that may be absent can begin with the next one.
fn add_all(table: &mut Table, elements: &[&'static str], line: Line) {
    let (mut rest, mut line) = (elements, line);
    while let Some((first, after)) = rest.split_first() {
        table.add(rest, line);
        line.context = line.context.saturating_sub(1);
        if !first.ends_with('?') {
            break;
        }
        rest = after;
    }
}

impl Table {
    fn add(&mut self, pattern: &[&'static str], line: Line) {
        let [a_weekday, a_number, an_hour, a_day] = *KEYS;
        let number = self.phrases.len();
        let elements: Vec<Element> = pattern.iter().map(|text| element(text)).collect();
        for piece in elements.first().into_iter().flat_map(|e| &e.any) {
            let key = match piece {
                Piece::Word(word) => *word,
                Piece::Class(Class::Weekday) => a_weekday,
                Piece::Class(Class::Number | Class::HourWord) => a_number,
                Piece::Class(Class::Hour | Class::Minute) => an_hour,
                Piece::Class(_) => a_day,
            };
            let bits = second(&elements);
            let starts = self.first.entry(key).or_default();
            starts.push((bits, number));
            if bits == u64::MAX {
                self.pairs.add(pair(key, ANY));
            }
            for piece in elements.get(1).into_iter().flat_map(|e| &e.any) {
                let second = match piece {
                    Piece::Word(word) => *word,
                    Piece::Class(_) => CLASS,
                };
                self.pairs.add(pair(key, second));
            }
            match piece {
                Piece::Word(word) => self.sieve.add(*word),
                Piece::Class(Class::Number | Class::HourWord | Class::Hour | Class::Minute) => {
                    numbers().for_each(|hash| self.sieve.add(hash));
                }
                Piece::Class(_) => {}
            }
        }
        self.phrases.push(Phrase {
            rule: line.rule,
            told: line.told,
            elements,
            context: line.context,
            guarded: line.guarded,
            closed: line.closed,
        });
    }

    /// The longest pattern that the words from `word(0)` on fit, and how many words it has.
    fn longest<'a>(
        &self,
        word: impl Fn(usize) -> Option<Word<'a>>,
        ends: impl Fn(usize) -> bool,
        facts: Facts,
        other: bool,
    ) -> Option<(usize, &Phrase)> {
        let Word {
            written: head,
            folded,
            hash: own,
            ..
        } = word(0)?;
        let number = is_number(head, folded);
        let digit = head.starts_with(|c: char| c.is_ascii_digit());
        let [a_weekday, a_number, an_hour, a_day] = *KEYS;
        let keys = [
            Some(own),
            facts.any(Facts::WEEKDAY).then_some(a_weekday),
            number.then_some(a_number),
            (number || digit || MINUTE.has(own)).then_some(an_hour),
            digit.then_some(a_day),
        ];
        let lists = keys.map(|key| self.first.get(&key?));
        if lists.iter().all(Option::is_none) {
            return None;
        }
        let next = word(1).map_or(0, |next| bits(&next));
        let mut longest: Option<(usize, &Phrase)> = None;
        for (second, at) in lists.into_iter().flatten().flatten() {
            if second & next == 0 && *second != u64::MAX {
                continue;
            }
            let Some(phrase) = (self.phrases.get(*at)).filter(|phrase| !phrase.guarded || other)
            else {
                continue;
            };
            let Some(words) = fits(&phrase.elements, &word) else {
                continue;
            };
            let named = phrase.rule != "holiday"
                || head.starts_with(char::is_uppercase)
                || words > 1
                || head.len() > 5 && !matches!(folded, "epiphany" | "advent" | "nouveau");
            let longer = longest.is_none_or(|(known, _)| words >= known);
            if longer && named && (!phrase.closed || ends(words)) {
                longest = Some((words, phrase));
            }
        }
        longest
    }

    /// The hashes of the words that a pattern can begin with.
    pub(super) fn first_words(&self) -> impl Iterator<Item = u64> {
        self.first.keys().copied().chain(numbers())
    }

    /// Whether a pattern may begin with this word; mostly none does.
    pub(super) fn may_begin(&self, token: &Token) -> bool {
        self.sieve.may_have(token.hash)
            || matches!(token.shape, Shape::Number | Shape::Code)
            || token.is(Facts::WEEKDAY)
    }

    /// Whether a pattern may begin with these words; mostly none does.
    fn may_have(&self, first: &Token, second: &Token) -> bool {
        let class = may_be_class(second);
        let may = |key| {
            self.pairs.may_have(pair(key, second.hash))
                || self.pairs.may_have(pair(key, ANY))
                || class && self.pairs.may_have(pair(key, CLASS))
        };
        let [weekday, number, hour, day] = *KEYS;
        let digit = matches!(first.shape, Shape::Number | Shape::Code);
        may(first.hash)
            || first.is(Facts::WEEKDAY) && may(weekday)
            || (digit || NUMBER.has(first.hash) || MINUTE.has(first.hash))
                && (may(number) || may(hour))
            || digit && may(day)
    }

    /// The longest pattern at token `i`, and the number of its last token.
    pub(super) fn at(&self, doc: &Doc, i: usize) -> Option<(usize, &Phrase)> {
        let token = doc.token(i);
        if !self.may_begin(&token) || !self.may_have(&token, &doc.token(i + 1)) {
            return None;
        }
        let word = |n: usize| {
            let joined = n == 0
                || matches!(
                    doc.gap(i + n - 1),
                    " " | "\n" | "-" | "'" | "’" | "/" | ". " | " '" | " ’" | "' " | "’ "
                );
            (joined && doc.token(i + n).shape != Shape::None).then(|| Word {
                written: doc.word(i + n),
                folded: doc.folded(i + n),
                hash: doc.token(i + n).hash,
                facts: doc.token(i + n).facts,
            })
        };
        // Most patterns look at no more than two words.
        let (first, second) = (word(0), word(1));
        let word = |n: usize| match n {
            0 => first,
            1 => second,
            _ => word(n),
        };
        let other = doc.language == Language::Other;
        let ends = |words: usize| ends_clause(doc, i + words - 1);
        let (words, phrase) = self.longest(word, ends, token.facts, other)?;
        Some((i + words - 1, phrase))
    }
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
            written: word,
            folded,
            hash: hash(folded),
            facts: Lexicon::shipped().facts(folded),
        })
    };
    let facts = word(0).map_or(Facts::NONE, |word| word.facts);
    // Words before and after the phrase itself add nothing.
    let (_, phrase) = (0..words.len()).find_map(|skip| {
        let facts = if skip == 0 { facts } else { Facts::NONE };
        let word = |n: usize| word(skip + n);
        shipped().told.longest(word, |_| true, facts, true)
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
    let unit = words.iter().find(|(_, folded)| UNITS.contains(&&**folded));
    let pattern = phrase
        .told
        .replace("<unit>", unit.map_or("", |(_, folded)| &**folded));
    let told = match number.as_deref() {
        // One day before is the day before.
        Some("1") => pattern.replace("<n>", "the").replace("s before", " before"),
        number => pattern.replace("<n>", number.unwrap_or_default()),
    };
    Some(format!("[{told}]"))
}

/// The hash of two words in this order.
fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(23) ^ second
}

/// The hashes of words that count.
fn numbers() -> impl Iterator<Item = u64> {
    NUMBER.hashes().chain(MINUTE.hashes())
}

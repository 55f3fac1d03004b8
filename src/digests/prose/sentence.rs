//! Whole sentences, and whether one leans on the sentence before it.

use std::ops::Range;

use crate::anonymise::RedactedText;

use super::paragraph;
use super::{speakable, words};

/// A whole sentence that can be read aloud.
#[derive(Clone, Debug)]
pub(in crate::digests) struct Sentence {
    /// Word for word, without Markdown marks.
    pub(in crate::digests) text: RedactedText,
    /// Its length.
    pub(in crate::digests) words: usize,
    /// Only the sentence before explains it: it opens with "This", "It", "However", or is short
    /// and says no more than "it" or "there".
    pub(in crate::digests) leans: bool,
    /// Where it stands.
    pub(in crate::digests) place: Place,
    /// In the text it comes right after the previous sentence of the list.
    pub(in crate::digests) follows: bool,
}

/// Where a sentence stands in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::digests) enum Place {
    /// It is the first of the text.
    Beginning,
    /// It is the first of a paragraph.
    Opening,
    /// Others of its paragraph stand before it.
    Within,
}

/// The whole sentences of a text that can be read aloud, in order. Headings, lists, tables, code
/// and what is not a sentence are left out.
pub(in crate::digests) fn sentences(text: &RedactedText) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut place = Place::Beginning;
    for paragraph in paragraph::paragraphs(text) {
        let mut follows = false;
        for range in split(paragraph.flat()) {
            let part = paragraph.part(&range);
            let taken = speakable::sentence(&paragraph, &range)
                .then(|| paragraph.redacted(text, &range))
                .flatten();
            let place = std::mem::replace(&mut place, Place::Within);
            let Some(taken) = taken else {
                follows = false;
                continue;
            };
            found.push(Sentence {
                words: words(part),
                leans: leans(part),
                text: taken,
                place,
                follows,
            });
            follows = true;
        }
        place = Place::Opening;
    }
    found
}

/// Ranges of what stands between sentence ends, white space trimmed.
fn split(flat: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut characters = flat.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !matches!(character, '.' | '!' | '?') || is_abbreviation(flat, start, at) {
            continue;
        }
        let mut end = at + character.len_utf8();
        while let Some(&(next, closing)) = characters.peek() {
            if !is_closing(closing) {
                break;
            }
            end = next + closing.len_utf8();
            characters.next();
        }
        if begins_sentence(flat.get(end..).unwrap_or_default()) {
            ranges.push(start..end);
            start = end;
        }
    }
    ranges.push(start..flat.len());
    ranges
        .into_iter()
        .map(|range| trimmed(flat, range))
        .filter(|range| !range.is_empty())
        .collect()
}

fn is_closing(character: char) -> bool {
    matches!(
        character,
        '.' | '!' | '?' | '"' | '\'' | ')' | '\u{201d}' | '\u{2019}' | '\u{bb}'
    )
}

/// What follows a sentence end: white space, then something a sentence begins with, or nothing.
fn begins_sentence(rest: &str) -> bool {
    let trimmed = rest.trim_start();
    if trimmed.is_empty() {
        return true;
    }
    trimmed.len() < rest.len()
        && trimmed.chars().next().is_some_and(|first| {
            first.is_uppercase()
                || first.is_ascii_digit()
                || matches!(first, '[' | '(' | '"' | '\u{201c}' | '\u{ab}' | '\u{201e}')
        })
}

fn trimmed(flat: &str, range: Range<usize>) -> Range<usize> {
    let part = flat.get(range.clone()).unwrap_or_default();
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

/// Words before a full stop that do not end a sentence.
const ABBREVIATIONS: [&str; 22] = [
    "e.g", "i.e", "etc", "vs", "approx", "ca", "cf", "no", "nr", "fig", "inc", "ltd", "dr", "mr",
    "mrs", "ms", "st", "z.b", "bzw", "d.h", "p.ex", "resp",
];

fn is_abbreviation(flat: &str, start: usize, stop: usize) -> bool {
    let before = flat.get(start..stop).unwrap_or_default();
    let word = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    let numbering = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    numbering || initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// Openings that point back, in the languages write-ups come in. Some are articles as well;
/// holding those for pronouns costs a sentence, not sense.
const POINTING: &str = "it its it's they their them he she his her this that these those such \
there which both neither another however therefore thus hence then also but and so or instead \
meanwhile afterwards later additionally furthermore moreover consequently similarly otherwise \
likewise still yet again second secondly third thirdly next finally because since although once \
same further \
es sie er dies diese dieser dieses aber und dann danach daher deshalb dadurch dabei außerdem \
il elle ils elles cela ce cette ces mais et donc ensuite ainsi \
esto este esta estos estas eso pero y entonces luego además isso isto então mas \
det dette den disse men og så deretter het dit dat deze maar en toen daarna";

/// Words that, in a short sentence, leave the reader asking what.
const BARE: &str = "it they them this there one none ours both him her same either";
const SHORT: usize = 10;

fn leans(sentence: &str) -> bool {
    points_back(sentence) || (words(sentence) <= SHORT && says_any_of(BARE, sentence))
}

fn points_back(sentence: &str) -> bool {
    let mut opening = sentence.split_whitespace().map(|word| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    });
    let first = opening.next().unwrap_or_default();
    says_any_of(POINTING, &first)
        || opening.take(3).any(|word| {
            matches!(
                word.as_str(),
                "this" | "these" | "those" | "latter" | "former"
            )
        })
}

fn says_any_of(words: &str, sentence: &str) -> bool {
    sentence
        .split_whitespace()
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .any(|said| words.split_whitespace().any(|word| word == said))
}

//! A text as plain lower-case words, for cue phrases: case, punctuation and wrapping do not matter.

use std::ops::Range;

use super::text::Text;

/// Stands where a sentence, paragraph, bullet or table cell ends; no phrase reaches across it.
pub(super) const BREAK: &str = ".";
/// Stands for a placeholder of the anonymiser.
const HIDDEN: &str = "_";

/// The words of a text, joined by single spaces, with a space before the first and after the last.
pub(super) struct Words {
    joined: String,
    /// Where each word begins in `joined`, and its range in the text.
    places: Vec<(usize, Range<usize>)>,
}

impl Words {
    pub(super) fn new(text: &Text<'_>) -> Self {
        let mut words = Self {
            joined: String::with_capacity(text.raw().len() + 2),
            places: Vec::new(),
        };
        words.joined.push(' ');
        let mut word: Option<usize> = None;
        for (position, c) in text.raw().char_indices() {
            if c.is_alphanumeric() {
                word.get_or_insert(position);
                continue;
            }
            if let Some(start) = word.take() {
                words.push_word(text, start..position);
            }
            if ends_phrase(text, position, c) {
                words.push(BREAK, position..position);
            }
        }
        if let Some(start) = word {
            words.push_word(text, start..text.raw().len());
        }
        words
    }

    fn push_word(&mut self, text: &Text<'_>, range: Range<usize>) {
        if text.in_placeholder(&range) {
            self.push(HIDDEN, range);
        } else {
            let word = text.slice(range.clone());
            self.places.push((self.joined.len(), range));
            if word.is_ascii() {
                let letters = word.bytes().map(|b| char::from(b.to_ascii_lowercase()));
                self.joined.extend(letters);
            } else {
                self.joined.push_str(&word.to_lowercase());
            }
            self.joined.push(' ');
        }
    }

    fn push(&mut self, word: &str, range: Range<usize>) {
        self.places.push((self.joined.len(), range));
        self.joined.push_str(word);
        self.joined.push(' ');
    }

    pub(super) fn joined(&self) -> &str {
        &self.joined
    }

    /// The range in the text of what stands at a range of the joined words.
    pub(super) fn origin(&self, joined: &Range<usize>) -> Option<Range<usize>> {
        let first = self.places.partition_point(|(at, _)| *at < joined.start);
        let after = self.places.partition_point(|(at, _)| *at < joined.end);
        let (_, start) = self.places.get(first)?;
        let (_, end) = self.places.get(after.checked_sub(1)?)?;
        Some(start.start..end.end)
    }
}

fn ends_phrase(text: &Text<'_>, position: usize, c: char) -> bool {
    let rest = || text.slice(position + c.len_utf8()..text.raw().len());
    match c {
        '.' | '!' | '?' | ':' => rest().chars().next().is_none_or(char::is_whitespace),
        ';' | '|' => true,
        '\n' => rest()
            .trim_start_matches([' ', '\t'])
            .starts_with(['\n', '\r', '-', '*', '#', '|', '>', '•']),
        _ => false,
    }
}

//! A text as a run of words, so that names and phrases are looked up by their first word.

use std::ops::Range;

use super::text::Text;
use super::vocabulary::{Vocabulary, WordId};

/// A word, or the end of a phrase between two words.
pub(super) struct Word {
    pub(super) id: WordId,
    /// Bytes of the text; empty for the end of a phrase.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its first letters.
    pub(super) stem: Stem,
}

/// The first letters of a word, zero where it has too few.
pub(super) type Stem = u32;

/// The first letters of a word in small letters.
pub(super) fn stem(word: &[u8]) -> Stem {
    let letters = word.first_chunk().copied();
    letters.map_or(0, u32::from_le_bytes)
}

impl Word {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// What a byte can be to words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    /// May end a phrase.
    Stop,
    Other,
    /// Part of a character beyond ASCII.
    Wide,
}

impl Class {
    const ALL: [Self; 256] = {
        let mut classes = [Self::Other; 256];
        let mut byte = 0;
        while byte < classes.len() {
            #[expect(clippy::indexing_slicing, reason = "the loop ends with the table")]
            #[expect(clippy::cast_possible_truncation, reason = "the table has 256 places")]
            {
                classes[byte] = Self::judge(byte as u8);
            }
            byte += 1;
        }
        classes
    };

    fn of(byte: u8) -> Self {
        let class = Self::ALL.get(usize::from(byte));
        class.copied().unwrap_or(Self::Other)
    }

    const fn judge(byte: u8) -> Self {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Self::Letter,
            b'.' | b'!' | b'?' | b':' | b';' | b'|' | b'\n' => Self::Stop,
            0x80.. => Self::Wide,
            _ => Self::Other,
        }
    }
}

/// The words of a text in order: runs of letters and digits.
pub(super) fn words(text: &Text<'_>, vocabulary: &Vocabulary) -> Vec<Word> {
    let bytes = text.raw().as_bytes();
    let lower = text.lower(0..bytes.len()).as_bytes();
    let mut words = Vec::with_capacity(bytes.len() / 5);
    let mut placeholders = text.placeholders().iter().peekable();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let end = match Class::of(*byte) {
            Class::Letter | Class::Wide => word_end(text.raw(), at),
            Class::Stop if ends_phrase(text.raw(), at, *byte) => {
                words.push(Word {
                    id: WordId::BREAK,
                    start: at,
                    end: at,
                    stem: 0,
                });
                at
            }
            Class::Other | Class::Stop => at,
        };
        if end == at {
            at += 1;
            continue;
        }
        while placeholders.next_if(|hidden| hidden.end <= at).is_some() {}
        let hidden = placeholders.peek().is_some_and(|hidden| hidden.start < end);
        let letters = lower.get(at..end).unwrap_or_default();
        let (id, stem) = if hidden {
            (WordId::HIDDEN, 0)
        } else {
            (vocabulary.id(letters), stem(letters))
        };
        words.push(Word {
            id,
            start: at,
            end,
            stem,
        });
        at = end;
    }
    words
}

/// Where the word at a place ends; the place itself where there is none.
fn word_end(raw: &str, start: usize) -> usize {
    let bytes = raw.as_bytes();
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        end += match Class::of(*byte) {
            Class::Letter => 1,
            Class::Wide => match raw.get(end..).and_then(|rest| rest.chars().next()) {
                Some(letter) if letter.is_alphanumeric() => letter.len_utf8(),
                _ => break,
            },
            Class::Other | Class::Stop => break,
        };
    }
    end
}

/// Whether a stop at a place ends what a phrase can reach.
fn ends_phrase(raw: &str, at: usize, stop: u8) -> bool {
    let rest = raw.get(at + 1..).unwrap_or_default();
    match stop {
        b';' | b'|' => true,
        b'\n' => rest
            .trim_start_matches([' ', '\t'])
            .starts_with(['\n', '\r', '-', '*', '#', '|', '>', '•']),
        _ => rest.chars().next().is_none_or(char::is_whitespace),
    }
}

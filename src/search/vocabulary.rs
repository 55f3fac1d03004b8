//! The words of a segment, ready to be compared with a misspelt one.

use tantivy::TantivyError;
use tantivy::index::SegmentReader;
use tantivy::schema::Field;

/// Longer words are no words that a person misspells.
const LONGEST: usize = 32;

/// A segment's words in one piece of memory; never changes once built.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    text: String,
    /// By their number of letters.
    words: Vec<Word>,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    bytes: u8,
    letters: Letters,
    reports: u32,
}

/// Which letters a word has and how many: enough to see that most words are far from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    set: u32,
    count: u8,
}

impl Letters {
    pub(super) fn of(word: &str) -> Self {
        let mut letters = Self { set: 0, count: 0 };
        for letter in word.chars() {
            letters.set |= 1 << (u32::from(letter) % 32);
            letters.count = letters.count.saturating_add(1);
        }
        letters
    }

    /// A letter changed touches two bits at most.
    fn may_be_within(self, other: Self, edits: usize) -> bool {
        (self.set ^ other.set).count_ones() as usize <= 2 * edits
    }
}

impl Vocabulary {
    /// Reads the words of a field.
    pub(super) fn read(reader: &SegmentReader, field: Field) -> Result<Self, TantivyError> {
        let index = reader.inverted_index(field)?;
        let mut vocabulary = Self::default();
        let mut stream = index.terms().stream()?;
        while let Some((term, info)) = stream.next() {
            let Some(word) = std::str::from_utf8(term).ok() else {
                continue;
            };
            let (Ok(bytes), Ok(start)) = (
                u8::try_from(word.len()),
                u32::try_from(vocabulary.text.len()),
            ) else {
                continue;
            };
            if word.len() > LONGEST || word.bytes().all(|byte| byte.is_ascii_digit()) {
                continue;
            }
            vocabulary.text.push_str(word);
            vocabulary.words.push(Word {
                start,
                bytes,
                letters: Letters::of(word),
                reports: info.doc_freq,
            });
        }
        vocabulary.words.sort_by_key(|word| word.letters.count);
        Ok(vocabulary)
    }

    /// Words that may be as near as this, each with the reports that have it.
    pub(super) fn candidates(
        &self,
        to: Letters,
        edits: usize,
    ) -> impl Iterator<Item = (&str, u32)> {
        let edits_of_length = u8::try_from(edits).unwrap_or(u8::MAX);
        let shortest = to.count.saturating_sub(edits_of_length);
        let longest = to.count.saturating_add(edits_of_length);
        let start = self
            .words
            .partition_point(|word| word.letters.count < shortest);
        let end = self
            .words
            .partition_point(|word| word.letters.count <= longest);
        let words = self.words.get(start..end).unwrap_or_default();
        words
            .iter()
            .filter(move |word| word.letters.may_be_within(to, edits))
            .filter_map(|word| {
                let start = word.start as usize;
                let text = self.text.get(start..start + usize::from(word.bytes))?;
                Some((text, word.reports))
            })
    }
}

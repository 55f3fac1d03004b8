//! Sentences that tell what somebody guessed, asked or might have done: a phrase in one says nothing of
//! what was.

use std::ops::Range;

use super::text::Text;
use super::vocabulary::WordId;
use super::words::Word;

/// Words that make a sentence one of these, in small letters and in order.
const HEDGES: &[&str] = &[
    "guess",
    "guessed",
    "guesses",
    "hypothesis",
    "maybe",
    "option",
    "options",
    "perhaps",
    "should",
    "sospecha",
    "suspect",
    "suspected",
    "suspects",
    "theory",
    "thought",
    "verdacht",
    "vielleicht",
    "whether",
    "wonder",
    "wondered",
    "would",
];

/// The sentences of a text that are a guess, a question or a wish, as bytes, in order.
pub(super) struct Hedged(Vec<Range<usize>>);

impl Hedged {
    /// Reads every word once: a text may be one sentence with as many phrases as words.
    pub(super) fn of(text: &Text<'_>, words: &[Word]) -> Self {
        let mut sentences = Vec::new();
        let mut from = 0;
        let mut said = false;
        for word in words {
            if word.id != WordId::BREAK {
                said |= HEDGES.binary_search(&text.lower(word.range())).is_ok();
                continue;
            }
            if said || text.after(word.start) == Some('?') {
                sentences.push(from..word.start);
            }
            (from, said) = (word.start, false);
        }
        if said {
            sentences.push(from..usize::MAX);
        }
        Self(sentences)
    }

    /// Whether a place lies in one of them.
    pub(super) fn holds(&self, place: usize) -> bool {
        let before = self.0.partition_point(|sentence| sentence.end <= place);
        let sentence = self.0.get(before);
        sentence.is_some_and(|sentence| sentence.start <= place)
    }
}

#[cfg(test)]
mod tests {
    use super::HEDGES;

    #[test]
    fn the_words_are_in_order() {
        assert!(HEDGES.is_sorted());
    }
}

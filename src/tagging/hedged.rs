//! Sentences that tell what somebody guessed, asked or might have done: a phrase in one says nothing of
//! what was.

use std::ops::Range;

use super::text::Text;
use super::vocabulary::WordId;
use super::words::Word;

/// Words that make a sentence one of these, in small letters.
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

/// Whether the sentence around a place is a guess, a question or a wish.
pub(super) fn hedged(text: &Text<'_>, words: &[Word], place: &Range<usize>) -> bool {
    let at = words.partition_point(|word| word.start < place.start);
    let (before, after) = words.split_at_checked(at).unwrap_or_default();
    let ends = |word: &&Word| word.id == WordId::BREAK;
    let sentence = |word: &&Word| !ends(word);
    let end = after.iter().find(ends);
    end.is_some_and(|end| text.after(end.start) == Some('?'))
        || before
            .iter()
            .rev()
            .take_while(sentence)
            .chain(after.iter().take_while(sentence))
            .any(|word| HEDGES.contains(&text.lower(word.range())))
}

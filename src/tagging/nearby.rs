//! Words whose nearness confirms an ambiguous name.

use std::ops::Range;

use crate::taxonomy::Technology;

use super::text::Text;
use super::words::Word;

/// Cues from this length on may be the start of a longer word.
const STEM: usize = 4;

/// A set of what the cues of a technology may begin with; most words of a text do not.
#[derive(Clone, Copy, Default)]
pub(super) struct Beginnings([u64; 4]);

impl Beginnings {
    pub(super) fn of(cues: &[String]) -> Self {
        let mut beginnings = Self::default();
        for cue in cues {
            match *cue.as_bytes() {
                [] => {}
                [first] => (0..=u8::MAX).for_each(|second| beginnings.add(first, second)),
                [first, second, ..] => beginnings.add(first, second),
            }
        }
        beginnings
    }

    fn add(&mut self, first: u8, second: u8) {
        let (word, bit) = Self::place(first, second);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    fn may_be(&self, text: &[u8]) -> bool {
        let [first, rest @ ..] = text else {
            return false;
        };
        let (word, bit) = Self::place(*first, rest.first().copied().unwrap_or_default());
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// One of 256 places, from the bits in which letters differ.
    fn place(first: u8, second: u8) -> (usize, u64) {
        let place = (first << 3) ^ second;
        (usize::from(place >> 6), 1 << (place & 63))
    }
}

/// How many of the cues a range of a text has: the start of a word, or a whole word where the cue is
/// short.
pub(super) fn occurring(
    text: &Text<'_>,
    words: &[Word],
    range: &Range<usize>,
    technology: &Technology,
    beginnings: &Beginnings,
) -> usize {
    let first = words.partition_point(|word| word.start < range.start);
    let within = words.iter().skip(first);
    // One bit a cue; no technology has more.
    let mut found: u64 = 0;
    for word in within.take_while(|word| word.start < range.end) {
        let rest = text.lower(word.start..range.end);
        if !beginnings.may_be(rest.as_bytes()) {
            continue;
        }
        for (bit, cue) in (0..u64::BITS).zip(technology.cues()) {
            if begins(rest, cue) {
                found |= 1 << bit;
            }
        }
    }
    found.count_ones() as usize
}

fn begins(text: &str, cue: &str) -> bool {
    text.as_bytes().first() == cue.as_bytes().first()
        && text
            .strip_prefix(cue)
            .is_some_and(|after| cue.len() >= STEM || !after.starts_with(char::is_alphanumeric))
}

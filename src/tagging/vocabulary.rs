//! The words that names and cue phrases are made of, each with a number of its own.

use rustc_hash::FxHashMap;

/// Which word it is, as far as that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordId(u32);

impl WordId {
    /// A word of no name and no phrase.
    pub(super) const UNKNOWN: Self = Self(0);
    /// The end of a sentence, paragraph, bullet or table cell; no phrase reaches across it.
    pub(super) const BREAK: Self = Self(1);
    /// A word in a placeholder of the anonymiser.
    pub(super) const HIDDEN: Self = Self(2);
    /// The first number of a word that is known.
    const FIRST: u32 = 3;
}

/// Numbers by the hash of a word in small letters. Two words of one hash would be taken for one
/// another; names are compared with the text before they count, and for a phrase it is worth its speed.
#[derive(Default)]
pub(super) struct Vocabulary(FxHashMap<u64, WordId>);

impl Vocabulary {
    /// The number of a word, a new one where it had none.
    pub(super) fn learn(&mut self, word: &str) -> WordId {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "names and phrases have some thousand words"
        )]
        let next = WordId(WordId::FIRST + self.0.len() as u32);
        *self.0.entry(hash(word.as_bytes())).or_insert(next)
    }

    pub(super) fn id(&self, word: &[u8]) -> WordId {
        self.0.get(&hash(word)).copied().unwrap_or(WordId::UNKNOWN)
    }
}

fn hash(word: &[u8]) -> u64 {
    let (eights, rest) = word.as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let mixed = eights.iter().fold(word.len() as u64, |sum, eight| {
        mix(sum ^ u64::from_le_bytes(*eight))
    });
    mix(mixed ^ u64::from_le_bytes(last))
}

fn mix(number: u64) -> u64 {
    let product = u128::from(number ^ 0x9E37_79B9_7F4A_7C15) * 0xD6E8_FEB8_6659_FD93;
    #[expect(clippy::cast_possible_truncation, reason = "both halves are mixed")]
    let halves = (product as u64) ^ ((product >> 64) as u64);
    halves
}

/// What belongs to each word.
pub(super) struct ByWord<T>(Vec<Vec<T>>);

impl<T> Default for ByWord<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByWord<T> {
    /// All that belongs to a word, ready to be added to.
    #[expect(clippy::indexing_slicing, reason = "the line before makes the place")]
    pub(super) fn entry(&mut self, WordId(place): WordId) -> &mut Vec<T> {
        let place = place as usize;
        self.0.resize_with(self.0.len().max(place + 1), Vec::new);
        &mut self.0[place]
    }

    pub(super) fn get(&self, WordId(place): WordId) -> &[T] {
        self.0.get(place as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut Vec<T>> {
        self.0.iter_mut()
    }
}

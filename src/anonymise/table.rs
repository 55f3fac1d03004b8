//! Words and what is known about them: one short look, whatever the number of words.

use std::hash::Hasher;
use std::num::NonZeroU64;

use super::lexicon::Facts;

/// The hash by which words are looked up.
pub(super) fn hash(word: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// Facts by the hash of their word. The words themselves are not kept: 32 bits of the hash stand
/// for each, and its place for 10 or more, so that a stranger is taken for a known word less than
/// once in a thousand million times.
pub(super) struct Table {
    slots: Vec<(u32, Facts)>,
    /// One slot stays free, so that every search ends.
    free: usize,
}

impl Table {
    /// A table with room for `words`.
    pub(super) fn with_room(words: usize) -> Self {
        let size = (words.max(512) * 3 / 2).next_power_of_two();
        Self {
            slots: vec![(0, Facts::NONE); size],
            free: size - 1,
        }
    }

    /// Adds facts to those of a word.
    pub(super) fn add(&mut self, word: &str, facts: Facts) {
        let (tag, mut at) = self.place(hash(word));
        let mask = self.slots.len() - 1;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.0 == tag {
                slot.1 = slot.1.or(facts);
                return;
            }
            if slot.0 == 0 {
                if self.free > 0 {
                    self.free -= 1;
                    *slot = (tag, facts);
                }
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// The facts about the word with this hash.
    pub(super) fn get(&self, hash: u64) -> Facts {
        let (tag, mut at) = self.place(hash);
        while let Some(&(found, facts)) = self.slots.get(at) {
            if found == tag {
                return facts;
            }
            if found == 0 {
                break;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        Facts::NONE
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "the upper and the lower half of the hash are wanted"
    )]
    fn place(&self, hash: u64) -> (u32, usize) {
        let tag = (hash >> 32) as u32 | 1;
        (tag, hash as usize & (self.slots.len() - 1))
    }
}

/// A few thousand words of which it is known at a glance that most others are not among them.
pub(super) struct Sieve<const PARTS: usize = 64>([u64; PARTS]);

impl<const PARTS: usize> Default for Sieve<PARTS> {
    fn default() -> Self {
        Self([0; PARTS])
    }
}

impl<const PARTS: usize> Sieve<PARTS> {
    /// Adds the word with this hash.
    pub(super) fn add(&mut self, hash: u64) {
        let (at, bit) = Self::place(hash);
        if let Some(part) = self.0.get_mut(at) {
            *part |= bit;
        }
    }

    /// Whether the word with this hash may have been added; never wrong when it says no.
    pub(super) fn may_have(&self, hash: u64) -> bool {
        let (at, bit) = Self::place(hash);
        self.0.get(at).is_some_and(|part| part & bit != 0)
    }

    fn place(hash: u64) -> (usize, u64) {
        ((hash >> 6) as usize % PARTS, 1 << (hash & 63))
    }
}

/// A few words that a rule asks for at every word of a text, by their hashes.
pub(super) struct Words {
    /// Each word at the first free slot behind its place; at least half of the slots are free.
    slots: Vec<Option<NonZeroU64>>,
}

impl Words {
    /// The folded words of `list`, with white space between.
    pub(super) fn of(list: &str) -> Self {
        let words = || list.split_ascii_whitespace();
        let mut slots = vec![None; (words().count() * 2 + 1).next_power_of_two()];
        for word in words().filter_map(|word| NonZeroU64::new(hash(word))) {
            let mut at = Self::place(word.get(), slots.len());
            while let Some(slot) = slots.get_mut(at) {
                if slot.is_none_or(|known| known == word) {
                    *slot = Some(word);
                    break;
                }
                at = (at + 1) & (slots.len() - 1);
            }
        }
        Self { slots }
    }

    /// The hashes of the words.
    pub(super) fn hashes(&self) -> impl Iterator<Item = u64> {
        self.slots.iter().flatten().map(|hash| hash.get())
    }

    /// Whether the word with this hash is one of them.
    pub(super) fn has(&self, hash: u64) -> bool {
        let mut at = Self::place(hash, self.slots.len());
        while let Some(&Some(known)) = self.slots.get(at) {
            if known.get() == hash {
                return true;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        false
    }

    fn place(hash: u64, slots: usize) -> usize {
        (hash >> 6) as usize & (slots - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_own_facts() {
        let mut table = Table::with_room(20_000);
        let word = |n: u32| format!("w{n}");
        for n in 0..20_000 {
            table.add(
                &word(n),
                if n % 3 == 0 {
                    Facts::GIVEN
                } else {
                    Facts::COMMON
                },
            );
        }
        table.add(&word(3), Facts::PLACE);
        for n in 0..20_000 {
            let facts = table.get(hash(&word(n)));
            assert_eq!(facts.any(Facts::GIVEN), n % 3 == 0, "{n}");
            assert_eq!(facts.any(Facts::PLACE), n == 3, "{n}");
        }
        for n in 20_000..60_000 {
            assert_eq!(table.get(hash(&word(n))), Facts::NONE, "{n}");
        }
    }
}

//! Words spelt nearly alike: for `nearly~` and "did you mean".

use std::collections::BTreeMap;

use super::query::Expr;
use super::schema::Fields;
use super::snapshot::Snapshot;
use super::vocabulary::Letters;
use super::words::{analyse, unstemmed};
use super::{Query, SearchError};

/// A word of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Near {
    pub(super) word: String,
    /// Letters to change, add, leave out or swap to come to it.
    pub(super) distance: usize,
    /// Reports that have it.
    pub(super) reports: u32,
}

/// How far a spelling may be off: one letter, from six letters on two.
fn tolerance(word: &str) -> usize {
    if word.chars().count() < 6 { 1 } else { 2 }
}

/// The words of the index spelt like `word` or nearly so, the nearest and then the most frequent
/// first.
pub(super) fn near(
    snapshot: &Snapshot,
    fields: &Fields,
    word: &str,
) -> Result<Vec<Near>, SearchError> {
    let mut speller = Speller::new(word);
    let most = tolerance(word);
    let letters = Letters::of(word);
    let mut found: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    for (segment, reader) in snapshot.parts() {
        let vocabulary = segment.table.vocabulary(reader, fields.plain)?;
        for (other, reports) in vocabulary.candidates(letters, most) {
            if let Some(distance) = speller.distance(other, most) {
                found.entry(other).or_insert((distance, 0)).1 += reports;
            }
        }
    }
    let mut found: Vec<Near> = found
        .into_iter()
        .map(|(word, (distance, reports))| Near {
            word: word.to_owned(),
            distance,
            reports,
        })
        .collect();
    found.sort_by_key(|near| (near.distance, std::cmp::Reverse(near.reports)));
    Ok(found)
}

/// The query with its unknown words as the index spells them; `None` where there is nothing
/// better. For queries that found nothing.
pub(super) fn correction(
    snapshot: &Snapshot,
    fields: &Fields,
    query: &Query,
) -> Result<Option<String>, SearchError> {
    let mut words = Vec::new();
    if let Some(expression) = query.expression() {
        expression.wanted(&mut |wanted| {
            if let Expr::Words { text, codes, .. } = wanted
                && codes.is_empty()
            {
                words.push(text.as_str());
            }
        });
    }
    let mut corrected = query.text().to_owned();
    let mut analyser = unstemmed();
    for text in words {
        for (_, word) in analyse(&mut analyser, text) {
            let near = near(snapshot, fields, &word)?;
            let Some(best) = near.first() else { continue };
            if best.distance > 0 && word.chars().count() > 3 {
                corrected = replaced(&corrected, &word, &best.word);
            }
        }
    }
    Ok((corrected != query.text()).then_some(corrected))
}

/// `text` with the whole word `from`, in any case, as `to`.
fn replaced(text: &str, from: &str, to: &str) -> String {
    let mut out = String::with_capacity(text.len() + to.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (before, word) = rest.split_at(start);
        let end = word
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        out.push_str(before);
        out.push_str(if word.to_lowercase() == from {
            to
        } else {
            word
        });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Compares one word with many.
struct Speller {
    wanted: Vec<char>,
    /// Room for the word at hand and three rows of its table.
    other: Vec<char>,
    last: Vec<usize>,
    row: Vec<usize>,
    next: Vec<usize>,
}

impl Speller {
    fn new(wanted: &str) -> Self {
        Self {
            wanted: wanted.chars().collect(),
            other: Vec::new(),
            last: Vec::new(),
            row: Vec::new(),
            next: Vec::new(),
        }
    }

    /// Letters to change, add, leave out or swap with their neighbour to come from one word to the
    /// other; `None` above `most`. Optimal string alignment (Damerau 1964), in O(n m).
    fn distance(&mut self, other: &str, most: usize) -> Option<usize> {
        self.other.clear();
        self.other.extend(other.chars());
        if self.wanted.len().abs_diff(self.other.len()) > most {
            return None;
        }
        self.row.clear();
        self.row.extend(0..=self.other.len());
        let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
        let letter = |word: &[char], i: usize| word.get(i.checked_sub(1)?).copied();
        for (i, a) in self.wanted.iter().enumerate() {
            self.next.clear();
            self.next.push(i + 1);
            let mut least = i + 1;
            for (j, b) in self.other.iter().enumerate() {
                let mut best = (at(&self.row, j) + usize::from(a != b))
                    .min(at(&self.row, j + 1) + 1)
                    .min(at(&self.next, j) + 1);
                let swapped =
                    letter(&self.wanted, i) == Some(*b) && letter(&self.other, j) == Some(*a);
                if swapped {
                    best = best.min(at(&self.last, j - 1) + 1);
                }
                least = least.min(best);
                self.next.push(best);
            }
            if least > most {
                return None;
            }
            std::mem::swap(&mut self.last, &mut self.row);
            std::mem::swap(&mut self.row, &mut self.next);
        }
        self.row
            .last()
            .copied()
            .filter(|distance| *distance <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::{Speller, replaced};

    #[test]
    fn counts_letters_that_differ() {
        let of = |a: &str, b: &str| Speller::new(a).distance(b, 2);
        assert_eq!(of("postgers", "postgres"), Some(1));
        assert_eq!(of("kafak", "kafka"), Some(1));
        assert_eq!(of("rediss", "redis"), Some(1));
        assert_eq!(of("nginx", "nginx"), Some(0));
        assert_eq!(of("ab", "ba"), Some(1));
        assert_eq!(of("certificat", "certificate"), Some(1));
        assert_eq!(of("nginx", "redis"), None);
        assert_eq!(of("", "abc"), None);
    }

    #[test]
    fn replaces_whole_words_only() {
        assert_eq!(
            replaced("Kafak kafaka -kafak", "kafak", "kafka"),
            "kafka kafaka -kafka"
        );
    }
}

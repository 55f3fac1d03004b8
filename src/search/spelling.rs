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
    let wanted: Vec<char> = word.chars().collect();
    let most = tolerance(word);
    let letters = Letters::of(word);
    let mut found: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    for (segment, reader) in snapshot.parts() {
        let vocabulary = segment.table.vocabulary(reader, fields.plain)?;
        for (other, reports) in vocabulary.candidates(letters, most) {
            if let Some(distance) = distance(&wanted, other, most) {
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

/// Letters to change, add, leave out or swap with their neighbour between `wanted` and `other`;
/// `None` above `most`. Optimal string alignment (Damerau 1964), in O(n m).
fn distance(wanted: &[char], other: &str, most: usize) -> Option<usize> {
    let other: Vec<char> = other.chars().collect();
    if wanted.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut last: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in wanted.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i + 1);
        for (j, b) in other.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&row, j) + usize::from(a != b))
                .min(at(&row, j + 1) + 1)
                .min(at(&next, j) + 1);
            let swapped =
                i > 0 && j > 0 && wanted.get(i - 1) == Some(b) && other.get(j - 1) == Some(a);
            if swapped {
                best = best.min(at(&last, j - 1) + 1);
            }
            next.push(best);
        }
        if next.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        last = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::{distance, replaced};

    #[test]
    fn counts_letters_that_differ() {
        let of = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), b, 2);
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

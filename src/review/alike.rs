//! Reports at the desk that may tell of the same thing: the same codes and the same words in
//! their titles, the rarer the better. Only summaries are opened.

use std::collections::{BTreeMap, BTreeSet};

use super::queue::OPEN;
use super::{Review, ReviewError};
use crate::anonymise::RedactedText;
use crate::intake;
use crate::report::{Report, ReportId, Slug};
use crate::storage::triage;

/// Letters of a word that tells something.
const TELLING: usize = 4;

/// A report that waits and is like another.
#[derive(Clone, Debug)]
pub struct AlikeAtDesk {
    /// Which.
    pub id: ReportId,
    /// Its title.
    pub title: RedactedText,
    /// Technologies and failure modes they share.
    pub shared: Vec<Slug>,
}

impl Review {
    /// Up to `limit` other reports that wait and are like this one, the most alike first.
    pub fn alike(
        &self,
        id: ReportId,
        report: &Report<RedactedText>,
        limit: usize,
    ) -> Result<Vec<AlikeAtDesk>, ReviewError> {
        let sealed = self.storage.read(|tx| triage::summaries(tx, &OPEN))?;
        let others: Vec<(ReportId, Report<RedactedText>)> = sealed
            .iter()
            .filter(|(other, _)| *other != id)
            .map(|(other, summary)| Ok((*other, self.unsealed(*other, summary)?)))
            .collect::<Result<_, ReviewError>>()?;
        let own = signs(&intake::summary(report));
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        let theirs: Vec<BTreeSet<String>> =
            others.iter().map(|(_, summary)| signs(summary)).collect();
        for sign in theirs.iter().flatten().filter(|sign| own.contains(*sign)) {
            *counts.entry(sign).or_default() += 1;
        }
        let all = f64::from(u32::try_from(others.len()).unwrap_or(u32::MAX));
        let rarity = |sign: &str| {
            let count = f64::from(counts.get(sign).copied().unwrap_or(1));
            (1.0 + all / count).ln()
        };
        let score = |signs: &BTreeSet<String>| -> f64 {
            own.intersection(signs).map(|sign| rarity(sign)).sum()
        };
        let mut ranked: Vec<(f64, usize)> = theirs
            .iter()
            .enumerate()
            .map(|(at, signs)| (score(signs), at))
            .filter(|(score, _)| *score > 0.0)
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let codes = codes(&intake::summary(report));
        let mut alike = Vec::new();
        for (_, at) in ranked.into_iter().take(limit) {
            let Some((id, summary)) = others.get(at) else {
                continue;
            };
            let shared = self::codes(summary).intersection(&codes).cloned().collect();
            alike.push(AlikeAtDesk {
                id: *id,
                title: summary.title.clone(),
                shared,
            });
        }
        Ok(alike)
    }
}

fn codes(summary: &Report<RedactedText>) -> BTreeSet<Slug> {
    let technologies = summary.technologies.iter().map(|used| &used.slug);
    let modes = summary.failure_modes.iter().map(|mode| &mode.code);
    technologies.chain(modes).cloned().collect()
}

/// Codes, and the words of the title.
fn signs(summary: &Report<RedactedText>) -> BTreeSet<String> {
    let title = summary.title.as_str().to_lowercase();
    let words = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= TELLING)
        .map(|word| format!("word {word}"));
    let codes = codes(summary).into_iter().map(|code| code.to_string());
    codes.chain(words).collect()
}

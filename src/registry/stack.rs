//! What the reports say to a stack.

use crate::report::{PublicReport, Slug};
use crate::stack::{Answer, Checklist, Stack, Weights};
use crate::storage::published;

use super::{Registry, RegistryError};

/// Reports that the index proposes, to be ranked by all that is known of them.
const PROPOSED: usize = 200;
/// Reports that a checklist is drawn from.
const CONSIDERED: usize = 30;

impl Registry {
    /// The reports that fit a stack best, at most so many, and what to take from them.
    pub fn answer_stack(&self, stack: &Stack, limit: usize) -> Result<Answer, RegistryError> {
        let overview = self.overview()?;
        let counts = overview.technologies.iter();
        let counts = counts.map(|of| (of.slug.clone(), of.count)).collect();
        let weights = Weights::of(stack, overview.total, counts);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the index weighs in single precision"
        )]
        let asked: Vec<(Slug, f32)> = weights
            .asked()
            .into_iter()
            .map(|(slug, weight)| (slug, weight as f32))
            .collect();
        let (total, ids) = self.index.with_any(&asked, PROPOSED)?;
        let rows = self.storage.read(|tx| published::many(tx, &ids))?;
        let mut reports: Vec<_> = rows
            .into_iter()
            .filter_map(|row| {
                let fit = weights.fit(&row.report)?;
                Some((row, fit))
            })
            .collect();
        reports.sort_by(|(a, fit_a), (b, fit_b)| {
            let best = fit_b.score.total_cmp(&fit_a.score);
            best.then_with(|| b.report.severity.cmp(&a.report.severity))
                .then_with(|| a.id.cmp(&b.id))
        });
        let considered: Vec<&PublicReport<_>> = reports
            .iter()
            .take(CONSIDERED)
            .map(|(row, _)| row)
            .collect();
        let (checklist, considered) = (Checklist::of(&considered), considered.len());
        reports.truncate(limit);
        Ok(Answer {
            total,
            reports,
            checklist,
            considered,
        })
    }
}

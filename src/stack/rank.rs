//! How well a report fits a stack.

use std::collections::BTreeMap;

use crate::report::{Report, Slug, TechnologyRole};
use crate::taxonomy::Taxonomy;

use super::Stack;

/// What a technology's parent counts, beside the technology itself: a report about a cloud says
/// something to those who use a service of it.
const PARENT: f64 = 0.5;

/// How much each technology of a stack says, in a registry of so many reports.
#[derive(Clone, Debug)]
pub struct Weights {
    /// Technologies of the stack, 1, and their ancestors, [`PARENT`].
    stack: BTreeMap<Slug, f64>,
    /// Reports in which each technology of the registry has a part.
    reports: BTreeMap<Slug, usize>,
    total: usize,
}

/// How well a report fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Greater is better; comparable within one stack. See [`Weights::fit`].
    pub score: f64,
    /// Technologies that the report shares with the stack, the one that says most first.
    pub shared: Vec<Slug>,
}

impl Weights {
    /// Weighs a stack in a registry: its number of reports, and how many name each technology.
    pub fn of(stack: &Stack, total: usize, reports: BTreeMap<Slug, usize>) -> Self {
        let taxonomy = Taxonomy::builtin();
        let mut of_stack = BTreeMap::new();
        for used in stack.uses() {
            let mut parent = taxonomy.technology(used.slug).and_then(|t| t.parent());
            while let Some(slug) = parent {
                of_stack.entry(slug.clone()).or_insert(PARENT);
                parent = taxonomy.technology(slug).and_then(|t| t.parent());
            }
        }
        of_stack.extend(stack.uses().map(|used| (used.slug.clone(), 1.0)));
        Self {
            stack: of_stack,
            reports,
            total,
        }
    }

    /// Technologies of the stack that any report names, with what each adds to a score: what an
    /// index is asked for.
    pub fn asked(&self) -> Vec<(Slug, f64)> {
        let known = self
            .stack
            .iter()
            .filter(|(slug, _)| self.reports.contains_key(*slug));
        known
            .map(|(slug, part)| (slug.clone(), part * self.rarity(slug)))
            .collect()
    }

    /// How well a report fits; `None` if it shares nothing with the stack.
    ///
    /// A technology `t` weighs `w(t) = ln(1 + N / n(t)) · r(t)`: the rarer it is among the `N`
    /// reports of the registry (`n(t)` name it) the more, with `r` 1 where it failed, ½ where it
    /// took part, 0 where it was looked on or used to respond. What the report shares with the
    /// stack adds up to `S` (a parent of a technology in the stack at half its weight), all its
    /// technologies to `T`, and
    ///
    /// `score = S · (1 + S / T) / 2`
    ///
    /// so that of two reports with the same in common the one that needs nothing else comes first.
    pub fn fit<T>(&self, report: &Report<T>) -> Option<Fit> {
        let mut weights: BTreeMap<&Slug, f64> = BTreeMap::new();
        for used in &report.technologies {
            let part = match used.role {
                Some(TechnologyRole::FailedComponent) => 1.0,
                Some(TechnologyRole::Dependency) | None => 0.5,
                Some(TechnologyRole::Bystander | TechnologyRole::ResponseTool) => continue,
            };
            let weight = weights.entry(&used.slug).or_default();
            *weight = weight.max(part * self.rarity(&used.slug));
        }
        let all: f64 = weights.values().sum();
        let mut shared: Vec<(&Slug, f64)> = weights
            .into_iter()
            .filter_map(|(slug, weight)| Some((slug, weight * self.stack.get(slug)?)))
            .collect();
        let common: f64 = shared.iter().map(|(_, weight)| weight).sum();
        if shared.is_empty() || all <= 0.0 {
            return None;
        }
        shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        Some(Fit {
            score: common * (1.0 + common / all) / 2.0,
            shared: shared.into_iter().map(|(slug, _)| slug.clone()).collect(),
        })
    }

    #[expect(clippy::cast_precision_loss, reason = "a weight, not a count")]
    fn rarity(&self, slug: &Slug) -> f64 {
        let reports = self.reports.get(slug).copied().unwrap_or(1).max(1);
        (self.total.max(1) as f64 / reports as f64).ln_1p()
    }
}

//! Counts of reports by code.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{Effect, Slug, Strength};

use super::MINIMUM;
use super::fact::Stage;

/// How many reports carry each value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent, bound(deserialize = "K: Deserialize<'de> + Ord"))]
pub struct Tally<K: Ord = Slug>(BTreeMap<K, u32>);

/// One line of a [`Tally`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count<K = Slug> {
    /// What is counted.
    pub code: K,
    /// How many reports carry it, at least.
    pub reports: u32,
}

impl<K: Ord> Default for Tally<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord + Clone> Tally<K> {
    /// Counts so many reports that carry this value.
    pub(super) fn add(&mut self, value: &K, reports: u32) {
        *self.0.entry(value.clone()).or_default() += reports;
    }

    /// How many reports carry this value.
    pub fn get(&self, value: &K) -> u32 {
        self.0.get(value).copied().unwrap_or_default()
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Lines that enough reports carry to speak of a pattern ([`MINIMUM`]), the most reported first,
    /// then by code: what a page shows.
    pub fn enough(&self) -> Vec<Count<K>> {
        let mut lines = self.ranked();
        lines.retain(|line| line.reports as usize >= MINIMUM);
        lines
    }

    /// All lines, the most reported first, then by code.
    pub fn ranked(&self) -> Vec<Count<K>> {
        let mut lines: Vec<_> = self
            .0
            .iter()
            .map(|(code, &reports)| Count {
                code: code.clone(),
                reports,
            })
            .collect();
        lines.sort_by_key(|line| Reverse(line.reports));
        lines
    }

    pub(super) fn remove(&mut self, value: &K) {
        self.0.remove(value);
    }
}

/// What reports say of one mitigation: in how many it was tried, and in how many with which effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Effects {
    /// Reports in which it was tried.
    pub reports: u32,
    /// It ended or clearly eased the incident.
    pub worked: u32,
    /// It helped somewhat.
    pub partly: u32,
    /// It ended or eased it, or helped somewhat: a report in which it did both, in turn, is one.
    pub eased: u32,
    /// Nothing changed.
    pub no_effect: u32,
    /// It got worse.
    pub made_worse: u32,
}

/// Effects of one mitigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MitigationCount {
    /// Taxonomy `mitigations`.
    pub code: Slug,
    /// In how many reports, with which effect.
    pub effects: Effects,
}

impl Effects {
    pub(super) fn add(&mut self, effect: Effect, reports: u32) {
        *match effect {
            Effect::Worked => &mut self.worked,
            Effect::Partly => &mut self.partly,
            Effect::NoEffect => &mut self.no_effect,
            Effect::MadeWorse => &mut self.made_worse,
        } += reports;
    }

    pub(super) fn ranked(table: &BTreeMap<Slug, Self>) -> Vec<MitigationCount> {
        let mut lines: Vec<_> = table
            .iter()
            .map(|(code, &effects)| MitigationCount {
                code: code.clone(),
                effects,
            })
            .collect();
        lines.sort_by_key(|line| Reverse((line.effects.reports, line.effects.worked)));
        lines
    }
}

/// What reports say of one class of action: in how many it was chosen, done, and whether it held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outcomes {
    /// Reports that chose it.
    pub reports: u32,
    /// How much it leans on people being careful, as the taxonomy has it.
    pub strength: Option<Strength>,
    /// Reports in which it was done.
    pub done: u32,
    /// Reports in which it held or the next time hurt less.
    pub held: u32,
    /// Reports in which it changed nothing, the incident recurred or another problem came.
    pub did_not_hold: u32,
}

/// Outcomes of one class of action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemediationCount {
    /// Taxonomy `remediations`.
    pub class: Slug,
    /// In how many reports, with which outcome.
    pub outcomes: Outcomes,
}

impl Outcomes {
    pub(super) fn add(&mut self, stage: Stage, reports: u32) {
        *match stage {
            Stage::Chosen => &mut self.reports,
            Stage::Done => &mut self.done,
            Stage::Held => &mut self.held,
            Stage::DidNotHold => &mut self.did_not_hold,
        } += reports;
    }

    pub(super) fn ranked(table: &BTreeMap<Slug, Self>) -> Vec<RemediationCount> {
        let mut lines: Vec<_> = table
            .iter()
            .map(|(class, &outcomes)| RemediationCount {
                class: class.clone(),
                outcomes,
            })
            .collect();
        lines.sort_by_key(|line| Reverse(line.outcomes.reports));
        lines
    }
}

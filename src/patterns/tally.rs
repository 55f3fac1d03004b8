//! Counts of reports by code.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{ActionResult, ActionStatus, Effect, Slug, Strength};

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
    /// Counts one report, which carries these values; a value named twice counts once.
    pub(super) fn add<'a>(&mut self, values: impl IntoIterator<Item = &'a K>)
    where
        K: 'a,
    {
        let values: BTreeSet<&K> = values.into_iter().collect();
        for value in values {
            *self.0.entry(value.clone()).or_default() += 1;
        }
    }

    /// How many reports carry this value.
    pub fn get(&self, value: &K) -> u32 {
        self.0.get(value).copied().unwrap_or_default()
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
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
    pub(super) fn add(table: &mut BTreeMap<Slug, Self>, tried: &BTreeMap<&Slug, Vec<Effect>>) {
        for (code, effects) in tried {
            let line = table.entry((*code).clone()).or_default();
            line.reports += 1;
            line.worked += u32::from(effects.contains(&Effect::Worked));
            line.partly += u32::from(effects.contains(&Effect::Partly));
            line.no_effect += u32::from(effects.contains(&Effect::NoEffect));
            line.made_worse += u32::from(effects.contains(&Effect::MadeWorse));
        }
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
    /// How much it leans on people being careful, where a report says so.
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

/// What one report says of one class of action.
#[derive(Default)]
pub(super) struct Chosen {
    pub(super) strength: Option<Strength>,
    pub(super) done: bool,
    pub(super) held: bool,
    pub(super) did_not_hold: bool,
}

impl Chosen {
    pub(super) fn note(
        &mut self,
        strength: Option<Strength>,
        status: Option<ActionStatus>,
        result: Option<ActionResult>,
    ) {
        self.strength = self.strength.or(strength);
        match status {
            Some(ActionStatus::Done | ActionStatus::VerifiedInExercise) => self.done = true,
            Some(
                ActionStatus::Proposed
                | ActionStatus::Accepted
                | ActionStatus::Scheduled
                | ActionStatus::Dropped
                | ActionStatus::Superseded
                | ActionStatus::RiskAccepted,
            )
            | None => {}
        }
        match result {
            Some(ActionResult::Held | ActionResult::ReducedImpact) => self.held = true,
            Some(ActionResult::NoEffect | ActionResult::Recurred | ActionResult::NewProblem) => {
                self.did_not_hold = true;
            }
            None => {}
        }
    }
}

impl Outcomes {
    pub(super) fn add(table: &mut BTreeMap<Slug, Self>, chosen: &BTreeMap<&Slug, Chosen>) {
        for (class, chosen) in chosen {
            let line = table.entry((*class).clone()).or_default();
            line.reports += 1;
            line.strength = line.strength.or(chosen.strength);
            line.done += u32::from(chosen.done);
            line.held += u32::from(chosen.held);
            line.did_not_hold += u32::from(chosen.did_not_hold);
        }
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

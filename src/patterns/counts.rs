//! Counts of all coded fields over a set of reports.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{
    Coded, Confidence, Factor, PublicReport, RecordKind, Report, Slug, TechnologyRole,
    TechnologyUse,
};

use super::tally::{Chosen, Effects, MitigationCount, Outcomes, RemediationCount, Tally};

/// How many reports of a set carry each code, list by list.
///
/// Made in one pass, report by report, so that a large registry need not be held in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counts {
    /// Reports counted.
    pub reports: u32,
    /// Kinds of record.
    pub kinds: Tally<RecordKind>,
    /// Technologies that took part: not bystanders, and not what was used to respond.
    pub technologies: Tally,
    /// How it failed.
    pub failure_modes: Tally,
    /// What changed just before.
    pub triggers: Tally,
    /// What was going on when it began.
    pub phases: Tally,
    /// Who or what noticed.
    pub detectors: Tally,
    /// How late, in bands.
    pub detection_delays: Tally,
    /// Why not sooner.
    pub detection_gaps: Tally,
    /// What contributed, at every depth of the tree.
    pub factors: Tally,
    /// Human and organisational conditions.
    pub human_factors: Tally,
    /// What made the response hard.
    pub difficulties: Tally,
    /// What helped.
    pub helped: Tally,
    /// Sectors.
    pub sectors: Tally,
    mitigations: BTreeMap<Slug, Effects>,
    remediations: BTreeMap<Slug, Outcomes>,
}

impl Counts {
    /// Counts these reports.
    pub fn of<'a, T: 'a>(reports: impl IntoIterator<Item = &'a PublicReport<T>>) -> Self {
        let mut counts = Self::default();
        for report in reports {
            counts.add(&report.report);
        }
        counts
    }

    /// Counts one more report.
    pub fn add<T>(&mut self, report: &Report<T>) {
        self.reports += 1;
        self.kinds.add([&report.kind]);
        self.technologies.add(technologies(report));
        self.failure_modes.add(sure(&report.failure_modes));
        self.triggers.add(sure(&report.triggers));
        self.phases.add(sure(&report.phases));
        self.detectors.add(sure(&report.detection.detectors));
        self.detection_delays
            .add(report.detection.delay.iter().filter(|code| known(code)));
        self.detection_gaps.add(sure(&report.detection.gaps));
        let mut factors = Vec::new();
        for factor in &report.factors {
            push_codes(factor, &mut factors);
        }
        self.factors.add(factors);
        self.human_factors.add(sure(&report.human_factors));
        self.difficulties.add(sure(&report.difficulties));
        self.helped.add(sure(&report.helped_codes));
        self.sectors
            .add(report.context.sector.known().filter(|code| known(code)));
        self.add_responses(report);
    }

    fn add_responses<T>(&mut self, report: &Report<T>) {
        let mut tried: BTreeMap<&Slug, Vec<_>> = BTreeMap::new();
        for mitigation in &report.mitigations {
            for code in sure(mitigation.code.as_slice()) {
                tried.entry(code).or_default().extend(mitigation.effect);
            }
        }
        Effects::add(&mut self.mitigations, &tried);
        let mut chosen: BTreeMap<&Slug, Chosen> = BTreeMap::new();
        for action in &report.actions {
            if let Some(class) = action.class.as_ref().filter(|class| known(class)) {
                chosen.entry(class).or_default().note(
                    action.strength,
                    action.status,
                    action.result,
                );
            }
        }
        Outcomes::add(&mut self.remediations, &chosen);
    }

    /// What was tried to stop it, the most tried first.
    pub fn mitigations(&self) -> Vec<MitigationCount> {
        Effects::ranked(&self.mitigations)
    }

    /// What was changed afterwards, the most chosen first.
    pub fn remediations(&self) -> Vec<RemediationCount> {
        Outcomes::ranked(&self.remediations)
    }
}

/// Technologies that took part in what happened.
pub fn technologies<T>(report: &Report<T>) -> impl Iterator<Item = &Slug> {
    report
        .technologies
        .iter()
        .filter(|used| took_part(used))
        .map(|used| &used.slug)
}

pub(super) fn took_part(used: &TechnologyUse) -> bool {
    match used.role {
        None | Some(TechnologyRole::FailedComponent | TechnologyRole::Dependency) => true,
        Some(TechnologyRole::ResponseTool | TechnologyRole::Bystander) => false,
    }
}

/// Codes that are more than a guess: not of low confidence, and not `unknown`.
pub fn sure(codes: &[Coded]) -> impl Iterator<Item = &Slug> {
    codes
        .iter()
        .filter(|coded| coded.confidence > Confidence::Low)
        .map(|coded| &coded.code)
        .filter(|code| known(code))
}

fn known(code: &Slug) -> bool {
    code.as_str() != "unknown"
}

fn push_codes<'a, T>(factor: &'a Factor<T>, codes: &mut Vec<&'a Slug>) {
    codes.extend(sure(factor.code.as_slice()));
    for child in &factor.children {
        push_codes(child, codes);
    }
}

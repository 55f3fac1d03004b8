//! Counts of all coded fields over a set of reports.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{
    HourBlock, Period, PublicReport, RecordKind, Report, Severity, Slug, Strength,
};
use crate::taxonomy::{ListId, Taxonomy};

use super::MINIMUM;
use super::fact::{Fact, Remedy, is_none};
use super::tally::{Count, Effects, MitigationCount, Outcomes, RemediationCount, Tally};

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
    /// Why not sooner; reports without a gap are not counted.
    pub detection_gaps: Tally,
    /// What contributed, at every depth of the tree.
    pub factors: Tally,
    /// Human and organisational conditions.
    pub human_factors: Tally,
    /// What made the response hard.
    pub difficulties: Tally,
    /// What helped.
    pub helped: Tally,
    /// What kind of impact it had.
    pub impacts: Tally,
    /// What automation did.
    pub automation: Tally,
    /// Sectors.
    pub sectors: Tally,
    /// How bad it was.
    pub severities: Tally<Severity>,
    /// In which quarter of the day it began.
    pub hours: Tally<HourBlock>,
    /// In which quarter of a year it happened.
    pub quarters: Tally<Period>,
    mitigations: BTreeMap<Slug, Effects>,
    remediations: BTreeMap<Slug, Outcomes>,
    strengths: BTreeMap<Strength, Outcomes>,
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
        for fact in Fact::of(report) {
            self.count(&fact, 1);
        }
    }

    /// Counts so many reports that all say this.
    pub(super) fn count(&mut self, fact: &Fact, reports: u32) {
        match fact {
            Fact::Technology(slug) => self.technologies.add(slug, reports),
            Fact::Code(list @ ListId::DetectionGaps, code) if is_none(*list, code) => {}
            Fact::Code(list, code) => {
                if let Some(tally) = self.of_list(*list) {
                    tally.add(code, reports);
                }
            }
            Fact::Tried(code) => entry(&mut self.mitigations, code).reports += reports,
            Fact::Had(code, effect) => entry(&mut self.mitigations, code).add(*effect, reports),
            Fact::Eased(code) => entry(&mut self.mitigations, code).eased += reports,
            Fact::Action(Remedy::Class(class), stage) => {
                let outcomes = entry(&mut self.remediations, class);
                outcomes.strength = Taxonomy::builtin().strength(class);
                outcomes.add(*stage, reports);
            }
            Fact::Action(Remedy::Strength(strength), stage) => {
                let outcomes = entry(&mut self.strengths, strength);
                outcomes.strength = Some(*strength);
                outcomes.add(*stage, reports);
            }
            Fact::Kind(kind) => self.kinds.add(kind, reports),
            Fact::Severity(severity) => self.severities.add(severity, reports),
            Fact::Hours(hours) => self.hours.add(hours, reports),
            Fact::Quarter(quarter) => self.quarters.add(quarter, reports),
            Fact::Role(..) | Fact::Version(..) | Fact::State(..) => {}
        }
    }

    /// The counts of a list's terms; `None` for lists that are not counted.
    fn of_list(&mut self, list: ListId) -> Option<&mut Tally> {
        Some(match list {
            ListId::FailureModes => &mut self.failure_modes,
            ListId::Triggers => &mut self.triggers,
            ListId::Phases => &mut self.phases,
            ListId::Detectors => &mut self.detectors,
            ListId::DetectionDelays => &mut self.detection_delays,
            ListId::DetectionGaps => &mut self.detection_gaps,
            ListId::Factors => &mut self.factors,
            ListId::HumanFactors => &mut self.human_factors,
            ListId::ResponseDifficulties => &mut self.difficulties,
            ListId::Helped => &mut self.helped,
            ListId::ImpactKinds => &mut self.impacts,
            ListId::AutomationParts => &mut self.automation,
            ListId::Sectors => &mut self.sectors,
            _ => return None,
        })
    }

    /// The same without a fact that all of them have.
    pub(super) fn without(&mut self, fact: &Fact) {
        match fact {
            Fact::Technology(slug) => self.technologies.remove(slug),
            Fact::Code(list, code) => {
                if let Some(tally) = self.of_list(*list) {
                    tally.remove(code);
                }
            }
            _ => {}
        }
    }

    /// What was tried to stop it, the most tried first.
    pub fn mitigations(&self) -> Vec<MitigationCount> {
        Effects::ranked(&self.mitigations)
    }

    /// What worked or helped in part in enough reports ([`MINIMUM`]), most often first.
    pub fn eased(&self) -> Vec<Count> {
        let lines = self.mitigations.iter();
        let lines = lines.map(|(code, effects)| Count {
            code: code.clone(),
            reports: effects.eased,
        });
        let mut lines: Vec<Count> = lines.collect();
        lines.retain(|line| line.reports as usize >= MINIMUM);
        lines.sort_by_key(|line| Reverse(line.reports));
        lines
    }

    /// What was changed afterwards, the most chosen first.
    pub fn remediations(&self) -> Vec<RemediationCount> {
        Outcomes::ranked(&self.remediations)
    }

    /// What was changed afterwards by how much it leans on people being careful, the strong first.
    pub fn strengths(&self) -> impl Iterator<Item = (Strength, Outcomes)> {
        let lines = self.strengths.iter();
        lines.map(|(strength, outcomes)| (*strength, *outcomes))
    }
}

fn entry<'a, K: Ord + Clone, V: Default>(table: &'a mut BTreeMap<K, V>, key: &K) -> &'a mut V {
    table.entry(key.clone()).or_default()
}

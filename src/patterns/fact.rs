//! What the codes of one report say, fact by fact: all that is ever counted.

use std::collections::BTreeMap;

use crate::report::{
    ActionResult, ActionStatus, Coded, Confidence, DependencyState, Effect, Factor, HourBlock,
    Period, RecordKind, Report, Severity, Slug, Strength, TechnologyRole, TechnologyUse, Version,
};
use crate::taxonomy::{ListId, Taxonomy};

use super::state::states;

/// One thing that a report says by its codes. A report says each once, however often it names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fact {
    /// A technology took part: no bystander, and not what was used to respond.
    Technology(Slug),
    /// The heaviest part that a technology had in it; `None` where nobody said.
    Role(Slug, Option<TechnologyRole>),
    /// A technology of this version took part.
    Version(Slug, Version),
    /// The state of a technology, as others that depend on it saw it ([`states`]).
    State(Slug, DependencyState),
    /// A term of a list, coded and more than a guess.
    Code(ListId, Slug),
    /// A mitigation was tried.
    Tried(Slug),
    /// A mitigation had this effect.
    Had(Slug, Effect),
    /// A mitigation worked or helped in part.
    Eased(Slug),
    /// An action was chosen.
    Action(Remedy, Stage),
    /// What kind of record it is.
    Kind(RecordKind),
    /// How bad it was.
    Severity(Severity),
    /// In which quarter of the day it began.
    Hours(HourBlock),
    /// In which quarter of a year it happened, where it is known that finely.
    Quarter(Period),
}

/// What an action is, by its class or by its strength.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Remedy {
    /// A class of the taxonomy's `remediations`.
    Class(Slug),
    /// How much it leans on people being careful: as the report says, or else as its class does.
    Strength(Strength),
}

/// How far an action got, and whether it held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// It was chosen.
    Chosen,
    /// It was done.
    Done,
    /// It held, or the next time hurt less.
    Held,
    /// It changed nothing, the incident came again, or another problem came.
    DidNotHold,
}

impl Fact {
    /// Whether it tells of a time that had not begun when the report was published: a slip of the
    /// pen, which must not shift what is compared over time.
    pub(super) fn is_to_come(&self, published: Period) -> bool {
        matches!(self, Self::Quarter(quarter) if published.is_before(*quarter))
    }

    /// Everything that a report says, in order, each once.
    pub fn of<T>(report: &Report<T>) -> Vec<Self> {
        let mut facts = vec![Self::Kind(report.kind)];
        facts.extend(report.severity.map(Self::Severity));
        facts.extend(report.hours.map(Self::Hours));
        let quarter = report.period.map(Period::quarter);
        let quarter = quarter.filter(|period| period.months() != (1, 12));
        facts.extend(quarter.map(Self::Quarter));
        add_technologies(report, &mut facts);
        add_codes(report, &mut facts);
        add_responses(report, &mut facts);
        facts.sort_unstable();
        facts.dedup();
        facts
    }
}

fn add_technologies<T>(report: &Report<T>, facts: &mut Vec<Fact>) {
    let mut parts: BTreeMap<&Slug, Option<TechnologyRole>> = BTreeMap::new();
    for used in report.technologies.iter().filter(|used| took_part(used)) {
        let part = parts.entry(&used.slug).or_default();
        *part = match (*part, used.role) {
            (None, role) | (role, None) => role,
            (Some(one), Some(other)) => Some(one.min(other)),
        };
        facts.push(Fact::Technology(used.slug.clone()));
        if let Some(version) = &used.version {
            facts.push(Fact::Version(used.slug.clone(), version.clone()));
        }
    }
    let roles = parts.into_iter();
    facts.extend(roles.map(|(slug, role)| Fact::Role(slug.clone(), role)));
    let states = states(report).into_iter();
    facts.extend(states.map(|(slug, state)| Fact::State(slug, state)));
}

fn add_codes<T>(report: &Report<T>, facts: &mut Vec<Fact>) {
    let lists = [
        (ListId::EventTypes, &report.events),
        (ListId::Phases, &report.phases),
        (ListId::Triggers, &report.triggers),
        (ListId::FailureModes, &report.failure_modes),
        (ListId::HumanFactors, &report.human_factors),
        (ListId::AutomationParts, &report.automation),
        (ListId::ResponseDifficulties, &report.difficulties),
        (ListId::Helped, &report.helped_codes),
        (ListId::Detectors, &report.detection.detectors),
        (ListId::DetectionGaps, &report.detection.gaps),
        (ListId::ImpactKinds, &report.impact.kinds),
    ];
    for (list, codes) in lists {
        facts.extend(sure(codes).map(|code| Fact::Code(list, code.clone())));
    }
    let bands = [
        (ListId::DetectionDelays, report.detection.delay.as_ref()),
        (ListId::Sectors, report.context.sector.known()),
    ];
    for (list, band) in bands {
        let band = band.filter(|code| known(code));
        facts.extend(band.map(|code| Fact::Code(list, code.clone())));
    }
    for factor in &report.factors {
        add_factor(factor, facts);
    }
}

fn add_factor<T>(factor: &Factor<T>, facts: &mut Vec<Fact>) {
    let codes = sure(factor.code.as_slice());
    facts.extend(codes.map(|code| Fact::Code(ListId::Factors, code.clone())));
    for child in &factor.children {
        add_factor(child, facts);
    }
}

fn add_responses<T>(report: &Report<T>, facts: &mut Vec<Fact>) {
    for mitigation in &report.mitigations {
        for code in sure(mitigation.code.as_slice()) {
            facts.push(Fact::Tried(code.clone()));
            let effect = mitigation.effect;
            facts.extend(effect.map(|effect| Fact::Had(code.clone(), effect)));
            if matches!(effect, Some(Effect::Worked | Effect::Partly)) {
                facts.push(Fact::Eased(code.clone()));
            }
        }
    }
    for action in &report.actions {
        let class = action.class.as_ref().filter(|class| known(class));
        let of_class = class.and_then(|class| Taxonomy::builtin().strength(class));
        let strength = action.strength.or(of_class).map(Remedy::Strength);
        let class = class.cloned().map(Remedy::Class);
        for remedy in [class, strength].into_iter().flatten() {
            let stages = [
                Some(Stage::Chosen),
                done(action.status).then_some(Stage::Done),
                action.result.map(held),
            ];
            let stages = stages.into_iter().flatten();
            facts.extend(stages.map(|stage| Fact::Action(remedy.clone(), stage)));
        }
    }
}

fn done(status: Option<ActionStatus>) -> bool {
    match status {
        Some(ActionStatus::Done | ActionStatus::VerifiedInExercise) => true,
        Some(
            ActionStatus::Proposed
            | ActionStatus::Accepted
            | ActionStatus::Scheduled
            | ActionStatus::Dropped
            | ActionStatus::Superseded
            | ActionStatus::RiskAccepted,
        )
        | None => false,
    }
}

fn held(result: ActionResult) -> Stage {
    match result {
        ActionResult::Held | ActionResult::ReducedImpact => Stage::Held,
        ActionResult::NoEffect | ActionResult::Recurred | ActionResult::NewProblem => {
            Stage::DidNotHold
        }
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

/// Whether a code says that there was nothing of what its list is about: some lists have a term
/// for it.
pub(super) fn is_none(list: ListId, code: &Slug) -> bool {
    let none = match list {
        ListId::Triggers => "none-identified",
        ListId::DetectionGaps => "none-detected-as-designed",
        ListId::ImpactKinds => "none-realised",
        ListId::ResponseDifficulties => "none",
        ListId::AutomationParts => "not-involved",
        _ => return false,
    };
    code.as_str() == none
}

/// Whether a code says something that can be asked about: not `other`, and not that there was none.
pub fn says_something(list: ListId, code: &Slug) -> bool {
    known(code) && code.as_str() != "other" && !is_none(list, code)
}

/// Whether a code says something that people can do or put in place: nobody can choose luck, that a
/// supplier puts it right, or that it ends by itself.
pub fn can_be_done(list: ListId, code: &Slug) -> bool {
    let nobodys = ["self-recovered", "vendor-fixed"].contains(&code.as_str());
    says_something(list, code) && !nobodys && !code.as_str().ends_with("-luck")
}

fn known(code: &Slug) -> bool {
    code.as_str() != "unknown"
}

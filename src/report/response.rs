//! What was done: at the time (mitigations) and afterwards (actions).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Coded, FollowUp, Slug};

/// Something tried to stop or ease the incident. Their order in the report is the order of trying.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mitigation<T> {
    /// Taxonomy `mitigations`.
    pub code: Option<Coded>,
    /// What it did.
    pub effect: Option<Effect>,
    /// In words.
    pub text: T,
}

impl<T> Mitigation<T> {
    pub(super) fn map_text<U>(self, f: &mut dyn FnMut(T) -> U) -> Mitigation<U> {
        Mitigation {
            code: self.code,
            effect: self.effect,
            text: f(self.text),
        }
    }
}

/// What a mitigation did.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// It ended or clearly eased the incident.
    Worked,
    /// It helped somewhat.
    Partly,
    /// Nothing changed.
    NoEffect,
    /// It got worse.
    MadeWorse,
}

/// A change made or planned afterwards.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Action<T> {
    /// In words.
    pub text: T,
    /// Short or long term.
    pub term: Option<Term>,
    /// Taxonomy `remediations`; its strength is part of the term there.
    pub class: Option<Slug>,
    /// How much the change leans on people being careful.
    pub strength: Option<Strength>,
    /// How far it got.
    pub status: Option<ActionStatus>,
    /// Whether it held.
    pub result: Option<ActionResult>,
    /// What was told of it later, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub followups: Vec<FollowUp<T>>,
}

impl<T> Action<T> {
    pub(super) fn map_text<U>(self, f: &mut dyn FnMut(T) -> U) -> Action<U> {
        Action {
            text: f(self.text),
            term: self.term,
            class: self.class,
            strength: self.strength,
            status: self.status,
            result: self.result,
            followups: self
                .followups
                .into_iter()
                .map(|told| FollowUp {
                    after: told.after,
                    outcome: told.outcome,
                    why: f(told.why),
                })
                .collect(),
        }
    }
}

/// When an action takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Term {
    /// Days to weeks.
    Short,
    /// Months.
    Long,
}

/// Action hierarchy of AHRQ and VA NCPS: shown as information, never as a grade.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Does not lean on anybody's vigilance.
    Strong,
    /// Leans on it somewhat.
    Intermediate,
    /// Leans on memory and care.
    Weak,
}

/// How far an action got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActionStatus {
    /// Written down.
    Proposed,
    /// Agreed.
    Accepted,
    /// Has a date.
    Scheduled,
    /// Finished.
    Done,
    /// Finished and shown to work in an exercise.
    VerifiedInExercise,
    /// Given up.
    Dropped,
    /// Replaced by something else.
    Superseded,
    /// The risk was accepted instead.
    RiskAccepted,
}

/// Whether an action held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActionResult {
    /// It has not happened again.
    Held,
    /// It happened again and hurt less.
    ReducedImpact,
    /// It changed nothing.
    NoEffect,
    /// It happened again as before.
    Recurred,
    /// It brought another problem.
    NewProblem,
}

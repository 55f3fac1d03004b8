//! The timeline: what happened in order, in minutes from the first event.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One entry of the timeline.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimelineEvent<T> {
    /// Minutes from the first timed event; `None` where only the order is known.
    pub offset_minutes: Option<i64>,
    /// The write-up gave this time as approximate.
    #[serde(default)]
    pub approximate: bool,
    /// What sort of event it was, if somebody said.
    pub event: Option<EventType>,
    /// What happened.
    pub text: T,
}

impl<T> TimelineEvent<T> {
    pub(super) fn map_text<U>(self, f: &mut dyn FnMut(T) -> U) -> TimelineEvent<U> {
        TimelineEvent {
            offset_minutes: self.offset_minutes,
            approximate: self.approximate,
            event: self.event,
            text: f(self.text),
        }
    }
}

/// Sorts of timeline events: what people knew, sought, tried and said, beside what the system did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventType {
    /// Somebody formed an idea of what was wrong.
    HypothesisGenerated,
    /// An idea turned out wrong.
    HypothesisDisproved,
    /// Somebody looked for information.
    InformationSeeking,
    /// Somebody or something gave information.
    InformationProviding,
    /// Information that told causes apart.
    InformationDiagnostic,
    /// Could have set it off.
    TriggerPotential,
    /// Set it off.
    TriggerActual,
    /// Could have stopped it.
    MitigatorPotential,
    /// Stopped or eased it.
    MitigatorActual,
    /// People told one another something.
    Communication,
    /// Something was decided against or left undone.
    ActionNotTaken,
    /// Users or others felt it.
    Impact,
    /// What the system did by itself.
    SystemBehaviour,
    /// Something was put right.
    Repair,
}

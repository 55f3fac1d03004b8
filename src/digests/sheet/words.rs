//! The words people read for values of the report.

use crate::report::{ActionResult, ActionStatus, Effect, Strength};

/// How much a change leans on care.
pub(super) fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "leans on nobody's care",
        Strength::Intermediate => "leans on care somewhat",
        Strength::Weak => "leans on care",
    }
}

/// What something tried did.
pub(super) fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Worked => "it worked",
        Effect::Partly => "it helped somewhat",
        Effect::NoEffect => "nothing changed",
        Effect::MadeWorse => "it got worse",
    }
}

/// How far an action got.
pub(super) fn status(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Proposed => "proposed",
        ActionStatus::Accepted => "agreed",
        ActionStatus::Scheduled => "scheduled",
        ActionStatus::Done => "done",
        ActionStatus::VerifiedInExercise => "shown to work in an exercise",
        ActionStatus::Dropped => "dropped",
        ActionStatus::Superseded => "replaced by something else",
        ActionStatus::RiskAccepted => "risk accepted instead",
    }
}

/// Whether an action held.
pub(super) fn result(result: ActionResult) -> &'static str {
    match result {
        ActionResult::Held => "it has held",
        ActionResult::ReducedImpact => "the next time hurt less",
        ActionResult::NoEffect => "it changed nothing",
        ActionResult::Recurred => "it happened again",
        ActionResult::NewProblem => "it brought another problem",
    }
}

//! Words for the small enums of a report.

use crate::report::{
    ActionResult, ActionStatus, ComponentProblem, DependencyState, Effect, EventType, Strength,
    TechnologyRole, Term,
};

pub(crate) fn effect(effect: Effect) -> (&'static str, &'static str) {
    match effect {
        Effect::Worked => ("worked", "It worked"),
        Effect::Partly => ("partly", "It helped in part"),
        Effect::NoEffect => ("none", "Nothing changed"),
        Effect::MadeWorse => ("worse", "It got worse"),
    }
}

pub(crate) fn term(term: Term) -> &'static str {
    match term {
        Term::Short => "Short term",
        Term::Long => "Long term",
    }
}

pub(crate) fn status(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Proposed => "Proposed",
        ActionStatus::Accepted => "Agreed",
        ActionStatus::Scheduled => "Scheduled",
        ActionStatus::Done => "Done",
        ActionStatus::VerifiedInExercise => "Done and shown to work in an exercise",
        ActionStatus::Dropped => "Dropped",
        ActionStatus::Superseded => "Replaced by something else",
        ActionStatus::RiskAccepted => "The risk was accepted instead",
    }
}

pub(crate) fn result(result: ActionResult) -> &'static str {
    match result {
        ActionResult::Held => "It has held",
        ActionResult::ReducedImpact => "It happened again and hurt less",
        ActionResult::NoEffect => "It changed nothing",
        ActionResult::Recurred => "It happened again as before",
        ActionResult::NewProblem => "It brought another problem",
    }
}

/// The mark beside a result, of those that [`effect`] uses.
pub(crate) fn result_mark(result: ActionResult) -> &'static str {
    match result {
        ActionResult::Held => "worked",
        ActionResult::ReducedImpact => "partly",
        ActionResult::NoEffect => "none",
        ActionResult::Recurred | ActionResult::NewProblem => "worse",
    }
}

/// What a change leans on; the words of the action hierarchy, never a grade.
pub(crate) fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "Holds without anybody’s vigilance",
        Strength::Intermediate => "Leans on vigilance somewhat",
        Strength::Weak => "Leans on memory and care",
    }
}

pub(crate) fn role(role: TechnologyRole) -> &'static str {
    match role {
        TechnologyRole::FailedComponent => "failed",
        TechnologyRole::Dependency => "a dependency",
        TechnologyRole::ResponseTool => "used to respond",
        TechnologyRole::Bystander => "a bystander",
    }
}

pub(crate) fn problem(problem: ComponentProblem) -> &'static str {
    match problem {
        ComponentProblem::DesignLimit => "not made for this",
        ComponentProblem::Failed => "it stopped",
        ComponentProblem::Malfunctioning => "it did something wrong",
        ComponentProblem::MisoperatedInterface => "its interface allowed a wrong operation",
        ComponentProblem::Unavailable => "it could not be reached",
        ComponentProblem::WorkedAsDesignedButUnexpected => "it worked as designed and surprised",
    }
}

/// What stands over the cells of a state.
pub(crate) fn when(state: DependencyState) -> &'static str {
    match state {
        DependencyState::Healthy => "While it worked as usual",
        DependencyState::Slow => "While it was slow",
        DependencyState::Degraded => "While it was degraded",
        DependencyState::Down => "While it was down",
        DependencyState::Misconfigured => "While it was misconfigured",
    }
}

pub(crate) fn state(state: DependencyState) -> &'static str {
    match state {
        DependencyState::Healthy => "healthy",
        DependencyState::Slow => "slow",
        DependencyState::Degraded => "degraded",
        DependencyState::Down => "down",
        DependencyState::Misconfigured => "misconfigured",
    }
}

/// Lane of the drawing, mark and words of a timeline event.
pub(crate) struct EventWords {
    pub(crate) lane: Lane,
    pub(crate) mark: &'static str,
    pub(crate) label: &'static str,
}

/// Lanes of the timeline's drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lane {
    /// What the system did and others felt.
    System,
    /// What people knew and said.
    Knew,
    /// What people did.
    Did,
}

pub(crate) fn event(event: EventType) -> EventWords {
    let (lane, mark, label) = match event {
        EventType::HypothesisGenerated => (Lane::Knew, "ring", "An idea"),
        EventType::HypothesisDisproved => (Lane::Knew, "cross", "An idea ruled out"),
        EventType::InformationSeeking => (Lane::Knew, "ring", "Looking"),
        EventType::InformationProviding => (Lane::Knew, "dot", "News"),
        EventType::InformationDiagnostic => (Lane::Knew, "dot", "Diagnosis"),
        EventType::TriggerPotential => (Lane::System, "ring", "Possible trigger"),
        EventType::TriggerActual => (Lane::System, "diamond", "Trigger"),
        EventType::MitigatorPotential => (Lane::Did, "ring", "An attempt"),
        EventType::MitigatorActual => (Lane::Did, "square", "It helped"),
        EventType::Communication => (Lane::Knew, "dot", "Communication"),
        EventType::ActionNotTaken => (Lane::Did, "cross", "Left undone"),
        EventType::Impact => (Lane::System, "triangle", "Impact"),
        EventType::SystemBehaviour => (Lane::System, "dot", "The system"),
        EventType::Repair => (Lane::Did, "square", "Repair"),
    };
    EventWords { lane, mark, label }
}

impl Lane {
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::System => "What happened",
            Self::Knew => "What people knew",
            Self::Did => "What people did",
        }
    }
}

/// Minutes from the first event, as people write them: `+1h 40m`.
pub(crate) fn offset(minutes: i64) -> String {
    let sign = match minutes {
        ..0 => "\u{2212}",
        0 => "",
        1.. => "+",
    };
    format!("{sign}{}", span(minutes.unsigned_abs()))
}

/// A length of time: `40m`, `1h 40m`, `2d 3h`.
pub(crate) fn span(minutes: u64) -> String {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours, rest) {
        (0, 0, m) => format!("{m}m"),
        (0, h, 0) => format!("{h}h"),
        (0, h, m) => format!("{h}h {m}m"),
        (d, 0, 0) => format!("{d}d"),
        (d, h, 0) => format!("{d}d {h}h"),
        (d, h, m) => format!("{d}d {h}h {m}m"),
    }
}

//! The actions of a report as a whole: whether they change only technology, or only minds.

use std::sync::LazyLock;

use regex::Regex;

use crate::report::{Action, Strength};

use super::RuleId;
use super::rules::pattern;

/// Fewest actions from which it means something that all change technology.
const FEW: usize = 3;

/// Advice on the actions of a report as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionFinding {
    /// The class.
    pub rule: RuleId,
    /// What is the matter.
    pub message: &'static str,
    /// A question that leads further.
    pub suggestion: &'static str,
}

/// Actions that lean on memory and care.
static VIGILANCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:re-?train|training|remind|reminder|awareness|careful|caution|vigilant|attention|double[- ]check|make sure (?:everyone|people|engineers|developers)|communicate better|educate|tell (?:everyone|people|the team)|new policy|mandatory reading)",
    )
});

/// Actions that change how people work: knowledge, roles, practice, resources.
static HUMAN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:runbook|playbook|document|checklist|process|procedure|review|team|on-?call|rota|communicat|owner|drill|exercise|game ?day|practi[sc]e|staff|hire|policy|escalat|handover|train|workshop|agree|decide|meet|talk|contact|vendor|support|guideline|postmortem|retrospective|knowledge|share|explain|onboard|responsib)",
    )
});

/// Looks at the actions together; none where there are none.
pub fn lint_actions<T: AsRef<str>>(actions: &[Action<T>]) -> Vec<ActionFinding> {
    let vigilance = |action: &Action<T>| match action.strength {
        Some(strength) => strength == Strength::Weak,
        None => VIGILANCE.is_match(action.text.as_ref()),
    };
    if actions.is_empty() {
        Vec::new()
    } else if actions.iter().all(vigilance) {
        vec![ActionFinding {
            rule: RuleId::ActionsAllVigilance,
            message: "All actions lean on people remembering and taking care.",
            suggestion: "Is there one that makes the right way the easy way: a default, a guard, a limit, less load?",
        }]
    } else if actions.len() >= FEW
        && !actions
            .iter()
            .any(|action| HUMAN.is_match(action.text.as_ref()))
    {
        vec![ActionFinding {
            rule: RuleId::ActionsAllTechnical,
            message: "All actions change technology.",
            suggestion: "Is there one for how people notice, decide and work together: runbook, drill, ownership, load?",
        }]
    } else {
        Vec::new()
    }
}

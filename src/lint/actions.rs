//! The actions of a report as a whole: whether they change only technology, or only minds.

use std::sync::LazyLock;

use regex::Regex;

use crate::report::{Action, Strength};

use super::rules::pattern;
use super::{Class, RuleId};

/// Fewest actions from which it means something that all change technology.
const FEW: usize = 3;

const ALL_VIGILANCE: Class = Class {
    rule: RuleId::ActionsAllVigilance,
    message: "All actions lean on people remembering and taking care.",
    suggestion: "Is there one that makes the right way the easy way: a default, a guard, a limit, less load?",
};

const ALL_TECHNICAL: Class = Class {
    rule: RuleId::ActionsAllTechnical,
    message: "All actions change technology.",
    suggestion: "Is there one for how people notice, decide and work together: runbook, drill, ownership, load?",
};

/// Words between those of a technology, in English: without one, an action is a link, a keyword or
/// another language, and nothing can be said about it.
static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:the|to|of|for|and|with|on|in|from|as|so|that|is|are|be|add|adding|use|fix|more|alert|alerts|alerting|increase|reduce|upgrade|implement|raise|remove|move|set)\b",
    )
});

/// A link, which says nothing about what it leads to.
static LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"https?:\S+|\]\([^)]*\)"));

/// The classes of advice that [`lint_actions`] gives.
pub(super) const CLASSES: [Class; 2] = [ALL_VIGILANCE, ALL_TECHNICAL];

/// Actions that lean on memory and care.
static VIGILANCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:re-?train|training|remind|reminder|awareness|careful|caution|vigilant|attention|double[- ]check|make sure (?:everyone|people|engineers|developers)|communicate better|educate|tell (?:everyone|people|the team)|new policy|mandatory reading)",
    )
});

/// Actions that change how people work: knowledge, roles, practice, resources.
static HUMAN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:runbook|playbook|wiki|article|strategy|document|docs\b|checklist|list\b|inventory|process|procedure|review|team|group|on-?call|rota|communicat|owner|drill|exercise|rehears|game ?day|practi[sc]e|staff|hire|polic|escalat|hand-?over|train|workshop|agree|deci[ds]|meet|talk|contact|vendor|partner|supplier|support|guideline|postmortem|retrospective|knowledge|share|explain|onboard|responsib|people|person|human|user|customer|instructor|work with|reach out|ask\b|tell\b|apolog|letter|phone|call\b|mail|mailbox|report to|contract|budget|board\b|freeze|schedule|calendar|when(?:ever)?\b|always|never|until|before each|after each|each (?:week|month|quarter|year)|every (?:week|month|quarter|year)|weekly|monthly|quarterly|consider|look for|keep an eye|plan\b|switch-?over|role|rights|access|approval|sign-?off|second pair|two people|pairs?\b|learn|audit|survey|label|naming|convention|criteria)",
    )
});

/// Looks at the actions together; nothing where there are none.
pub fn lint_actions<T: AsRef<str>>(actions: &[Action<T>]) -> Option<Class> {
    let vigilance = |action: &Action<T>| match action.strength {
        Some(strength) => strength == Strength::Weak,
        None => VIGILANCE.is_match(action.text.as_ref()),
    };
    let human = |action: &Action<T>| HUMAN.is_match(action.text.as_ref());
    let says = |action: &Action<T>| {
        let text = LINK.replace_all(action.text.as_ref(), "");
        SENTENCE.is_match(&text)
    };
    if actions.is_empty() {
        None
    } else if actions.iter().all(vigilance) {
        Some(ALL_VIGILANCE)
    } else if actions.len() >= FEW && actions.iter().all(says) && !actions.iter().any(human) {
        Some(ALL_TECHNICAL)
    } else {
        None
    }
}

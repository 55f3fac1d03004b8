//! Wording that blames, judges or stops too early, with gentler questions.
//!
//! Advice only: nothing here blocks a report. A wrong alarm costs trust, so a pattern that is often
//! innocent is left out. Code, addresses, headings and labels of a template are not looked at. The
//! classes follow incident reviews' do-not lists (Etsy's debriefing guide, Bergström,
//! Dekker) and the action hierarchy of AHRQ and VA NCPS. Pure and deterministic.

mod actions;
mod prose;
mod rules;
#[cfg(test)]
mod tests;

use std::fmt;

pub use actions::lint_actions;

/// A class of wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleId {
    /// Tells what did not happen.
    Counterfactual,
    /// Grades an action or a person.
    Normative,
    /// Names a person's error as the cause.
    HumanErrorAsCause,
    /// Speaks of one cause where several met.
    SingleCause,
    /// Ties what went wrong to a person or a group.
    Blame,
    /// Judges by what was known only afterwards.
    Hindsight,
    /// Says more than is measured.
    Overstated,
    /// Asks people to be better instead of changing something.
    EmptyRemedy,
    /// Asks a person why.
    WhyQuestions,
    /// All actions change technology, none how people work with it.
    ActionsAllTechnical,
    /// All actions lean on people being careful.
    ActionsAllVigilance,
}

impl RuleId {
    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Counterfactual => "counterfactual",
            Self::Normative => "normative",
            Self::HumanErrorAsCause => "human-error-as-cause",
            Self::SingleCause => "single-cause",
            Self::Blame => "blame",
            Self::Hindsight => "hindsight",
            Self::Overstated => "overstated",
            Self::EmptyRemedy => "empty-remedy",
            Self::WhyQuestions => "why-questions",
            Self::ActionsAllTechnical => "actions-all-technical",
            Self::ActionsAllVigilance => "actions-all-vigilance",
        }
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A place whose wording could be gentler or more exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The class.
    pub rule: RuleId,
    /// First code point.
    pub start: usize,
    /// One after the last code point.
    pub end: usize,
    /// What is the matter.
    pub message: &'static str,
    /// A question that leads to another wording.
    pub suggestion: &'static str,
}

/// What a class of advice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// The class.
    pub rule: RuleId,
    /// What is the matter.
    pub message: &'static str,
    /// A question that leads to another wording.
    pub suggestion: &'static str,
}

/// All classes of advice.
pub fn classes() -> impl Iterator<Item = Class> {
    rules::all()
        .map(|rule| Class {
            rule: rule.table.id,
            message: rule.table.message,
            suggestion: rule.table.suggestion,
        })
        .chain(actions::CLASSES)
}

/// Looks through a text, in the order of the text; of overlapping findings the first and longest.
pub fn lint(text: &str) -> Vec<Finding> {
    let prose = prose::Prose::new(text);
    let mut found: Vec<_> = rules::all()
        .flat_map(|rule| {
            rule.find(&prose)
                .into_iter()
                .map(move |range| (range, rule.table))
        })
        .collect();
    found.sort_by_key(|(range, table)| (range.start, usize::MAX - range.end, table.id));
    let mut end = 0;
    found.retain(|(range, _)| {
        let free = range.start >= end;
        end = end.max(range.end);
        free
    });
    let mut at = 0;
    let mut points = 0;
    found
        .into_iter()
        .map(|(range, table)| {
            points += count(text, at, range.start);
            let length = count(text, range.start, range.end);
            at = range.start;
            Finding {
                rule: table.id,
                start: points,
                end: points + length,
                message: table.message,
                suggestion: table.suggestion,
            }
        })
        .collect()
}

fn count(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to).unwrap_or_default().chars().count()
}

//! The rules: one file a class, each a table of patterns.

mod blame;
mod counterfactual;
mod empty_remedy;
mod hindsight;
mod human_error;
mod normative;
mod overstated;
mod single_cause;
mod why_questions;

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::RuleId;
use super::prose::Prose;

/// A class of wording as data.
pub(super) struct Table {
    pub(super) id: RuleId,
    /// What is the matter.
    pub(super) message: &'static str,
    /// A question that leads to another wording.
    pub(super) suggestion: &'static str,
    /// What is flagged; `PEOPLE` stands for people as subjects. Case does not matter.
    patterns: &'static [&'static str],
    /// What makes a match innocent when it touches the match.
    except: &'static [&'static str],
    /// What makes a match innocent when it is anywhere in the sentence.
    unless: &'static [&'static str],
}

/// A table ready for use.
pub(super) struct Rule {
    pub(super) table: &'static Table,
    patterns: Regex,
    except: Option<Regex>,
    unless: Option<Regex>,
}

/// People as subjects of a sentence.
const PEOPLE: &str = r"(?:we|i|you|he|she|they|who|(?:the |an? |our |one |another |that |some )?(?:\w+ )?(?:team|engineer|developer|dev|operator|admin|administrator|dba|sre|person|people|colleague|contractor|technician|responder|reviewer|someone|somebody|on-?call|employee|staff|manager|author|vendor|support agent)s?)";

/// A person as the anonymiser leaves them.
const PLACEHOLDER: &str = r"\[[A-Z][\w ]*\]";

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    [
        &counterfactual::TABLE,
        &normative::TABLE,
        &human_error::TABLE,
        &single_cause::TABLE,
        &blame::TABLE,
        &hindsight::TABLE,
        &overstated::TABLE,
        &empty_remedy::TABLE,
        &why_questions::TABLE,
    ]
    .map(Rule::new)
    .into()
});

/// All rules.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter()
}

#[expect(
    clippy::expect_used,
    reason = "the patterns are part of the program, and tests compile them all"
)]
pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a sound pattern")
}

impl Rule {
    fn new(table: &'static Table) -> Self {
        // A placeholder begins with a bracket, before which there need be no edge of a word.
        let any = |patterns: &[&str]| {
            let words = patterns.join("|").replace("PEOPLE", PEOPLE);
            let placeholders: Vec<_> = patterns
                .iter()
                .filter(|pattern| pattern.starts_with("PEOPLE"))
                .map(|pattern| pattern.replace("PEOPLE", PLACEHOLDER))
                .collect();
            let placeholders = placeholders.join("|");
            let or = if placeholders.is_empty() { "" } else { "|" };
            // Where lines of a paragraph are joined, an indent may follow the end of a line.
            let words = format!(r"(?i)(?:\b(?:{words}){or}{placeholders})").replace(' ', " +");
            pattern(&words)
        };
        let some = |patterns: &[&str]| (!patterns.is_empty()).then(|| any(patterns));
        Self {
            table,
            patterns: any(table.patterns),
            except: some(table.except),
            unless: some(table.unless),
        }
    }

    /// Where the wording stands, in bytes.
    pub(super) fn find(&self, prose: &Prose) -> Vec<Range<usize>> {
        self.patterns
            .find_iter(&prose.text)
            .map(|found| found.range())
            .filter(|range| !prose.skips(range) && !self.innocent(prose, range))
            .collect()
    }

    fn innocent(&self, prose: &Prose, range: &Range<usize>) -> bool {
        let sentence = prose.sentence(range);
        let said = prose.text.get(range.clone()).unwrap_or_default();
        let touching = |regex: &Regex| {
            regex.find_iter(sentence).any(|found| {
                let inside = found.as_str().to_lowercase();
                inside.contains(&said.to_lowercase())
            })
        };
        self.except.as_ref().is_some_and(touching)
            || self
                .unless
                .as_ref()
                .is_some_and(|regex| regex.is_match(sentence))
    }
}

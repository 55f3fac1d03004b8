//! How identifiable a report still is once names are gone, and why.
//!
//! What is left can point at somebody: a rare technology, a narrow sector, an event that was in the
//! news, a sentence that a search engine finds. The signs follow what the aviation scheme treats
//! under a special rule set (distinctive events, little-used equipment, exact places and counts) and
//! what was learnt from releases where single quantities gave a report away. A verdict is advice to
//! the reporter and to the desk: it never says that a report is safe. Pure and deterministic.

mod combination;
mod language;
mod phrases;
mod signs;
#[cfg(test)]
mod tests;

use std::fmt;

pub use combination::{ENOUGH, Part, Wider};

use serde::Serialize;

use crate::anonymise::RedactedText;
use crate::report::{Context, Report, Slug};

/// How identifiable a text is, as far as signs tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Few signs. Somebody who was there may recognise it all the same.
    #[default]
    Low,
    /// A person should look again before it is published.
    LookAgain,
    /// It says too much about who it was.
    DoNotPublish,
}

impl Level {
    /// All, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Low, Self::LookAgain, Self::DoNotPublish];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::LookAgain => "look-again",
            Self::DoNotPublish => "do-not-publish",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == id)
    }

    /// The level in plain words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Low => "little points at anybody",
            Self::LookAgain => "look again",
            Self::DoNotPublish => "do not publish as it is",
        }
    }
}

/// A sign that a report can be recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What kind of sign; stable.
    pub code: &'static str,
    /// What it means and what to do.
    pub message: &'static str,
    /// Where it shows, from the anonymised text or the chosen codes; at most three.
    pub words: Vec<String>,
    /// 1 for a hint, 2 for a sign, 3 for what gives somebody away.
    #[serde(skip)]
    weight: u8,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.words.is_empty() {
            write!(f, "{}: ", self.words.join(", "))?;
        }
        f.write_str(self.message)
    }
}

/// How identifiable a report is, with the reasons, the weightiest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// How identifiable.
    pub level: Level,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What is known besides the text.
#[derive(Clone, Debug, Default)]
pub struct Circumstances<'a> {
    /// Technologies the text names.
    pub technologies: Vec<&'a Slug>,
    /// The kind of organisation, where it is said.
    pub context: Option<&'a Context>,
    /// Names that were removed on suspicion, because no list knows them.
    pub suspected: usize,
}

/// Looks for signs in texts that have been anonymised.
pub fn judge(texts: &[&str], known: &Circumstances) -> Verdict {
    let mut reasons: Vec<Reason> = signs::all(texts, known).collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.weight));
    let sum: u8 = reasons.iter().map(|reason| reason.weight).sum();
    let most = reasons.first().map_or(0, |reason| reason.weight);
    let level = match (sum, most) {
        (6.., _) | (_, 3..) => Level::DoNotPublish,
        (2.., _) => Level::LookAgain,
        _ => Level::Low,
    };
    Verdict { level, reasons }
}

/// Looks at a whole report.
pub fn judge_report(report: &Report<RedactedText>, suspected: usize) -> Verdict {
    let texts: Vec<&str> = report
        .texts()
        .into_iter()
        .map(RedactedText::as_str)
        .collect();
    let technologies = report.technologies.iter().map(|used| &used.slug).collect();
    judge(
        &texts,
        &Circumstances {
            technologies,
            context: Some(&report.context),
            suspected,
        },
    )
}

/// Whether a rule of the anonymiser removes on suspicion rather than on knowledge.
pub fn is_suspicion(rule: &str) -> bool {
    matches!(
        rule,
        "unknown-name" | "unknown-identifier" | "rare-word-as-name"
    )
}

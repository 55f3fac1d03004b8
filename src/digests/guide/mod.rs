//! Best-practice guides: what every report so far says about one technology or one way to fail, in
//! versions, each with what changed since the one before.

mod compile;
mod edits;
mod sheet;
mod since;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::patterns::{Ask, Fact};
use crate::report::{Period, ReportId, Slug};
use crate::taxonomy::{ListId, Taxonomy};

use super::terms::{technology, term};
use super::{Hand, Retelling, Term};

pub use compile::{EVIDENCE, GuideMaterial, STORIES_READ};
pub use edits::{GuideEdits, PartEdit};

/// What a guide is about.
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// A technology.
    Technology(Slug),
    /// A failure mode.
    Pattern(Slug),
}

/// What the reports so far say about one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Guide<T> {
    /// What it is about.
    pub subject: Subject,
    /// The words people read for that.
    pub name: String,
    /// What that is; empty where nobody has said.
    pub meaning: String,
    /// 1 for the first.
    pub version: u32,
    /// The month it was compiled in.
    pub month: Period,
    /// Reports it is drawn from.
    pub reports: u32,
    /// How many of them are invented samples.
    pub samples: u32,
    /// Who had a look at it before it came out.
    pub hand: Hand,
    /// An editor's words at its head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduction: Option<T>,
    /// What changed since the version before; of the first version and of one made anew, nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Since>,
    /// Something that the version before named is no longer public, or changed.
    #[serde(default)]
    pub anew: bool,
    /// Questions, each with what to go through.
    pub parts: Vec<GuidePart<T>>,
    /// Reports retold, at most three.
    pub stories: Vec<Retelling<T>>,
    /// What the numbers can and cannot say.
    pub bias: String,
    /// How it was made.
    pub how_made: String,
}

/// One question of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GuidePart<T> {
    /// The question.
    pub question: Question,
    /// What is said to it.
    pub says: Says<T>,
}

/// What is said to a question of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Says<T> {
    /// What the codes of the reports say, the most reported first.
    Lines(Vec<GuideLine>),
    /// An editor's words in their place.
    Edited(T),
}

/// One thing to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GuideLine {
    /// What.
    pub what: Term,
    /// What it means.
    pub meaning: String,
    /// Reports that say so, at least three.
    pub reports: u32,
    /// Some of them to read.
    pub evidence: Vec<ReportId>,
    /// How it stood in the version before.
    pub mark: Mark,
}

/// How a line stood in the version before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// As it stands now, or there is no version to compare with.
    Same,
    /// It was not there.
    New,
    /// With so many reports.
    Counted(u32),
}

/// What changed since the version before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Since {
    /// That version.
    pub version: u32,
    /// The month it was compiled in.
    pub month: Period,
    /// Reports it was drawn from.
    pub reports: u32,
    /// Lines that it had not.
    pub new: Vec<Term>,
    /// Lines that it had, and this one has not.
    pub gone: Vec<Term>,
    /// Whether an editor's words changed.
    pub words: bool,
}

/// What a guide asks, in the order in which it is read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Ways it fails.
    Modes,
    /// What contributes.
    Factors,
    /// What hides it.
    Gaps,
    /// What shows it.
    Detectors,
    /// What eases it.
    Eased,
    /// What does not.
    Vain,
    /// What makes the response hard.
    Difficulties,
    /// What helps.
    Helped,
    /// Changes that held.
    Held,
}

impl Subject {
    /// The subject that a slug stands for; failure modes and technologies share no slug.
    pub fn named(slug: &str) -> Option<Self> {
        let taxonomy = Taxonomy::builtin();
        let slug: Slug = slug.parse().ok()?;
        if slug.as_str() == "other" || slug.as_str() == "unknown" {
            None
        } else if taxonomy.term(ListId::FailureModes, &slug).is_some() {
            Some(Self::Pattern(slug))
        } else {
            taxonomy.technology(&slug)?;
            Some(Self::Technology(slug))
        }
    }

    /// The code.
    pub fn slug(&self) -> &Slug {
        match self {
            Self::Technology(slug) | Self::Pattern(slug) => slug,
        }
    }

    /// What a report about it has.
    pub fn fact(&self) -> Fact {
        match self {
            Self::Technology(slug) => Fact::Technology(slug.clone()),
            Self::Pattern(slug) => Fact::Code(ListId::FailureModes, slug.clone()),
        }
    }

    /// The words people read.
    pub fn label(&self) -> String {
        let taxonomy = Taxonomy::builtin();
        let term = match self {
            Self::Technology(slug) => technology(taxonomy, slug),
            Self::Pattern(slug) => term(taxonomy, ListId::FailureModes, slug),
        };
        term.label
    }
}

impl Question {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Modes,
        Self::Factors,
        Self::Gaps,
        Self::Detectors,
        Self::Eased,
        Self::Vain,
        Self::Difficulties,
        Self::Helped,
        Self::Held,
    ];

    /// As forms and anchors name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Modes => "modes",
            Self::Factors => "factors",
            Self::Gaps => "gaps",
            Self::Detectors => "detectors",
            Self::Eased => "eased",
            Self::Vain => "vain",
            Self::Difficulties => "difficulties",
            Self::Helped => "helped",
            Self::Held => "held",
        }
    }

    /// The words people read.
    pub fn words(self) -> &'static str {
        match self {
            Self::Modes => "How does it fail?",
            Self::Factors => "Is this so with us?",
            Self::Gaps => "Would this hide it from us?",
            Self::Detectors => "Who or what would tell us?",
            Self::Eased => "Could we do this within minutes?",
            Self::Vain => "Do we know that this does not help?",
            Self::Difficulties => "Would this make it hard for us?",
            Self::Helped => "Can we count on this?",
            Self::Held => "Could we change this? It held for others.",
        }
    }

    fn ask(self) -> Ask {
        match self {
            Self::Modes => Ask::Modes,
            Self::Factors => Ask::Factors,
            Self::Gaps => Ask::Gaps,
            Self::Detectors => Ask::Detectors,
            Self::Eased => Ask::Eased,
            Self::Vain => Ask::Vain,
            Self::Difficulties => Ask::Difficulties,
            Self::Helped => Ask::Helped,
            Self::Held => Ask::Held,
        }
    }
}

impl<T> Guide<T> {
    /// The same guide with each text turned into another kind, in reading order.
    pub fn map_text<U>(self, mut f: impl FnMut(T) -> U) -> Guide<U> {
        let f: &mut dyn FnMut(T) -> U = &mut f;
        Guide {
            subject: self.subject,
            name: self.name,
            meaning: self.meaning,
            version: self.version,
            month: self.month,
            reports: self.reports,
            samples: self.samples,
            hand: self.hand,
            introduction: self.introduction.map(&mut *f),
            since: self.since,
            anew: self.anew,
            parts: self
                .parts
                .into_iter()
                .map(|part| GuidePart {
                    question: part.question,
                    says: match part.says {
                        Says::Lines(lines) => Says::Lines(lines),
                        Says::Edited(text) => Says::Edited(f(text)),
                    },
                })
                .collect(),
            stories: self
                .stories
                .into_iter()
                .map(|story| story.map_text(&mut *f))
                .collect(),
            bias: self.bias,
            how_made: self.how_made,
        }
    }
}

//! Digests: the issue of a month, quarter or year, and guides about one subject, compiled from
//! published reports.
//!
//! Pure and deterministic: the same reports give the same issue, word for word. Stories are
//! retold in whole sentences taken from the report ([`Piece::Quoted`]) and short ones written from
//! its codes ([`Piece::Ours`]); nothing is paraphrased.

mod actions;
mod band;
mod case;
mod choose;
mod compile;
mod edits;
mod found;
mod guide;
mod model;
mod news;
mod practice;
mod prose;
mod retelling;
mod scope;
mod sheet;
mod synopsis;
mod terms;
#[cfg(test)]
mod tests;
mod theme;
mod trend;

pub use band::{Band, BandError, Intake, IntakeNumbers};
pub use choose::ISSUE_READ;
pub use compile::Material;
pub use edits::{Edits, Hand, StoryEdit};
pub use found::{AlertLine, HeldLine, News, Practice, PracticeLine, PracticePart, SeenLine, Theme};
pub use guide::{
    EVIDENCE, Guide, GuideEdits, GuideLine, GuideMaterial, GuidePart, Mark, PartEdit, Question,
    STORIES_READ, Says, Since, Subject,
};
pub use model::{
    ActionWorthCopying, Beat, Case, Digest, HelpedLine, MitigationLine, Paragraph, PatternLine,
    Piece, Retelling, Source, StackLine, Term, Tried,
};
pub use practice::practice_of;
pub use scope::{About, Scope, Unclear};
pub use synopsis::{SYNOPSIS_WORDS, draft_synopsis, word_count};
pub use trend::Trend;

type Published = crate::report::PublicReport<crate::anonymise::RedactedText>;

/// How many words a retelling has.
pub const RETOLD_WORDS: std::ops::RangeInclusive<usize> = 120..=200;

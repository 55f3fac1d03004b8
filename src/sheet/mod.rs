//! A text to be printed or taken along: what it says, in the order it is read.
//!
//! Whoever has something to hand out writes a [`Sheet`] once; this module draws it as Markdown, as
//! plain text for a letter, as an EPUB and as a PDF. Nothing here knows what the text is about.

mod epub;
mod escape;
mod links;
mod markdown;
mod pdf;
mod plain;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::report::{AlertId, ReportId, Slug};

pub use epub::EpubError;
pub use pdf::PdfError;

/// How a sheet looks on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Pages to read.
    #[default]
    Pages,
    /// One page to hang up.
    Poster,
}

/// A text to be printed or taken along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// How it looks on paper.
    pub look: Look,
    /// What names it and no other, and stays when it is made again: `digest/2026-10`.
    pub name: String,
    /// The name of the series and of this part of it, as on a cover.
    pub title: String,
    /// What it is, in one line.
    pub about: String,
    /// The day it is about, or the last one.
    pub dated: Date,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A section begins.
    Section(String),
    /// A section begins on a page of its own, where there are pages.
    Apart(String),
    /// A story begins.
    Story(Words),
    /// Where a story comes from.
    Source(Words),
    /// A paragraph.
    Text(Words),
    /// A paragraph under a word of its own.
    Named(&'static str, Words),
    /// Things in no order.
    Items(Vec<Words>),
    /// Things to tick off, each with its evidence.
    Ticks(Vec<(Words, Words)>),
    /// Things to choose from.
    Choices(Vec<String>),
    /// What happened, in order, each with its offset if that is known.
    Events(Vec<(Option<String>, Words)>),
    /// Things that were counted.
    Counts(Vec<Count>),
}

/// Something that was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// What.
    pub what: Words,
    /// How many, at least.
    pub number: u32,
    /// The number in words, with what else there is to say.
    pub said: Words,
}

/// Words, some of which lead somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<Run>);

/// Words that lead to one place, or to none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    text: String,
    to: Option<Place>,
}

/// Where words can lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A published report.
    Report(ReportId),
    /// A technology.
    Technology(Slug),
    /// A failure mode.
    Pattern(Slug),
    /// An alert.
    Alert(AlertId),
    /// Where a report is written.
    Writing,
}

impl Words {
    /// These words.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        match self.0.last_mut() {
            Some(last) if last.to.is_none() => last.text.push_str(&text),
            _ => self.0.push(Run { text, to: None }),
        }
        self
    }

    /// Words that lead somewhere.
    #[must_use]
    pub fn to(mut self, text: impl Into<String>, place: Place) -> Self {
        self.0.push(Run {
            text: text.into(),
            to: Some(place),
        });
        self
    }

    /// All of them, with these words between.
    pub fn joined(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut all = Self::default();
        for (n, part) in parts.into_iter().enumerate() {
            if n > 0 {
                all = all.and(between);
            }
            for run in part.0 {
                all = match run.to {
                    Some(place) => all.to(run.text, place),
                    None => all.and(run.text),
                };
            }
        }
        all
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.text.is_empty())
    }
}

impl<T: Into<String>> From<T> for Words {
    fn from(text: T) -> Self {
        Self::default().and(text)
    }
}

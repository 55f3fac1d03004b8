//! What an editor does with an issue: an opening, an order, stories left out or told in other
//! words, and why an issue that was out is changed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::prose::words;
use super::{Digest, Paragraph, Piece, RETOLD_WORDS, Retelling};
use crate::anonymise::RedactedText;
use crate::report::ReportId;

/// Who had a look at an issue before it came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Hand {
    /// Nobody: it is as the program compiled it.
    #[default]
    Unattended,
    /// An editor.
    Editor,
}

/// What an editor wants of an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edits<T> {
    /// Words at its head; paragraphs with an empty line between.
    pub opening: Option<T>,
    /// The retellings, in order. One that is not here comes after them.
    pub stories: Vec<StoryEdit<T>>,
    /// Why an issue that was out is changed.
    pub note: Option<T>,
}

/// What an editor wants of one retelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryEdit<T> {
    /// The report that is retold.
    pub report: ReportId,
    /// It is left out.
    pub dropped: bool,
    /// Words in place of its own, as [`Edits::opening`]; what helped stays.
    pub told: Option<T>,
}

impl<T> Default for Edits<T> {
    fn default() -> Self {
        Self {
            opening: None,
            stories: Vec::new(),
            note: None,
        }
    }
}

impl<T> Edits<T> {
    /// The same with each text turned into another kind, in reading order.
    pub fn map_text<U>(self, mut f: impl FnMut(T) -> U) -> Edits<U> {
        Edits {
            opening: self.opening.map(&mut f),
            stories: self
                .stories
                .into_iter()
                .map(|story| StoryEdit {
                    report: story.report,
                    dropped: story.dropped,
                    told: story.told.map(&mut f),
                })
                .collect(),
            note: self.note.map(f),
        }
    }

    /// Its texts, in the order of [`Edits::map_text`].
    pub fn texts(&self) -> Vec<&T> {
        let told = self.stories.iter().filter_map(|story| story.told.as_ref());
        let opening = self.opening.iter();
        opening.chain(told).chain(&self.note).collect()
    }
}

impl Edits<RedactedText> {
    /// The first story told in other words that is not as long as a retelling is, and how many
    /// words it has.
    pub fn wrong_length(&self) -> Option<(ReportId, usize)> {
        let told = self.stories.iter().filter(|story| !story.dropped);
        let lengths = told.filter_map(|story| {
            let told = story.told.as_ref()?;
            Some((story.report, words(told.as_str())))
        });
        lengths
            .into_iter()
            .find(|(_, length)| !RETOLD_WORDS.contains(length))
    }
}

impl Digest<RedactedText> {
    /// The issue as an editor wants it.
    #[must_use]
    pub fn edited(mut self, edits: &Edits<RedactedText>) -> Self {
        let of = |retelling: &Retelling<RedactedText>| {
            let stories = edits.stories.iter();
            let mut stories = stories.enumerate();
            stories.find(|(_, story)| story.report == retelling.source.report)
        };
        self.retellings
            .retain(|retelling| of(retelling).is_none_or(|(_, story)| !story.dropped));
        self.retellings
            .sort_by_key(|retelling| of(retelling).map_or(usize::MAX, |(place, _)| place));
        for retelling in &mut self.retellings {
            let told = of(retelling).and_then(|(_, story)| story.told.as_ref());
            if let Some(told) = told {
                retelling.paragraphs = paragraphs(told);
                retelling.hand = Hand::Editor;
            }
        }
        self.opening.clone_from(&edits.opening);
        self.note.clone_from(&edits.note);
        self.hand = Hand::Editor;
        self
    }
}

/// The text in parts that an empty line sets apart.
fn paragraphs(text: &RedactedText) -> Vec<Paragraph<RedactedText>> {
    let mut start = 0;
    let parts = text.as_str().split("\n\n").map(|part| {
        let range = start..start + part.len();
        start = range.end + 2;
        range
    });
    let parts = parts.filter_map(|part| text.excerpt(&[part]));
    parts
        .filter(|part| !part.is_blank())
        .map(|part| vec![Piece::Edited(part.on_one_line())])
        .collect()
}

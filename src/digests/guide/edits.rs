//! What an editor does with a guide: an introduction, parts in other words or left out.

use serde::{Deserialize, Serialize};

use crate::anonymise::RedactedText;
use crate::digests::Hand;
use crate::report::ReportId;

use super::{Guide, Question, Says};

/// What an editor wants of a guide, of this version and those after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideEdits<T> {
    /// Words at its head; paragraphs with an empty line between.
    pub introduction: Option<T>,
    /// What is wanted of its questions; one that is not here stays.
    pub parts: Vec<PartEdit<T>>,
    /// Stories that are left out.
    pub without: Vec<ReportId>,
}

/// What an editor wants of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartEdit<T> {
    /// Which.
    pub question: Question,
    /// It is left out.
    pub dropped: bool,
    /// Words in place of its lines, as [`GuideEdits::introduction`].
    pub told: Option<T>,
}

impl<T> Default for GuideEdits<T> {
    fn default() -> Self {
        Self {
            introduction: None,
            parts: Vec::new(),
            without: Vec::new(),
        }
    }
}

impl<T> GuideEdits<T> {
    /// The same with each text turned into another kind, in reading order.
    pub fn map_text<U>(self, mut f: impl FnMut(T) -> U) -> GuideEdits<U> {
        GuideEdits {
            introduction: self.introduction.map(&mut f),
            parts: self
                .parts
                .into_iter()
                .map(|part| PartEdit {
                    question: part.question,
                    dropped: part.dropped,
                    told: part.told.map(&mut f),
                })
                .collect(),
            without: self.without,
        }
    }

    /// Its texts, in the order of [`GuideEdits::map_text`].
    pub fn texts(&self) -> Vec<&T> {
        let told = self.parts.iter().filter_map(|part| part.told.as_ref());
        self.introduction.iter().chain(told).collect()
    }

    /// What is wanted of a question.
    pub fn of(&self, question: Question) -> Option<&PartEdit<T>> {
        self.parts.iter().find(|part| part.question == question)
    }
}

impl Guide<RedactedText> {
    /// The guide as an editor wants it.
    #[must_use]
    pub fn edited(mut self, edits: &GuideEdits<RedactedText>) -> Self {
        self.parts
            .retain(|part| edits.of(part.question).is_none_or(|edit| !edit.dropped));
        for part in &mut self.parts {
            let told = edits.of(part.question).and_then(|edit| edit.told.as_ref());
            if let Some(told) = told {
                part.says = Says::Edited(told.clone());
            }
        }
        self.stories
            .retain(|story| !edits.without.contains(&story.source.report));
        self.introduction.clone_from(&edits.introduction);
        self.hand = Hand::Editor;
        self
    }
}

//! What an editor wants of a guide, as a form.

use super::Fields;
use crate::anonymise::{RawText, RedactedText};
use crate::digests::{Guide, GuideEdits, PartEdit, Question};
use crate::report::ReportId;
use crate::review::Seen;

/// The fields of one question.
#[derive(Clone, Debug)]
pub struct PartFields {
    /// Which.
    pub question: Question,
    /// It is left out.
    pub dropped: bool,
    /// Words in place of its lines.
    pub told: RawText,
}

/// The fields of a draft.
#[derive(Clone, Debug, Default)]
pub struct GuideForm {
    /// What the editor had before them.
    pub seen: Seen,
    /// Words at its head.
    pub introduction: RawText,
    /// The questions, in order.
    pub parts: Vec<PartFields>,
    /// Stories that are left out.
    pub without: Vec<ReportId>,
}

impl GuideForm {
    /// Reads `seen`, `introduction`, for each question its `drop-QUESTION` and `told-QUESTION`, and
    /// each story left out as `without`.
    pub fn parse(fields: &Fields) -> Self {
        let text = |name: &str| RawText::new(fields.first(name).trim());
        let parts = Question::ALL.into_iter().map(|question| PartFields {
            question,
            dropped: !fields
                .first(&format!("drop-{}", question.as_str()))
                .is_empty(),
            told: text(&format!("told-{}", question.as_str())),
        });
        Self {
            seen: Seen::given(fields.first("seen")),
            introduction: text("introduction"),
            parts: parts.collect(),
            without: fields
                .all("without")
                .filter_map(|id| id.parse().ok())
                .collect(),
        }
    }

    /// The fields of a draft that is kept, with every question there is an answer to.
    pub fn of(
        compiled: &Guide<RedactedText>,
        edits: &GuideEdits<RedactedText>,
        seen: Seen,
    ) -> Self {
        let raw = |text: Option<&RedactedText>| RawText::new(text.map_or("", RedactedText::as_str));
        let parts = compiled.parts.iter().map(|part| {
            let edit = edits.of(part.question);
            PartFields {
                question: part.question,
                dropped: edit.is_some_and(|edit| edit.dropped),
                told: raw(edit.and_then(|edit| edit.told.as_ref())),
            }
        });
        Self {
            seen,
            introduction: raw(edits.introduction.as_ref()),
            parts: parts.collect(),
            without: edits.without.clone(),
        }
    }

    /// What is wanted; of a question that is as it was, nothing.
    pub fn edits(self) -> GuideEdits<RawText> {
        let said = |text: RawText| (!text.is_blank()).then_some(text);
        let parts = self.parts.into_iter().map(|part| PartEdit {
            question: part.question,
            dropped: part.dropped,
            told: said(part.told),
        });
        GuideEdits {
            introduction: said(self.introduction),
            parts: parts
                .filter(|part| part.dropped || part.told.is_some())
                .collect(),
            without: self.without,
        }
    }
}

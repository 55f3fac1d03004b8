//! A set of reports as it is put together at the desk.

use super::{FieldError, FieldErrorKind, Fields, Listed};
use crate::anonymise::RawText;
use crate::review::{DeskSet, Seen};

/// What is to happen with a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetStep {
    /// Keep what was written.
    Save,
    /// Make it public.
    Publish,
    /// Make it a draft again.
    Withdraw,
    /// Throw it away.
    Discard,
}

/// The fields of a set.
#[derive(Clone, Debug, Default)]
pub struct SetForm {
    /// What it is about.
    pub title: RawText,
    /// Why these reports, and how to read them.
    pub words: RawText,
    /// The reports, in order.
    pub reports: Listed,
    /// What was opened; nothing for a set that is not kept yet.
    pub seen: Seen,
}

impl SetStep {
    /// Reads `step`.
    pub fn parse(fields: &Fields) -> Option<Self> {
        Some(match fields.first("step") {
            "save" => Self::Save,
            "publish" => Self::Publish,
            "withdraw" => Self::Withdraw,
            "discard" => Self::Discard,
            _ => return None,
        })
    }
}

impl SetForm {
    /// Reads `title`, `words` and `reports` (one id or address a line). What was typed comes back
    /// with the errors.
    pub fn parse(fields: &Fields) -> (Self, Vec<FieldError>) {
        let mut errors = Vec::new();
        let mut text = |name: &'static str| {
            let text = RawText::new(fields.first(name).trim());
            if text.is_blank() {
                errors.push(FieldError::new(name, FieldErrorKind::Empty));
            }
            text
        };
        let (title, words) = (text("title"), text("words"));
        let reports = Listed::parse(fields, &mut errors);
        if reports.ids().is_empty() && errors.iter().all(|error| error.field != "reports") {
            errors.push(FieldError::new("reports", FieldErrorKind::Empty));
        }
        let form = Self {
            title,
            words,
            reports,
            seen: Seen::given(fields.first("state")),
        };
        (form, errors)
    }

    /// The fields of a set that is there already.
    pub fn of(set: &DeskSet) -> Self {
        let kept = &set.kept;
        Self {
            title: RawText::new(kept.title.as_str()),
            words: RawText::new(kept.words.as_str()),
            reports: kept.reports.as_slice().into(),
            seen: set.seen.clone(),
        }
    }
}

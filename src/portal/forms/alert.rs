//! An alert as it is written at the desk.

use super::{FieldError, FieldErrorKind, Fields, Listed};
use crate::anonymise::{RawText, RedactedText};
use crate::report::{Alert, ReportId};
use crate::review::Seen;

/// What is to happen with an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertStep {
    /// Keep what was written.
    Save,
    /// Agree to it as it stands.
    Agree,
    /// Publish it.
    Publish,
    /// Take it back.
    Withdraw,
    /// Throw the draft away.
    Discard,
}

/// The fields of an alert.
#[derive(Clone, Debug, Default)]
pub struct AlertForm {
    /// What was typed.
    pub alert: Alert<RawText>,
    /// The reports behind it.
    pub reports: Listed,
    /// What was opened; nothing for an alert that is not kept yet.
    pub seen: Seen,
}

impl AlertStep {
    /// Reads `step`.
    pub fn parse(fields: &Fields) -> Option<Self> {
        Some(match fields.first("step") {
            "save" => Self::Save,
            "agree" => Self::Agree,
            "publish" => Self::Publish,
            "withdraw" => Self::Withdraw,
            "discard" => Self::Discard,
            _ => return None,
        })
    }
}

impl AlertForm {
    /// Reads `title`, `who`, `seen`, `check` and `reports` (one id or address a line). What was
    /// typed comes back with the errors.
    pub fn parse(fields: &Fields) -> (Self, Vec<FieldError>) {
        let mut errors = Vec::new();
        let mut text = |name: &'static str| {
            let text = RawText::new(fields.first(name).trim());
            if text.is_blank() {
                errors.push(FieldError::new(name, FieldErrorKind::Empty));
            }
            text
        };
        let alert = Alert {
            title: text("title"),
            who: text("who"),
            seen: text("seen"),
            check: text("check"),
        };
        let reports = Listed::parse(fields, &mut errors);
        let seen = Seen::given(fields.first("state"));
        let form = Self {
            alert,
            reports,
            seen,
        };
        (form, errors)
    }

    /// The fields of an alert that is there already.
    pub fn of(alert: &Alert<RedactedText>, reports: &[ReportId], seen: &Seen) -> Self {
        Self {
            alert: alert.clone().map_text(|text| RawText::new(text.as_str())),
            reports: reports.into(),
            seen: seen.clone(),
        }
    }
}

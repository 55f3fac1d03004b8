//! What a form carries along where a report that was sent before is changed.

use super::{Fields, ReportForm};
use crate::anonymise::RawText;
use crate::intake::Stands;

/// What a changed report carries from page to page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Amends {
    /// The receipt; blank where nothing is changed.
    pub(crate) receipt: RawText,
    /// What is changed, in a line.
    pub(crate) note: RawText,
    /// Which part of a split report, by its id; empty for the report that was sent.
    pub(crate) part: String,
    /// The number of the last message that its reporter had before them.
    pub(crate) seen: String,
    /// Where the report stands, as far as the form knows; what counts is where it stands when the
    /// form is sent.
    pub(crate) stands: Stands,
}

impl Amends {
    /// Reads `receipt`, `note`, `part`, `seen` and `stands`.
    pub(super) fn parse(fields: &Fields) -> Self {
        Self {
            receipt: fields.text("receipt"),
            note: fields.text("note"),
            part: fields.first("part").to_owned(),
            seen: fields.first("seen").to_owned(),
            stands: Stands::parse(fields.first("stands")).unwrap_or_default(),
        }
    }
}

impl ReportForm {
    /// The form for changing a report.
    #[must_use]
    pub(crate) fn amending(mut self, amends: Amends) -> Self {
        self.amends = amends;
        self
    }

    /// Whether it changes a report that is public in short.
    pub(crate) fn is_short(&self) -> bool {
        self.amends() && self.amends.stands == Stands::Short
    }

    /// Whether it changes a report that was sent before.
    pub(crate) fn amends(&self) -> bool {
        !self.amends.receipt.is_blank()
    }
}

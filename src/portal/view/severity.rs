//! A severity: one to five strokes and the word.

use askama::Template;

use super::component;
use crate::report::Severity;

/// Strokes, drawn or blank, and the word.
#[derive(Clone, Copy, Debug, Template)]
#[template(path = "components/severity.html")]
pub(crate) struct SeverityMark(pub(crate) Severity);

component!(SeverityMark);

impl SeverityMark {
    fn strokes(self) -> [bool; 5] {
        [1, 2, 3, 4, 5].map(|step| step <= self.0.get())
    }
}

//! The preview: what would be kept, before anything is.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::portal::forms::{FieldError, FieldErrorKind, ReportForm};
use crate::portal::view::FormFields;
use crate::portal::{Labels, Layout, ReportView, Section};
use crate::report::Report;

/// How many parts of one kind were taken out.
#[derive(Clone, Debug)]
pub struct Removed {
    /// "person", "date or time".
    pub kind: String,
    /// How many.
    pub count: usize,
}

/// Advice on one wording.
#[derive(Clone, Debug)]
pub struct Advice {
    /// The words it is about, from the anonymised text.
    pub words: String,
    /// What is the matter with them.
    pub message: String,
    /// A gentler way.
    pub suggestion: String,
}

/// The anonymised report, what was taken out, what to look at, and every field to change.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/preview.html")]
pub struct PreviewPage {
    layout: Layout,
    view: ReportView,
    fields: FormFields,
    removed: Vec<Removed>,
    /// What was not understood, in plain words.
    warnings: Vec<String>,
    advice: Vec<Advice>,
    /// Why it cannot be sent yet, in plain words; empty when it can.
    flaws: Vec<String>,
    errors: Vec<FieldError>,
}

impl PreviewPage {
    /// `form` comes from [`ReportForm::from_report`] with its nonce and declared names set, or
    /// from what was typed where `errors` say that it does not fit.
    #[expect(clippy::too_many_arguments, reason = "a page shows what it shows")]
    pub fn new(
        layout: Layout,
        report: &Report<RedactedText>,
        form: ReportForm,
        removed: Vec<Removed>,
        warnings: Vec<String>,
        advice: Vec<Advice>,
        flaws: Vec<String>,
        errors: Vec<FieldError>,
        labels: Labels,
    ) -> Self {
        Self {
            layout,
            view: ReportView::new(report, labels),
            fields: FormFields::new(form, &errors, labels),
            removed,
            warnings,
            advice,
            flaws,
            errors,
        }
    }

    fn total(&self) -> usize {
        self.removed.iter().map(|removed| removed.count).sum()
    }
}

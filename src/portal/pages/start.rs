//! Writing a report: paste or upload, or field by field.

use askama::Template;

use crate::anonymise::RawText;
use crate::portal::forms::{FieldError, FieldErrorKind, ReportForm};
use crate::portal::view::FormFields;
use crate::portal::{Labels, Layout, Section};

/// Paste or upload a write-up.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/start.html")]
pub struct StartPage {
    layout: Layout,
    text: RawText,
    form: ReportForm,
    errors: Vec<FieldError>,
    problem: String,
    limit_kib: usize,
}

impl StartPage {
    /// An empty page, or one with what was typed and what does not fit; `form` holds what goes with
    /// the write-up.
    pub fn new(
        layout: Layout,
        text: RawText,
        form: ReportForm,
        errors: Vec<FieldError>,
        limit_bytes: usize,
    ) -> Self {
        Self {
            layout,
            text,
            form,
            errors,
            problem: String::new(),
            limit_kib: limit_bytes / 1024,
        }
    }

    /// Says why the write-up could not be understood.
    #[must_use]
    pub fn because(mut self, problem: Option<String>) -> Self {
        self.problem = problem.unwrap_or_default();
        self
    }
}

/// Write a report field by field.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/form.html")]
pub struct FormPage {
    layout: Layout,
    fields: FormFields,
    errors: Vec<FieldError>,
}

impl FormPage {
    /// The form with what it holds.
    pub fn new(layout: Layout, form: ReportForm, errors: Vec<FieldError>, labels: Labels) -> Self {
        Self {
            layout,
            fields: FormFields::new(form, &errors, labels),
            errors,
        }
    }
}

//! Writing a report: paste or upload, or field by field.

use askama::Template;

use crate::anonymise::RawText;
use crate::portal::forms::{Asking, FieldError, FieldErrorKind, ReportForm};
use crate::portal::view::{FormFields, ShortFields};
use crate::portal::{Labels, Layout, Said, Section};

/// Paste or upload a write-up.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/start.html")]
pub struct StartPage {
    layout: Layout,
    text: RawText,
    form: ReportForm,
    errors: Vec<FieldError>,
    problem: Said,
    limit_kib: usize,
    /// What there is to tell: first those that are asked for, then the rest.
    offered: (&'static [Asking], &'static [Asking]),
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
            problem: Said::default(),
            limit_kib: limit_bytes / 1024,
            offered: Asking::offered(),
        }
    }

    /// Says why the write-up could not be understood.
    #[must_use]
    pub fn because(mut self, problem: Said) -> Self {
        self.problem = problem;
        self
    }
}

/// Write a report in every field there is.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/form.html")]
pub struct FormPage {
    layout: Layout,
    asking: &'static Asking,
    fields: FormFields,
    errors: Vec<FieldError>,
}

/// Write a report in a few fields.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/short.html")]
pub struct ShortPage {
    layout: Layout,
    asking: &'static Asking,
    fields: ShortFields,
    errors: Vec<FieldError>,
}

impl FormPage {
    /// The form with what it holds.
    pub fn new(layout: Layout, form: ReportForm, errors: Vec<FieldError>, labels: Labels) -> Self {
        Self {
            layout,
            asking: form.asking(),
            fields: FormFields::new(form, &errors, labels),
            errors,
        }
    }
}

impl ShortPage {
    /// The form with what it holds; none where something is wrong in a field it does not show.
    pub fn new(
        layout: Layout,
        form: ReportForm,
        errors: Vec<FieldError>,
        labels: Labels,
    ) -> Option<Self> {
        ShortFields::shows(&errors).then(|| Self {
            layout,
            asking: form.asking(),
            fields: ShortFields::new(form, &errors, labels),
            errors,
        })
    }
}

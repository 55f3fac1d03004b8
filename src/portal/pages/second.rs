//! A second account of the same: the code that invites it, and the form for it.

use askama::Template;

use crate::portal::forms::{FieldError, FieldErrorKind, ReportForm};
use crate::portal::view::SecondFields;
use crate::portal::{Labels, Layout, Section};

/// The code, shown once.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/shared.html")]
pub struct SharedPage {
    layout: Layout,
    groups: Vec<String>,
}

impl SharedPage {
    /// The page that shows a code.
    pub fn new(layout: Layout, code: &str) -> Self {
        Self {
            layout,
            groups: code.split('-').map(str::to_owned).collect(),
        }
    }
}

/// Tell of a report from another side.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/second.html")]
pub struct SecondPage {
    layout: Layout,
    fields: SecondFields,
    errors: Vec<FieldError>,
}

impl SecondPage {
    /// The form with what it holds; none where something is wrong in a field it does not show.
    pub fn new(
        layout: Layout,
        form: ReportForm,
        errors: Vec<FieldError>,
        labels: Labels,
    ) -> Option<Self> {
        SecondFields::shows(&errors).then(|| Self {
            layout,
            fields: SecondFields::new(form, &errors, labels),
            errors,
        })
    }
}

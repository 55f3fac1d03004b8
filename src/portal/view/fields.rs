//! The fields of a report as inputs.

use askama::Template;

use super::component;
use crate::portal::forms::{FieldError, FieldErrorKind, MANY, Many, ONE, One, ReportForm};
use crate::portal::{Group, Labels};
use crate::report::{RecordKind, Severity};
use crate::taxonomy::ListId;

/// Every field of a report, filled from a form, with what does not fit beside it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/fields.html")]
pub(crate) struct FormFields {
    form: ReportForm,
    errors: Vec<FieldError>,
    roles: Vec<Group>,
    ones: Vec<(One, Vec<Group>)>,
    manies: Vec<(Many, Vec<Group>)>,
    /// Names to pick technologies from.
    technologies: Vec<&'static str>,
}

component!(FormFields);

/// Fields of the list that belong together on the page.
const CONTEXT: [&str; 5] = ["sector", "size", "hosting", "operating_model", "continent"];

impl FormFields {
    pub(crate) fn new(form: ReportForm, errors: &[FieldError], labels: Labels) -> Self {
        Self {
            form,
            errors: errors.to_vec(),
            roles: labels.groups(ListId::ReporterRoles),
            ones: ONE
                .iter()
                .map(|field| (*field, labels.groups(field.list)))
                .collect(),
            manies: MANY
                .iter()
                .map(|field| (*field, labels.groups(field.list)))
                .collect(),
            technologies: labels.technologies(),
        }
    }

    fn error(&self, name: &str) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == name)
    }

    fn context(&self, yes: bool) -> impl Iterator<Item = &(One, Vec<Group>)> {
        self.ones
            .iter()
            .filter(move |(field, _)| CONTEXT.contains(&field.name) == yes)
    }

    fn severities() -> impl Iterator<Item = Severity> {
        (1..=5).filter_map(|step: u8| Severity::try_from(step).ok())
    }

    fn hours() -> [(&'static str, &'static str); 4] {
        [
            ("00-06", "Between midnight and six"),
            ("06-12", "In the morning"),
            ("12-18", "In the afternoon"),
            ("18-24", "In the evening"),
        ]
    }
}

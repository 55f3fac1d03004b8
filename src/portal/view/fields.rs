//! The fields of a report as inputs: all of them, or the few of the short form.

use askama::Template;

use super::{component, help};
use crate::portal::forms::{
    Asking, FieldError, FieldErrorKind, GUIDE, MANY, Many, ONE, One, ReportForm,
};
use crate::portal::{Group, Labels};
use crate::report::{RecordKind, Severity};
use crate::taxonomy::ListId;

/// Every field of a report, filled from a form, with what does not fit beside it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/fields.html")]
pub(crate) struct FormFields {
    form: ReportForm,
    asking: &'static Asking,
    errors: Vec<FieldError>,
    roles: Vec<Group>,
    ones: Vec<(One, Vec<Group>)>,
    manies: Vec<(Many, Vec<Group>)>,
    /// Names to pick technologies from.
    technologies: Vec<&'static str>,
}

/// The fields that a first report needs, in the words of what it is.
#[derive(Clone, Debug, Template)]
#[template(path = "components/short.html")]
pub(crate) struct ShortFields {
    form: ReportForm,
    asking: &'static Asking,
    errors: Vec<FieldError>,
    roles: Vec<Group>,
    /// Lists of which one term is picked: field, question, terms.
    picks: Vec<(&'static str, &'static str, Vec<Group>)>,
}

component!(FormFields, ShortFields);

impl FormFields {
    /// Whether a report that was sent before is changed.
    pub(crate) fn amends(&self) -> bool {
        self.form.amends()
    }
}

/// Fields of the list that belong together on the page.
const CONTEXT: [&str; 5] = ["sector", "size", "hosting", "operating_model", "continent"];

impl FormFields {
    pub(crate) fn new(form: ReportForm, errors: &[FieldError], labels: Labels) -> Self {
        Self {
            asking: form.asking(),
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

    #[expect(clippy::unused_self, reason = "templates share a macro that calls it")]
    fn help(&self, name: &str) -> &'static str {
        help::help(name)
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

impl ShortFields {
    /// Fields in which something may be wrong on the short form.
    const OWN: [&str; 12] = [
        "title",
        "narrative_text",
        "narrative_perspective",
        "luck",
        "technologies",
        "events",
        "triggers",
        "failure_modes",
        "period",
        "factors",
        "declared",
        "kept",
    ];

    /// Whether the short form shows every field in which something is wrong.
    pub(crate) fn shows(errors: &[FieldError]) -> bool {
        errors.iter().all(|error| Self::OWN.contains(&error.field))
    }

    pub(crate) fn new(form: ReportForm, errors: &[FieldError], labels: Labels) -> Self {
        let asking = form.asking();
        let pick = |name, asks, list| (name, asks, labels.groups(list));
        Self {
            asking,
            form,
            errors: errors.to_vec(),
            roles: labels.groups(ListId::ReporterRoles),
            picks: vec![
                pick("events", asking.seen, ListId::EventTypes),
                pick("triggers", asking.trigger, ListId::Triggers),
                pick("failure_modes", asking.failed, ListId::FailureModes),
            ],
        }
    }

    fn error(&self, name: &str) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == name)
    }

    #[expect(clippy::unused_self, reason = "templates share a macro that calls it")]
    fn help(&self, name: &str) -> &'static str {
        help::help(name)
    }
}

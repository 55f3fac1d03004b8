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
    offered: Vec<String>,
    /// Whether these are all there are.
    all: bool,
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

/// The fields of a second account.
#[derive(Clone, Debug, Template)]
#[template(path = "components/second.html")]
pub(crate) struct SecondFields {
    form: ReportForm,
    asking: &'static Asking,
    errors: Vec<FieldError>,
    roles: Vec<Group>,
}

component!(FormFields, ShortFields, SecondFields);

impl FormFields {
    /// Whether a report that was sent before is changed.
    pub(crate) fn amends(&self) -> bool {
        self.form.amends()
    }
}

/// Fields of the list that belong together on the page.
const CONTEXT: [&str; 5] = ["sector", "size", "hosting", "operating_model", "continent"];

/// What the macros of `components/field.html` ask for.
macro_rules! answers {
    ($($name:ident),+) => {$(
        impl $name {
            fn error(&self, name: &str) -> Option<&FieldError> {
                self.errors.iter().find(|error| error.field == name)
            }

            fn help(&self, name: &str) -> &'static str {
                help::help(name)
            }
        }
    )+};
}
answers!(FormFields, ShortFields, SecondFields);

impl SecondFields {
    /// Fields in which something may be wrong on this form.
    const OWN: [&str; 5] = [
        "code",
        "narrative_text",
        "narrative_perspective",
        "luck",
        "declared",
    ];

    /// Whether the form shows every field in which something is wrong.
    pub(crate) fn shows(errors: &[FieldError]) -> bool {
        errors.iter().all(|error| Self::OWN.contains(&error.field))
    }

    pub(crate) fn new(form: ReportForm, errors: &[FieldError], labels: Labels) -> Self {
        Self {
            asking: form.asking(),
            form,
            errors: errors.to_vec(),
            roles: labels.groups(ListId::ReporterRoles),
        }
    }
}

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
            offered: labels
                .technologies()
                .into_iter()
                .map(str::to_owned)
                .collect(),
            all: true,
        }
    }

    /// Offers these technologies only: all of them together are longer than most reports.
    pub(crate) fn offering(mut self, technologies: Vec<String>) -> Self {
        (self.offered, self.all) = (technologies, false);
        self
    }

    fn offers_all(&self) -> bool {
        self.all
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
    const OWN: [&str; 11] = [
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
}

//! What a report says in codes, bands and marks, a line each: for telling two versions apart.

use super::codes::{MANY, ONE, REMOVED};
use super::{ReportForm, technology};
use crate::portal::Labels;
use crate::report::{HourBlock, Period, Report};

/// Lines of the form that hold more than their words: times, codes, marks.
const LINES: [(&str, &str); 4] = [
    ("timeline", "In order"),
    ("factors", "Factor"),
    ("mitigations", "Tried"),
    ("actions", "Action"),
];

/// Everything of a report that is not plain words.
pub(crate) fn facts<T: AsRef<str>>(report: &Report<T>, labels: Labels) -> Vec<String> {
    let form = ReportForm::from_report(report, labels);
    let mut facts = vec![format!("Kind: {}", report.kind.label())];
    let mut say = |what: &str, value: Option<String>| {
        facts.extend(value.map(|value| format!("{what}: {value}")));
    };
    say("When", report.period.map(Period::label));
    say(
        "Time of day",
        report.hours.map(HourBlock::label).map(str::to_owned),
    );
    say(
        "How bad",
        report.severity.map(|severity| severity.label().to_owned()),
    );
    let together = form.one("primary") == "ambiguous";
    say(
        "Factors",
        together.then(|| "none of them mattered most".to_owned()),
    );
    for field in ONE {
        let label = |id: &str| match id.parse() {
            Ok(slug) if id != REMOVED => labels.term(field.list, &slug).label,
            _ => "taken out".to_owned(),
        };
        let id = form.one(field.name);
        say(field.label, (!id.is_empty()).then(|| label(id)));
    }
    for field in MANY {
        for coded in field.read(report) {
            say(
                field.label,
                Some(labels.term(field.list, &coded.code).label),
            );
        }
    }
    for used in &report.technologies {
        let used = technology::write(std::slice::from_ref(used), labels);
        say("Technology", Some(used));
    }
    for (name, what) in LINES {
        for line in form.text(name).lines().map(str::trim) {
            say(what, Some(line.to_owned()));
        }
    }
    facts
}

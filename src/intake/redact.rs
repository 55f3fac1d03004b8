//! A whole report through the anonymiser, as one document.

use std::collections::BTreeMap;

use crate::anonymise::{Anonymiser, Kind, RawText, RedactedText, Wishes};
use crate::report::Report;

/// A report after anonymising, and how much was taken out.
#[derive(Clone, Debug)]
pub struct Redacted {
    /// The report.
    pub report: Report<RedactedText>,
    /// Removals by kind.
    pub removed: BTreeMap<Kind, usize>,
}

/// Anonymises every text of a report together: the same name gets the same placeholder in each.
pub fn redact(anonymiser: &Anonymiser, report: Report<RawText>, wishes: &Wishes) -> Redacted {
    let outcomes = anonymiser.anonymise_all(&report.texts(), wishes);
    let mut removed = BTreeMap::new();
    for redaction in outcomes.iter().flat_map(|outcome| &outcome.redactions) {
        *removed.entry(redaction.kind).or_insert(0) += 1;
    }
    let mut texts = outcomes.into_iter().map(|outcome| outcome.text);
    let report = report.map_text(|_| texts.next().unwrap_or_default());
    Redacted { report, removed }
}

//! A whole report through the anonymiser, as one document.

use super::Removals;
use crate::anonymise::{Anonymised, Anonymiser, RawText, RedactedText, Wishes};
use crate::identifiability::{self, Circumstances, Verdict, is_suspicion};
use crate::report::Report;
use crate::tagging::Tagger;

/// A report after anonymising, and what was taken out.
#[derive(Clone, Debug)]
pub struct Redacted {
    /// The report.
    pub report: Report<RedactedText>,
    /// What was taken out, in this look and before.
    pub removals: Removals,
}

/// Anonymises every text of a report together: the same name gets the same placeholder in each.
/// `before` is what an earlier look took out of it.
pub fn redact(
    anonymiser: &Anonymiser,
    report: Report<RawText>,
    wishes: &Wishes,
    before: &Removals,
) -> Redacted {
    let given = report.texts();
    let outcomes = anonymiser.anonymise_all(&given, wishes);
    let removals = before.after(&given, &outcomes);
    let mut texts = outcomes.into_iter().map(|outcome| outcome.text);
    let report = report.map_text(|_| texts.next().unwrap_or_default());
    Redacted { report, removals }
}

/// How identifiable one text still is.
pub fn verdict(outcome: &Anonymised) -> Verdict {
    let text = outcome.text.as_str();
    let tags = Tagger::builtin().tag(text);
    let mut technologies: Vec<_> = tags.technologies.iter().map(|named| &named.slug).collect();
    technologies.sort_unstable();
    technologies.dedup();
    let suspicions = outcome
        .redactions
        .iter()
        .filter(|found| is_suspicion(found.rule));
    let known = Circumstances {
        technologies,
        context: None,
        suspected: suspicions.count(),
    };
    identifiability::judge(&[text], &known)
}

//! A whole report through the anonymiser, as one document.

use super::Removals;
use crate::anonymise::{Anonymised, Anonymiser, RawText, RedactedText, Wishes};
use crate::identifiability::{self, Circumstances, Verdict, is_suspicion};
use crate::report::Report;
use crate::tagging::Tagger;
use crate::taxonomy::ListId;

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
    redact_beside(anonymiser, report, &[], wishes, before).0
}

/// The same with words that go with the report and are no part of it, as one document.
pub fn redact_beside(
    anonymiser: &Anonymiser,
    report: Report<RawText>,
    words: &[(ListId, RawText)],
    wishes: &Wishes,
    before: &Removals,
) -> (Redacted, Vec<(ListId, RedactedText)>) {
    let given = report.texts();
    let mut all = given.clone();
    all.extend(words.iter().map(|(_, word)| word));
    let mut outcomes = anonymiser.anonymise_all(&all, wishes);
    let of_words = outcomes.split_off(given.len());
    let removals = before.after(&given, &outcomes);
    let mut texts = outcomes.into_iter().map(|outcome| outcome.text);
    let report = report.map_text(|_| texts.next().unwrap_or_default());
    let lists = words.iter().map(|(list, _)| *list);
    let made = of_words
        .into_iter()
        .map(|outcome| outcome.text.on_one_line());
    let words = lists.zip(made).filter(|(_, word)| !word.is_blank());
    (Redacted { report, removals }, words.collect())
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

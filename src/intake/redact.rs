//! A whole report through the anonymiser, as one document.

use super::suggest::adopt;
use super::{Draft, Removals};
use crate::anonymise::{Anonymised, Anonymiser, RawText, RedactedText, Wishes};
use crate::identifiability::{self, Circumstances, Verdict, is_suspicion};
use crate::report::Report;
use crate::tagging::Tagger;
use crate::taxonomy::ListId;

/// A draft after anonymising, and what was taken out.
#[derive(Clone, Debug)]
pub struct Redacted {
    /// The report.
    pub report: Report<RedactedText>,
    /// Words that were missed in the lists.
    pub missed: Vec<(ListId, RedactedText)>,
    /// What was taken out of the report, in this look and before.
    pub removals: Removals,
    /// The write-up that the report was taken from, for its reporter's eyes only.
    pub write_up: Option<Anonymised>,
}

/// Anonymises every text of a report together: the same name gets the same placeholder in each.
/// `before` is what an earlier look took out of it.
pub fn redact(
    anonymiser: &Anonymiser,
    report: Report<RawText>,
    wishes: &Wishes,
    before: &Removals,
) -> Redacted {
    let draft = Draft {
        report,
        wishes: wishes.clone(),
        ..Draft::default()
    };
    redact_draft(anonymiser, draft, before)
}

/// The same for a draft, as one document with the words that go with it and its write-up.
pub fn redact_draft(anonymiser: &Anonymiser, draft: Draft, before: &Removals) -> Redacted {
    let given = draft.report.texts();
    let mut all = given.clone();
    all.extend(draft.missed.iter().map(|(_, word)| word));
    all.extend(&draft.write_up);
    let mut outcomes = anonymiser.anonymise_all(&all, &draft.wishes);
    let mut beside = outcomes.split_off(given.len());
    let removals = before.after(&given, &outcomes);
    let write_up = draft.write_up.as_ref().and_then(|_| beside.pop());
    let mut texts = outcomes.into_iter().map(|outcome| outcome.text);
    let mut report = draft.report.map_text(|_| texts.next().unwrap_or_default());
    if draft.coded {
        let suggestions = Tagger::builtin().suggest(&report);
        adopt(&mut report, &suggestions);
    }
    let lists = draft.missed.iter().map(|(list, _)| *list);
    let words = beside.into_iter().map(|word| word.text.on_one_line());
    let missed = lists.zip(words).filter(|(_, word)| !word.is_blank());
    Redacted {
        report,
        missed: missed.collect(),
        removals,
        write_up,
    }
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

//! Codes with their labels, and labels put into a sentence.

use crate::anonymise::RedactedText;
use crate::patterns::Counts;
use crate::report::Slug;
use crate::taxonomy::{ListId, Taxonomy};

use super::{Published, Source, Term, prose};

/// The term of a list.
pub(super) fn term(taxonomy: &Taxonomy, list: ListId, code: &Slug) -> Term {
    Term {
        label: taxonomy.label(list, code).to_owned(),
        slug: code.clone(),
    }
}

/// A technology as a term.
pub(super) fn technology(taxonomy: &Taxonomy, slug: &Slug) -> Term {
    Term {
        label: taxonomy.technology_name(slug).to_owned(),
        slug: slug.clone(),
    }
}

/// Labels as they stand inside a sentence: "retry storm, disk full and DNS".
pub(super) fn list_in_words(terms: &[Term]) -> String {
    let words: Vec<_> = terms.iter().map(|term| lower_first(&term.label)).collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The label with a small first letter, unless it is an acronym or a name with capitals.
fn lower_first(label: &str) -> String {
    let first_word = label.split([' ', '-']).next().unwrap_or_default();
    let mut letters = first_word.chars();
    match letters.next() {
        Some(first) if letters.all(|c| c.is_lowercase()) => {
            let rest = label.get(first.len_utf8()..).unwrap_or_default();
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => label.to_owned(),
    }
}

/// Where a story comes from. `None` for a report without a title.
pub(super) fn source(taxonomy: &Taxonomy, public: &Published) -> Option<Source<RedactedText>> {
    let report = &public.report;
    if report.title.is_blank() {
        return None;
    }
    let counts = Counts::of([public]);
    Some(Source {
        report: public.id,
        sample: public.sample,
        title: prose::line(&report.title).unwrap_or_else(|| report.title.clone()),
        kind: report.kind,
        severity: report.severity,
        sector: counts
            .sectors
            .ranked()
            .first()
            .map(|sector| term(taxonomy, ListId::Sectors, &sector.code)),
        technologies: counts
            .technologies
            .ranked()
            .iter()
            .map(|line| technology(taxonomy, &line.code))
            .collect(),
        modes: counts
            .failure_modes
            .ranked()
            .iter()
            .map(|line| term(taxonomy, ListId::FailureModes, &line.code))
            .collect(),
    })
}

//! Codes with their labels, and labels put into a sentence.

use crate::anonymise::RedactedText;
use crate::patterns::{sure, technologies};
use crate::report::{Report, Slug, TechnologyRole};
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

/// Labels as they stand inside a sentence: "retry storm; disk full; DNS". Labels have an "or" of
/// their own, so that semicolons read better than "and".
pub(super) fn list_in_words(terms: &[Term]) -> String {
    let words: Vec<_> = terms.iter().map(|term| in_words(&term.label)).collect();
    words.join("; ")
}

fn in_words(label: &str) -> String {
    match label.split_once(": ") {
        Some((group, rest)) => format!("{} ({})", lower_first(group), lower_first(rest)),
        None => lower_first(label),
    }
}

/// The label with a small first letter, unless it is an acronym or a name with capitals.
pub(super) fn lower_first(label: &str) -> String {
    let first_word = label.split([' ', '-']).next().unwrap_or_default();
    let mut letters = first_word.chars();
    match letters.next() {
        Some(first) if letters.all(char::is_lowercase) => {
            let rest = label.get(first.len_utf8()..).unwrap_or_default();
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => label.to_owned(),
    }
}

/// Titles that are headings of a write-up and say nothing of it.
const HEADINGS: [&str; 6] = [
    "in short",
    "summary",
    "tl;dr",
    "postmortem",
    "incident report",
    "what happened",
];

/// Where a story comes from. `None` for a report without a title that says what it is about.
pub(super) fn source(taxonomy: &Taxonomy, public: &Published) -> Option<Source<RedactedText>> {
    let report = &public.report;
    let title = report.title.as_str().trim().to_lowercase();
    if title.is_empty() || HEADINGS.contains(&title.as_str()) {
        return None;
    }
    let sector = report.context.sector.known();
    Some(Source {
        report: public.id,
        sample: public.sample,
        title: prose::line(&report.title).unwrap_or_else(|| report.title.clone()),
        kind: report.kind,
        severity: report.severity,
        sector: sector
            .filter(|code| !matches!(code.as_str(), "unknown" | "other"))
            .map(|code| term(taxonomy, ListId::Sectors, code)),
        technologies: involved(report)
            .map(|slug| technology(taxonomy, slug))
            .collect(),
        modes: each_once(sure(&report.failure_modes))
            .into_iter()
            .map(|code| term(taxonomy, ListId::FailureModes, code))
            .collect(),
    })
}

/// Technologies that took part, in the report's order, those that failed first.
fn involved(report: &Report<RedactedText>) -> impl Iterator<Item = &Slug> {
    let failed = report
        .technologies
        .iter()
        .filter(|used| used.role == Some(TechnologyRole::FailedComponent))
        .map(|used| &used.slug);
    each_once(failed.chain(technologies(report))).into_iter()
}

/// Codes in their order, none twice, without what their list does not have.
pub(super) fn each_once<'a>(codes: impl IntoIterator<Item = &'a Slug>) -> Vec<&'a Slug> {
    let mut once: Vec<&Slug> = Vec::new();
    for code in codes {
        if code.as_str() != "other" && !once.contains(&code) {
            once.push(code);
        }
    }
    once
}

/// How many reports, in words.
pub(super) fn reports(count: u32) -> String {
    if count == 1 {
        "1 report".to_owned()
    } else {
        format!("{count} reports")
    }
}

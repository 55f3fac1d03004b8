//! From a published report to a document of the index.

use std::collections::BTreeSet;

use tantivy::TantivyDocument;
use uuid::Uuid;

use crate::anonymise::RedactedText;
use crate::report::{
    Coded, Effect, Factor, Period, PublicReport, Report, ReportId, TechnologyRole,
};
use crate::taxonomy::Taxonomy;

use super::FacetField;
use super::schema::Fields;

/// Title and lead (synopsis, summary, factors) count more than the rest because their words stand in
/// the field more than once: the title so often again, the lead once. One field costs a search half
/// of what three with weights do.
const TITLE_AGAIN: usize = 2;

/// The document of a report.
pub(super) fn document(fields: &Fields, public: &PublicReport<RedactedText>) -> TantivyDocument {
    let report = &public.report;
    let mut document = TantivyDocument::default();

    document.add_text(fields.id, public.id.to_string());
    let (high, low) = id_to_numbers(public.id);
    document.add_u64(fields.id_high, high);
    document.add_u64(fields.id_low, low);

    let mut lead = vec![&report.synopsis, &report.summary];
    for factor in &report.factors {
        push_factor_texts(factor, &mut lead);
    }
    for text in report.texts() {
        document.add_text(fields.everything, text);
        document.add_text(fields.plain, text);
    }
    for text in lead.into_iter().chain([&report.title; TITLE_AGAIN]) {
        document.add_text(fields.everything, text);
    }

    for (field, value) in codes(report) {
        document.add_text(fields.codes, code_term(field, &value));
        if says_what_happened(field) {
            document.add_text(fields.everything, &value);
            document.add_text(fields.plain, value);
        }
    }
    if let Some(period) = report.period {
        let (first, last) = months(period);
        document.add_u64(fields.first_month, first);
        document.add_u64(fields.last_month, last);
    }
    document.add_u64(fields.published, months(public.published).1);
    if let Some(severity) = report.severity {
        document.add_u64(fields.severity, u64::from(severity.get()));
    }
    document
}

/// Whether a field's codes are searched as words, too.
fn says_what_happened(field: FacetField) -> bool {
    use FacetField::{Factor, FailureMode, Helped, Technology, Trigger};
    matches!(field, Technology | FailureMode | Trigger | Factor | Helped)
}

/// A code as it stands in the index.
pub(super) fn code_term(field: FacetField, value: &str) -> String {
    format!("{field}:{value}")
}

/// Months since the year 0.
pub(super) fn month_number(year: i16, month: u8) -> u64 {
    u64::from(year.unsigned_abs()) * 12 + u64::from(month) - 1
}

/// First and last month of a period.
pub(super) fn months(period: Period) -> (u64, u64) {
    let (first, last) = period.months();
    (
        month_number(period.year(), first),
        month_number(period.year(), last),
    )
}

fn id_to_numbers(id: ReportId) -> (u64, u64) {
    Uuid::try_parse(&id.to_string()).map_or((0, 0), |id| id.as_u64_pair())
}

/// The id that [`document`] kept as two numbers.
pub(super) fn id_from_numbers(high: u64, low: u64) -> Option<ReportId> {
    Uuid::from_u64_pair(high, low).to_string().parse().ok()
}

/// Every code of a report that can be filtered by.
///
/// A technology that is only named (a bystander) is none of them.
pub(super) fn codes(report: &Report<RedactedText>) -> BTreeSet<(FacetField, String)> {
    let mut codes = BTreeSet::new();
    let mut add = |field, value: &dyn ToString| codes.insert((field, value.to_string()));
    for technology in &report.technologies {
        if technology.role != Some(TechnologyRole::Bystander) {
            add(FacetField::Technology, &technology.slug);
            if let Some(known) = Taxonomy::builtin().technology(&technology.slug) {
                add(FacetField::Category, known.category());
            }
        }
    }
    let mut factors = Vec::new();
    for factor in &report.factors {
        push_factor_codes(factor, &mut factors);
    }
    let mitigated = report
        .mitigations
        .iter()
        .filter(|m| matches!(m.effect, Some(Effect::Worked | Effect::Partly)))
        .filter_map(|m| m.code.as_ref());
    let lists = [
        (FacetField::FailureMode, &report.failure_modes),
        (FacetField::Trigger, &report.triggers),
        (FacetField::Phase, &report.phases),
        (FacetField::Factor, &report.human_factors),
        (FacetField::DetectedBy, &report.detection.detectors),
        (FacetField::Helped, &report.helped_codes),
    ];
    for (field, list) in lists {
        for code in list {
            add(field, &code.code);
        }
    }
    for code in factors {
        add(FacetField::Factor, &code.code);
    }
    for code in mitigated {
        add(FacetField::Helped, &code.code);
    }
    if let Some(sector) = report.context.sector.known() {
        add(FacetField::Sector, sector);
    }
    if let Some(size) = report.context.size.known() {
        add(FacetField::Size, size);
    }
    add(FacetField::Kind, &report.kind.as_str());
    if let Some(severity) = report.severity {
        add(FacetField::Severity, &severity);
    }
    if let Some(period) = report.period {
        add(FacetField::Period, &period.year());
    }
    codes
}

fn push_factor_codes<'a>(factor: &'a Factor<RedactedText>, codes: &mut Vec<&'a Coded>) {
    codes.extend(&factor.code);
    for child in &factor.children {
        push_factor_codes(child, codes);
    }
}

fn push_factor_texts<'a>(factor: &'a Factor<RedactedText>, texts: &mut Vec<&'a RedactedText>) {
    texts.push(&factor.text);
    for child in &factor.children {
        push_factor_texts(child, texts);
    }
}

/// What snippets are cut from, line by line: all but title and synopsis, which stand above them
/// anyway, without Markdown's marks at the beginning of a line.
pub(super) fn snippet_lines(report: &Report<RedactedText>) -> impl Iterator<Item = &str> {
    let texts = report.texts().into_iter().skip(2);
    texts
        .flat_map(|text| text.as_str().lines())
        .map(|line| {
            line.trim_start_matches(|c: char| c.is_whitespace() || "#>|*-+".contains(c))
                .trim_end()
        })
        .filter(|line| !line.is_empty())
}

/// Adds a line to the text of a snippet, without Markdown's marks inside.
pub(super) fn push_snippet_line(text: &mut String, line: &str) {
    for part in line.split(['*', '`', '|']) {
        text.push_str(part);
    }
    text.push('\n');
}

//! A list of reports as a table (RFC 4180) that no spreadsheet takes for formulas.

use super::Site;
use super::listing::{one_line, path};
use crate::anonymise::RedactedText;
use crate::report::{Coded, Disclosed, Factor, PublicReport};

/// Names of the columns. Where a cell holds several codes, a semicolon stands between them.
const COLUMNS: [&str; 19] = [
    "id",
    "address",
    "published",
    "revision",
    "sample",
    "kind",
    "period",
    "severity",
    "title",
    "synopsis",
    "summary",
    "technologies",
    "failure_modes",
    "triggers",
    "factors",
    "detected_by",
    "helped",
    "sector",
    "size",
];

/// The first line.
pub fn csv_head() -> String {
    csv_line(&COLUMNS.map(str::to_owned))
}

/// The line of one report.
pub fn csv_row(public: &PublicReport<RedactedText>, site: &Site) -> String {
    let report = &public.report;
    let technologies = report.technologies.iter().map(|used| used.slug.as_str());
    let mut factors: Vec<&Coded> = report.human_factors.iter().collect();
    for factor in &report.factors {
        push_codes(factor, &mut factors);
    }
    csv_line(&[
        public.id.to_string(),
        site.address(&path(public)),
        public.published.to_string(),
        public.revision.to_string(),
        public.sample.to_string(),
        report.kind.as_str().to_owned(),
        report
            .period
            .map(|period| period.to_string())
            .unwrap_or_default(),
        report
            .severity
            .map(|severity| severity.to_string())
            .unwrap_or_default(),
        one_line(&report.title),
        one_line(&report.synopsis),
        one_line(&report.summary),
        technologies.collect::<Vec<_>>().join(";"),
        codes(&report.failure_modes),
        codes(&report.triggers),
        codes(factors),
        codes(&report.detection.detectors),
        codes(&report.helped_codes),
        disclosed(&report.context.sector),
        disclosed(&report.context.size),
    ])
}

fn codes<'a>(codes: impl IntoIterator<Item = &'a Coded>) -> String {
    let codes = codes.into_iter().map(|code| code.code.as_str());
    codes.collect::<Vec<_>>().join(";")
}

fn push_codes<'a>(factor: &'a Factor<RedactedText>, into: &mut Vec<&'a Coded>) {
    into.extend(&factor.code);
    for child in &factor.children {
        push_codes(child, into);
    }
}

/// "Removed" and "unknown" are not the same.
fn disclosed(fact: &Disclosed) -> String {
    match fact {
        Disclosed::Unknown => "unknown".to_owned(),
        Disclosed::Removed => "removed".to_owned(),
        Disclosed::Known(slug) => slug.to_string(),
    }
}

/// A line of a table.
pub fn csv_line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    cells.join(",") + "\r\n"
}

/// A cell. What a spreadsheet would calculate gets an apostrophe, which makes it text there (OWASP,
/// "CSV injection").
pub(super) fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        cell.push('\'');
    }
    cell.push_str(text);
    if cell.contains([',', '"', '\r', '\n', ';', '\'']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

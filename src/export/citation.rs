//! A report as a citation.

use std::fmt::Write;

use super::Site;
use super::listing::{path, subjects, synopsis, title};
use crate::anonymise::RedactedText;
use crate::report::PublicReport;

/// The names of months that every BibTeX style knows.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// An entry for BibTeX and biblatex.
pub fn bibtex(report: &PublicReport<RedactedText>, site: &Site) -> String {
    let id = report.id.to_string();
    let key = id.split('-').next().unwrap_or_default();
    let (month, _) = report.published.months();
    let mut out = format!(
        "@techreport{{candor-{key},\n  title = {{{{{}}}}},\n  author = {{{{Candor}}}},\n  \
         institution = {{Candor}},\n  type = {{Incident report}},\n  number = {{{id}}},\n  year = {{{}}},\n",
        latex(&title(report)),
        report.published.year(),
    );
    if let Some(month) = MONTHS.get(usize::from(month).saturating_sub(1)) {
        let _ = writeln!(out, "  month = {month},");
    }
    if report.revision > 0 {
        let _ = writeln!(out, "  note = {{Revision {}}},", report.revision);
    }
    let _ = write!(out, "  url = {{{}}}\n}}\n", site.address(&path(report)));
    out
}

/// A `CITATION.cff` file (Citation File Format 1.2.0).
pub fn citation_file(report: &PublicReport<RedactedText>, site: &Site) -> String {
    let (month, _) = report.published.months();
    let title = quoted(&title(report));
    let address = quoted(&site.address(&path(report)));
    let mut out = format!(
        "cff-version: 1.2.0\n\
         message: \"If you use this report, please cite it.\"\n\
         type: dataset\n\
         title: {title}\n\
         authors:\n  - name: \"Candor\"\n\
         identifiers:\n  - type: other\n    value: \"urn:uuid:{id}\"\n    description: \"The report's id\"\n\
         url: {address}\n\
         version: \"{revision}\"\n",
        id = report.id,
        revision = report.revision,
    );
    let synopsis = synopsis(report);
    if !synopsis.is_empty() {
        let _ = writeln!(out, "abstract: {}", quoted(&synopsis));
    }
    let subjects = subjects(report);
    if !subjects.is_empty() {
        out.push_str("keywords:\n");
        for (_, words) in subjects {
            let _ = writeln!(out, "  - {}", quoted(&words));
        }
    }
    let _ = write!(
        out,
        "preferred-citation:\n  type: report\n  title: {title}\n  authors:\n    - name: \"Candor\"\n  \
         institution:\n    name: \"Candor\"\n  year: {}\n  month: {month}\n  url: {address}\n",
        report.published.year(),
    );
    out
}

/// A string of YAML: JSON's strings are, once characters that YAML does not print are gone.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    serde_json::Value::String(plain).to_string()
}

fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            // A brace without a partner would swallow the rest of the file, escaped or not.
            '{' => out.push('('),
            '}' => out.push(')'),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

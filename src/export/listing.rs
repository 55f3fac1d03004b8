//! A list of reports on its way out, and what every form of it says of a report.

use super::Site;
use crate::anonymise::RedactedText;
use crate::report::{Period, PublicReport};
use crate::taxonomy::{ListId, Taxonomy};

/// The reports that answer a query.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// Where the registry is.
    pub site: &'a Site,
    /// The query as typed; empty for all reports.
    pub query: &'a str,
    /// Path of the page with the same reports.
    pub page: &'a str,
    /// Path of this list itself.
    pub itself: &'a str,
    /// The reports in order.
    pub reports: &'a [PublicReport<RedactedText>],
}

impl Listing<'_> {
    pub(super) fn title(&self) -> String {
        match self.query.trim() {
            "" => "Candor: all reports".to_owned(),
            query => format!("Candor: {query}"),
        }
    }
}

/// The title, or what stands in its place.
pub(super) fn title(report: &PublicReport<RedactedText>) -> String {
    let title = one_line(&report.report.title);
    let title = if title.is_empty() {
        "Report without a title".to_owned()
    } else {
        title
    };
    if report.sample {
        format!("Sample, invented: {title}")
    } else {
        title
    }
}

/// What a list says of a report: its synopsis, or else its summary.
pub(super) fn synopsis(report: &PublicReport<RedactedText>) -> String {
    let synopsis = one_line(&report.report.synopsis);
    if synopsis.is_empty() {
        one_line(&report.report.summary)
    } else {
        synopsis
    }
}

/// Path of a report's page.
pub(super) fn path(report: &PublicReport<RedactedText>) -> String {
    format!("/reports/{}", report.id)
}

/// Id and words of each technology and failure mode.
pub(super) fn subjects(report: &PublicReport<RedactedText>) -> Vec<(String, String)> {
    let taxonomy = Taxonomy::builtin();
    let technologies = report.report.technologies.iter().map(|used| &used.slug);
    let technologies = technologies.map(|slug| (slug.to_string(), taxonomy.technology_name(slug)));
    let modes = report.report.failure_modes.iter().map(|mode| &mode.code);
    let modes = modes.map(|code| (code.to_string(), taxonomy.label(ListId::FailureModes, code)));
    technologies
        .chain(modes)
        .map(|(slug, words)| (slug, words.to_owned()))
        .collect()
}

/// The first moment of a month, for formats that must have a time and have no form for a month.
pub(super) fn first_moment(month: Period) -> String {
    let (first, _) = month.months();
    format!("{:04}-{first:02}-01T00:00:00Z", month.year())
}

pub(super) fn one_line(text: &RedactedText) -> String {
    text.as_str()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

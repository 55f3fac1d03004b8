//! A report in a list.

use askama::Template;

use super::{SeverityMark, component};
use crate::anonymise::RedactedText;
use crate::portal::{Html, Labels, Piece, Said, markup, paths};
use crate::report::PublicReport;

/// One published report in a list: what it is, in three lines.
#[derive(Clone, Debug, Template)]
#[template(path = "components/report_line.html")]
pub struct ReportLine {
    pub(crate) href: String,
    pub(crate) title: Html,
    pub(crate) synopsis: Html,
    pub(crate) kind: &'static str,
    pub(crate) period: String,
    pub(crate) severity: Option<SeverityMark>,
    pub(crate) technologies: Vec<String>,
    pub(crate) sample: bool,
    pub(crate) reason: Said,
}

component!(ReportLine);

impl ReportLine {
    /// The line of a published report.
    pub fn new(report: &PublicReport<RedactedText>, labels: Labels) -> Self {
        let body = &report.report;
        Self {
            href: paths::report(report.id),
            title: markup::line(&body.title),
            synopsis: markup::line(&body.synopsis),
            kind: body.kind.label(),
            period: body
                .period
                .map(crate::report::Period::label)
                .unwrap_or_default(),
            severity: body.severity.map(SeverityMark),
            technologies: body
                .technologies
                .iter()
                .map(|used| labels.technology(&used.slug).label)
                .collect(),
            sample: report.sample,
            reason: Said::default(),
        }
    }

    /// With the part of it that was searched for instead of its synopsis.
    #[must_use]
    pub fn with_snippet(mut self, pieces: &[Piece]) -> Self {
        if !pieces.is_empty() {
            self.synopsis = markup::snippet(pieces);
        }
        self
    }

    /// With the reason why it stands here, such as "Same stack, same failure mode".
    #[must_use]
    pub fn because(mut self, reason: Said) -> Self {
        self.reason = reason;
        self
    }
}

//! A published report.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::portal::{Labels, Layout, ReportLine, ReportView, Section, paths};
use crate::report::PublicReport;

/// The page of a published report.
#[derive(Clone, Debug, Template)]
#[template(path = "public/report.html")]
pub struct ReportPage {
    layout: Layout,
    view: ReportView,
    id: String,
    href: String,
    published: String,
    revision: u32,
    sample: bool,
    similar: Vec<ReportLine>,
}

impl ReportPage {
    /// The report and reports like it, each with the reason ([`ReportLine::because`]). `layout`
    /// needs the demo mark only; title, description and dates come from the report.
    pub fn new(
        layout: Layout,
        report: &PublicReport<RedactedText>,
        similar: Vec<ReportLine>,
        labels: Labels,
    ) -> Self {
        let href = paths::report(report.id);
        let title = report.report.title.as_str().trim();
        let published = report.published.label();
        Self {
            layout: Layout {
                title: if title.is_empty() {
                    "Report without a title".into()
                } else {
                    title.to_owned()
                },
                description: report.report.synopsis.as_str().trim().to_owned(),
                section: Section::Search,
                address: if layout.address.is_empty() {
                    href.clone()
                } else {
                    layout.address
                },
                issued: Some(format!("published {published}")),
                sample_banner: layout.sample_banner,
                ..Layout::default()
            },
            view: ReportView::new(&report.report, labels),
            id: report.id.to_string(),
            href,
            published,
            revision: report.revision,
            sample: report.sample,
            similar,
        }
    }
}

//! A published report.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::portal::{Html, Labels, Layout, Phrase, ReportLine, ReportView, Section, markup, paths};
use crate::report::{Change, ChangeReason, PublicReport, Reaction};

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
    also: Vec<ReportLine>,
    changes: Vec<ChangeLine>,
    /// What readers said, each with "at least so many".
    reactions: Vec<(Reaction, u64)>,
}

/// A change since it was published.
#[derive(Clone, Debug)]
struct ChangeLine {
    revision: u32,
    month: String,
    /// What the reporter says of an amendment.
    note: Html,
    /// For a follow-up, after how many days.
    after: Option<i64>,
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
                    Phrase::Content(title.to_owned())
                },
                description: Phrase::Content(report.report.synopsis.as_str().trim().to_owned()),
                section: Section::Search,
                address: if layout.address.is_empty() {
                    href.clone()
                } else {
                    layout.address
                },
                issued: Some(say!("report-issued", period = word!(published))),
                samples: layout.samples,
                ..Layout::default()
            },
            view: ReportView::new(&report.report, labels),
            id: report.id.to_string(),
            href,
            published,
            revision: report.revision,
            sample: report.sample,
            similar,
            also: Vec::new(),
            changes: report.changes.iter().map(ChangeLine::new).collect(),
            reactions: Vec::new(),
        }
    }

    /// With other reports of the same event.
    #[must_use]
    pub fn also_seen_by(mut self, also: Vec<ReportLine>) -> Self {
        self.also = also;
        self
    }

    /// With what readers said of it.
    #[must_use]
    pub fn said(mut self, reactions: Vec<(Reaction, u64)>) -> Self {
        self.reactions = reactions;
        self
    }

    fn count(&self, reaction: Reaction) -> u64 {
        let said = self.reactions.iter().find(|(said, _)| *said == reaction);
        said.map_or(0, |(_, count)| *count)
    }
}

impl ChangeLine {
    fn new(change: &Change<RedactedText>) -> Self {
        let (note, after) = match &change.reason {
            ChangeReason::Amended(note) => (markup::line(note), None),
            ChangeReason::FollowUp(after) => (Html::default(), Some(after.days())),
        };
        Self {
            revision: change.revision,
            month: change.month.label(),
            note,
            after,
        }
    }
}

//! Home: what this is, in one screen.

use askama::Template;

use super::{AlertLine, DigestLine};
use crate::portal::{Bars, Count, Layout, ReportLine, Section, Suggestions};

/// The home page.
#[derive(Clone, Debug, Template)]
#[template(path = "public/home.html")]
pub struct HomePage {
    layout: Layout,
    total: u64,
    recent: Vec<ReportLine>,
    technologies: Bars,
    modes: Bars,
    digest: Option<DigestLine>,
    suggestions: Suggestions,
    alert: Option<AlertLine>,
}

impl HomePage {
    /// Published reports in all, the most recent, and what they are most often about.
    pub fn new(
        layout: Layout,
        total: u64,
        recent: Vec<ReportLine>,
        technologies: Vec<Count>,
        modes: Vec<Count>,
        digest: Option<DigestLine>,
        suggestions: Suggestions,
    ) -> Self {
        let note = "Counts of reports here, not of incidents out there.";
        Self {
            layout,
            total,
            recent,
            technologies: Bars::new("by-technology", "By technology", note, technologies),
            modes: Bars::new(
                "by-pattern",
                "By pattern",
                "How things failed, whatever they ran on.",
                modes,
            ),
            digest,
            suggestions,
            alert: None,
        }
    }

    /// With one line for the newest alert.
    #[must_use]
    pub fn alert(mut self, alert: Option<AlertLine>) -> Self {
        self.alert = alert;
        self
    }
}

//! Home: what this is, in one screen.

use askama::Template;

use super::{AlertLine, DigestLine};
use crate::portal::{Count, Layout, ReportLine, Section, Suggestions};

/// The home page.
#[derive(Clone, Debug, Template)]
#[template(path = "public/home.html")]
pub struct HomePage {
    layout: Layout,
    total: u64,
    recent: Vec<ReportLine>,
    browse: Vec<Browse>,
    digest: Option<DigestLine>,
    suggestions: Suggestions,
    alert: Option<AlertLine>,
}

/// One way into the reports.
#[derive(Clone, Debug)]
pub struct Browse {
    /// "By sector".
    pub title: &'static str,
    /// Its most frequent entries.
    pub counts: Vec<Count>,
    /// Where all of them are.
    pub all: String,
}

impl HomePage {
    /// Published reports in all, the most recent, and the ways into them.
    pub fn new(
        layout: Layout,
        total: u64,
        recent: Vec<ReportLine>,
        browse: Vec<Browse>,
        digest: Option<DigestLine>,
        suggestions: Suggestions,
    ) -> Self {
        Self {
            layout,
            total,
            recent,
            browse: browse
                .into_iter()
                .filter(|way| !way.counts.is_empty())
                .collect(),
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

//! Lists: technologies, failure modes, and what comes together.

use askama::Template;

use crate::patterns::{Growth, Mined};
use crate::portal::view::{Findings, Grown};
use crate::portal::{Count, Labels, Layout, Section, Table};

/// Combinations on their page.
const FINDINGS: usize = 200;
/// New or growing codes on the page of combinations, and on that of patterns.
const GROWN: usize = 60;
const GROWN_FIRST: usize = 6;

/// All technologies that somebody reported about.
#[derive(Clone, Debug, Template)]
#[template(path = "public/technologies.html")]
pub struct TechnologiesPage {
    layout: Layout,
    groups: Vec<(String, Vec<Count>)>,
}

/// All failure modes.
#[derive(Clone, Debug, Template)]
#[template(path = "public/patterns.html")]
pub struct PatternsPage {
    layout: Layout,
    groups: Vec<(String, Vec<Count>)>,
    /// Reports without a page, and how they failed, where there are enough.
    counted: Option<(usize, Vec<Count>)>,
    grown: Grown,
}

/// Codes that come together more often than by chance.
#[derive(Clone, Debug, Template)]
#[template(path = "public/combinations.html")]
pub struct CombinationsPage {
    layout: Layout,
    reports: u32,
    least: u32,
    tested: usize,
    total: usize,
    findings: Findings,
    grown: Grown,
}

impl TechnologiesPage {
    /// Technologies with their counts, by category.
    pub fn new(layout: Layout, groups: Vec<(String, Vec<Count>)>) -> Self {
        Self { layout, groups }
    }
}

impl PatternsPage {
    /// Failure modes with their counts, by group; a count of 0 is shown as "none yet".
    pub fn new(layout: Layout, groups: Vec<(String, Vec<Count>)>, growth: &Growth) -> Self {
        Self {
            layout,
            grown: Grown::new(growth, GROWN_FIRST, Labels::builtin()),
            groups,
            counted: None,
        }
    }

    /// With the number of reports that are counted without a page, and how they failed.
    #[must_use]
    pub fn counted(mut self, total: usize, modes: Vec<Count>) -> Self {
        self.counted = Some((total, modes));
        self
    }
}

impl CombinationsPage {
    /// What is new or growing, to take along.
    pub fn growth(mined: &Mined) -> Table {
        Grown::new(&mined.growth, usize::MAX, Labels::builtin()).table()
    }

    /// The least likely to be chance first.
    pub fn new(layout: Layout, mined: &Mined, labels: Labels) -> Self {
        let found = mined.combinations.iter().take(FINDINGS);
        Self {
            layout,
            reports: mined.reports,
            least: mined.least,
            tested: mined.tested,
            total: mined.combinations.len(),
            findings: Findings::new(found, labels),
            grown: Grown::new(&mined.growth, GROWN, labels),
        }
    }
}

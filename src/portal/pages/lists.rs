//! Lists: technologies, failure modes, and what comes together.

use askama::Template;

use crate::patterns::Mined;
use crate::portal::view::{Findings, Part, part};
use crate::portal::{Count, Labels, Layout, Section};

/// Combinations on their page.
const FINDINGS: usize = 200;

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
    /// Reports without a page, and how they failed.
    counted: (usize, Vec<Count>),
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
    /// First and last quarter of the later year; empty where there are no two years.
    between: String,
    growing: Vec<(Part, u32, u32)>,
}

impl TechnologiesPage {
    /// Technologies with their counts, by category.
    pub fn new(layout: Layout, groups: Vec<(String, Vec<Count>)>) -> Self {
        Self { layout, groups }
    }
}

impl PatternsPage {
    /// Failure modes with their counts, by group; a count of 0 is shown as "none yet".
    pub fn new(layout: Layout, groups: Vec<(String, Vec<Count>)>) -> Self {
        Self {
            layout,
            groups,
            counted: (0, Vec::new()),
        }
    }

    /// With the number of reports that are counted without a page, and how they failed.
    #[must_use]
    pub fn counted(mut self, total: usize, modes: Vec<Count>) -> Self {
        self.counted = (total, modes);
        self
    }
}

impl CombinationsPage {
    /// The least likely to be chance first.
    pub fn new(layout: Layout, mined: &Mined, labels: Labels) -> Self {
        let found = mined.combinations.iter().take(FINDINGS);
        let growing = mined.growth.growing.iter();
        let growing = growing.map(|growing| {
            let part = part(&growing.fact, labels);
            (part, growing.now, growing.before)
        });
        Self {
            layout,
            reports: mined.reports,
            least: mined.least,
            tested: mined.tested,
            total: mined.combinations.len(),
            findings: Findings::new(found, labels),
            between: mined
                .growth
                .between
                .map(|(first, last)| format!("{first} to {last}"))
                .unwrap_or_default(),
            growing: growing.collect(),
        }
    }
}

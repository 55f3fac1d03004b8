//! Technologies and failure modes: the lists, and what is known of each.

use askama::Template;

use crate::portal::{Bars, Count, Labelled, Layout, ReportLine, Section};

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

/// What is counted about a technology or a failure mode; empty lists are left out.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Reports that have it.
    pub reports: u64,
    /// How it fails (for a technology).
    pub modes: Vec<Count>,
    /// What it happened with (for a failure mode).
    pub technologies: Vec<Count>,
    /// What changed just before.
    pub triggers: Vec<Count>,
    /// How it was noticed.
    pub detectors: Vec<Count>,
    /// What stopped it: reports in which it worked or helped in part.
    pub mitigations: Vec<Count>,
    /// What helped.
    pub helped: Vec<Count>,
    /// What is often there, too (for a technology).
    pub together: Vec<Count>,
    /// The reports to read first.
    pub lines: Vec<ReportLine>,
    /// Address of a search for all of its reports.
    pub all: String,
}

/// One technology.
#[derive(Clone, Debug, Template)]
#[template(path = "public/technology.html")]
pub struct TechnologyPage {
    layout: Layout,
    technology: Labelled,
    profile: Profile,
    bars: Vec<Bars>,
}

/// One failure mode.
#[derive(Clone, Debug, Template)]
#[template(path = "public/pattern.html")]
pub struct PatternPage {
    layout: Layout,
    mode: Labelled,
    profile: Profile,
    bars: Vec<Bars>,
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

impl TechnologyPage {
    /// A technology (its definition is its category) and what is counted about it.
    pub fn new(layout: Layout, technology: Labelled, mut profile: Profile) -> Self {
        let bars = vec![
            Bars::new(
                "modes",
                "How it fails",
                "",
                std::mem::take(&mut profile.modes),
            ),
            Bars::new(
                "triggers",
                "What sets it off",
                "",
                std::mem::take(&mut profile.triggers),
            ),
            Bars::new(
                "detectors",
                "How it is noticed",
                "",
                std::mem::take(&mut profile.detectors),
            ),
            stopped(&mut profile),
            Bars::new(
                "helped",
                "What helps",
                "",
                std::mem::take(&mut profile.helped),
            ),
            Bars::new(
                "together",
                "Together with",
                "Other technologies in the same reports.",
                std::mem::take(&mut profile.together),
            ),
        ];
        Self {
            layout,
            technology,
            profile,
            bars,
        }
    }
}

impl PatternPage {
    /// A failure mode and what is counted about it.
    pub fn new(layout: Layout, mode: Labelled, mut profile: Profile) -> Self {
        let bars = vec![
            Bars::new(
                "technologies",
                "What it happens with",
                "",
                std::mem::take(&mut profile.technologies),
            ),
            Bars::new(
                "triggers",
                "What sets it off",
                "",
                std::mem::take(&mut profile.triggers),
            ),
            Bars::new(
                "detectors",
                "How it is noticed",
                "",
                std::mem::take(&mut profile.detectors),
            ),
            stopped(&mut profile),
            Bars::new(
                "helped",
                "What helps",
                "",
                std::mem::take(&mut profile.helped),
            ),
        ];
        Self {
            layout,
            mode,
            profile,
            bars,
        }
    }
}

fn stopped(profile: &mut Profile) -> Bars {
    let note = "Reports in which it worked or helped in part.";
    Bars::new(
        "mitigations",
        "What stops it",
        note,
        std::mem::take(&mut profile.mitigations),
    )
}

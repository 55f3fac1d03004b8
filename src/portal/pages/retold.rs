//! Stories that several reports tell: chains, and reports told much alike.

use askama::Template;

use crate::patterns::{Cluster, Mined};
use crate::portal::view::Chains;
use crate::portal::{Labels, Layout, Section, Table, paths};
use crate::taxonomy::ListId;

/// Chains on their page.
const CHAINS: usize = 100;
/// Groups on their page.
const GROUPS: usize = 60;
/// Reports named for a group.
const READ: usize = 3;

/// Things that come one after the other.
#[derive(Clone, Debug, Template)]
#[template(path = "public/chains.html")]
pub struct ChainsPage {
    layout: Layout,
    reports: u32,
    total: usize,
    chains: Chains,
}

/// Reports told in much the same words.
#[derive(Clone, Debug, Template)]
#[template(path = "public/retold.html")]
pub struct RetoldPage {
    layout: Layout,
    reports: u32,
    total: usize,
    groups: Vec<Group>,
}

#[derive(Clone, Debug)]
struct Group {
    reports: usize,
    alike: u8,
    /// Name and address.
    technologies: Vec<(String, String)>,
    modes: Vec<(String, String)>,
    words: String,
    read: Vec<String>,
}

impl ChainsPage {
    /// The least likely to be chance first.
    pub fn new(layout: Layout, mined: &Mined) -> Self {
        Self {
            layout,
            reports: mined.reports,
            total: mined.chains.len(),
            chains: Chains::new(mined.chains.iter().take(CHAINS), Labels::builtin()),
        }
    }

    /// All chains, to take along.
    pub fn table(mined: &Mined) -> Table {
        Chains::new(mined.chains.iter(), Labels::builtin()).table()
    }

    /// The frame of the page.
    pub fn layout() -> Layout {
        Layout::public(
            Section::Patterns,
            "What follows what",
            "Chains that several reports tell of in the same order: what came first, and what it led to.",
        )
        .at(paths::CHAINS)
    }
}

impl RetoldPage {
    /// The largest groups first.
    pub fn new(layout: Layout, mined: &Mined) -> Self {
        let clusters = mined.clusters.iter();
        Self {
            layout,
            reports: mined.reports,
            total: mined.clusters.len(),
            groups: clusters.take(GROUPS).map(Group::new).collect(),
        }
    }

    /// The frame of the page.
    pub fn layout() -> Layout {
        Layout::public(
            Section::Patterns,
            "Told much alike",
            "Groups of reports that tell much the same story in much the same words.",
        )
        .at(paths::RETOLD)
    }
}

impl Group {
    fn new(cluster: &Cluster) -> Self {
        let labels = Labels::builtin();
        let label = &cluster.label;
        let technologies = label.technologies.iter();
        let modes = label.modes.iter();
        Self {
            reports: cluster.reports.len(),
            alike: cluster.alike,
            technologies: technologies
                .map(|slug| {
                    (
                        labels.technology(slug).label,
                        paths::technology(slug.as_str()),
                    )
                })
                .collect(),
            modes: modes
                .map(|slug| {
                    let term = labels.term(ListId::FailureModes, slug);
                    (term.label, labels.page_of_mode(slug))
                })
                .collect(),
            words: label.words.join(", "),
            read: cluster
                .reports
                .iter()
                .take(READ)
                .map(|id| paths::report(*id))
                .collect(),
        }
    }
}

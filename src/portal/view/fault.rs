//! A fault tree: as a drawing, and as a nested list.

mod drawing;

use askama::Template;

use super::{Part, component, part, together};
use crate::patterns::{Branch, FaultTree};
use crate::portal::{Labels, Language, Phrase, Table, paths};
use crate::taxonomy::ListId;
use drawing::{Drawing, Outline};

/// A fault tree with its drawing.
#[derive(Clone, Debug, Template)]
#[template(path = "components/fault.html")]
pub(crate) struct FaultView {
    root: Phrase,
    reports: u32,
    entries: Vec<Entry>,
    drawing: Drawing,
}

component!(FaultView);

#[derive(Clone, Debug)]
struct Entry {
    part: Part,
    reports: u32,
    /// A search for its reports; empty where one cannot be asked for.
    search: String,
    evidence: Vec<String>,
    below: Vec<Entry>,
}

impl FaultView {
    /// `None` where too few reports came the same way.
    pub(crate) fn new(tree: &FaultTree, labels: Labels) -> Option<Self> {
        if tree.modes.is_empty() && tree.whichever.is_empty() {
            return None;
        }
        let root = effect(tree, labels);
        let within: Vec<String> = tree
            .stack
            .iter()
            .map(|slug| format!("stack:{slug}"))
            .collect();
        let mut entries: Vec<Entry> = Vec::new();
        entries.extend(
            tree.modes
                .iter()
                .map(|branch| entry(branch, &within, labels)),
        );
        entries.extend(
            tree.whichever
                .iter()
                .map(|branch| entry(branch, &within, labels)),
        );
        Some(Self {
            drawing: Drawing::new(
                Outline::new(root.clone(), tree.reports),
                entries.iter().map(|entry| {
                    let below = entry.below.iter().map(Entry::outline);
                    (entry.outline(), below.collect())
                }),
            ),
            root,
            reports: tree.reports,
            entries,
        })
    }

    /// A line for each branch, to take along.
    pub(crate) fn table(tree: &FaultTree, labels: Labels) -> Table {
        let mut rows = Vec::new();
        let mut add = |above: String, branch: &Branch| {
            let part = part(&branch.fact, labels);
            rows.push(vec![
                above,
                part.sort.into(),
                part.label(),
                branch.reports.to_string(),
            ]);
        };
        let root = effect(tree, labels);
        for branch in tree.modes.iter().chain(&tree.whichever) {
            add(root.plain(Language::English), branch);
            for below in &branch.below {
                add(part(&branch.fact, labels).label(), below);
            }
        }
        Table {
            head: vec!["Effect", "Sort", "Came by", "Reports, at least"],
            rows,
        }
    }
}

/// What stands at the root.
fn effect(tree: &FaultTree, labels: Labels) -> Phrase {
    let names = together(&tree.stack, labels);
    let felt = tree.felt.first();
    let felt = felt.map(|felt| labels.term(ListId::ImpactKinds, &felt.code).label);
    match felt {
        Some(felt) => {
            let felt = word!(felt).within();
            say!("fault-in-trouble-felt", names = names, felt = felt).into()
        }
        None => say!("fault-in-trouble", names = names).into(),
    }
}

fn entry(branch: &Branch, within: &[String], labels: Labels) -> Entry {
    let part = part(&branch.fact, labels);
    let mut asked = within.to_vec();
    let search = match part.query() {
        Some(query) => {
            asked.push(query.to_owned());
            paths::search(&asked.join(" AND "))
        }
        None => String::new(),
    };
    Entry {
        below: branch
            .below
            .iter()
            .map(|below| entry(below, &asked, labels))
            .collect(),
        reports: branch.reports,
        search,
        evidence: branch
            .evidence
            .iter()
            .map(|id| paths::report(*id))
            .collect(),
        part,
    }
}

impl Entry {
    fn outline(&self) -> Outline {
        let part = &self.part;
        let words = say!("fault-part", sort = word!(part.sort), part = part.phrase());
        Outline::new(words.into(), self.reports)
    }
}

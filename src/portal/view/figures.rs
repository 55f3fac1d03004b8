//! A table of numbers under a heading.

use askama::Template;

use super::component;
use crate::patterns::{MINIMUM, MitigationCount, Outcomes, RemediationCount};
use crate::portal::{Labels, Table, view::words};
use crate::report::Strength;
use crate::review::Agreement;
use crate::taxonomy::ListId;

/// A table with a row for each term and a column for each number.
#[derive(Clone, Debug, Template)]
#[template(path = "components/figures.html")]
pub(crate) struct Figures {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) note: &'static str,
    pub(crate) head: Vec<&'static str>,
    pub(crate) rows: Vec<Figure>,
    /// Where the table can be taken along; empty for nowhere.
    pub(crate) csv: String,
}

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) label: String,
    /// A few words under it.
    pub(crate) under: &'static str,
    /// As they are [`counted`]; "0" is shown as nothing.
    pub(crate) numbers: Vec<String>,
}

component!(Figures);

impl Figures {
    /// What enough reports tried to stop it, and what it did.
    pub(crate) fn tried(tried: &[MitigationCount], most: usize, labels: Labels) -> Self {
        let tried = tried.iter().filter(|line| enough(line.effects.reports));
        let row = |line: &MitigationCount| {
            let effects = line.effects;
            Figure {
                label: labels.term(ListId::Mitigations, &line.code).label,
                under: "",
                numbers: written(&[
                    effects.reports,
                    effects.worked,
                    effects.partly,
                    effects.no_effect,
                    effects.made_worse,
                ]),
            }
        };
        Self {
            id: "stopped",
            title: "What stopped it",
            note: "Reports in which it was tried, and what it did there.",
            head: vec!["Tried", "Worked", "In part", "Nothing", "Worse"],
            rows: tried.take(most).map(row).collect(),
            csv: String::new(),
        }
    }

    /// What enough reports changed afterwards, and whether it held.
    pub(crate) fn changed(changed: &[RemediationCount], most: usize, labels: Labels) -> Self {
        let changed = changed.iter().filter(|line| enough(line.outcomes.reports));
        let row = |line: &RemediationCount| Figure {
            label: labels.term(ListId::Remediations, &line.class).label,
            under: line
                .outcomes
                .strength
                .map(words::strength)
                .unwrap_or_default(),
            numbers: held(&line.outcomes),
        };
        Self {
            id: "changed",
            title: "What was changed afterwards",
            note: "Reports that chose it; in how many it was done by then, and held.",
            head: vec!["Chosen", "Done", "Held", "Did not"],
            rows: changed.take(most).map(row).collect(),
            csv: String::new(),
        }
    }

    /// Changes of enough reports by how much they lean on people being careful.
    pub(crate) fn strengths(strengths: impl Iterator<Item = (Strength, Outcomes)>) -> Self {
        let strengths = strengths.filter(|(_, outcomes)| enough(outcomes.reports));
        let row = |(strength, outcomes): (Strength, Outcomes)| Figure {
            label: words::strength(strength).to_owned(),
            under: "",
            numbers: held(&outcomes),
        };
        Self {
            id: "strengths",
            title: "Strength of actions",
            note: "What changes lean on, and whether they held. Information, never a grade.",
            head: vec!["Chosen", "Done", "Held", "Did not"],
            rows: strengths.map(row).collect(),
            csv: String::new(),
        }
    }

    /// How far analysts agree on codes, list by list; lists with too few reports are left out.
    pub(crate) fn agreement(agreement: &[Agreement], labels: Labels) -> Self {
        let enough = agreement.iter().filter(|of| of.reports >= MINIMUM);
        let row = |of: &Agreement| Figure {
            label: labels.list(of.list).to_owned(),
            under: "",
            numbers: vec![
                of.pairs.to_string(),
                of.same.to_string(),
                of.kappa
                    .map_or_else(|| "–".to_owned(), |kappa| format!("{kappa:.2}")),
            ],
        };
        Self {
            id: "agreement",
            title: "Agreement of coders",
            note: "Two people code each report without seeing the other’s choice. Pairs compared, pairs with exactly the same codes, and Cohen’s kappa: 1 is perfect, 0 no better than chance. A low figure speaks of the terms, not of people.",
            head: vec!["Pairs", "Same", "Kappa"],
            rows: enough.map(row).collect(),
            csv: String::new(),
        }
    }

    /// The same to take along.
    pub(crate) fn table(&self) -> Table {
        let row = |row: &Figure| {
            let numbers = row.numbers.iter().cloned();
            std::iter::once(row.label.clone()).chain(numbers).collect()
        };
        Table {
            head: std::iter::once(self.title)
                .chain(self.head.iter().copied())
                .collect(),
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

fn held(outcomes: &Outcomes) -> Vec<String> {
    written(&[
        outcomes.reports,
        outcomes.done,
        outcomes.held,
        outcomes.did_not_hold,
    ])
}

fn written(numbers: &[u32]) -> Vec<String> {
    numbers.iter().copied().map(counted).collect()
}

fn enough(reports: u32) -> bool {
    reports as usize >= MINIMUM
}

/// A number of reports as it is written: "few" for those that do not say how many they are.
pub(crate) fn counted(reports: u32) -> String {
    match reports as usize {
        1..MINIMUM => "few".to_owned(),
        reports => reports.to_string(),
    }
}

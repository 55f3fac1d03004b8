//! Things that come one after the other, as a list with evidence.

use askama::Template;

use super::{Part, component, part};
use crate::patterns::Chain;
use crate::portal::{Labels, Table, paths};

/// Chains, in the order given.
#[derive(Clone, Debug, Template)]
#[template(path = "components/chains.html")]
pub(crate) struct Chains(Vec<Line>);

component!(Chains);

#[derive(Clone, Debug)]
struct Line {
    links: Vec<Part>,
    reports: u32,
    told: u32,
    sure: bool,
    evidence: Vec<String>,
}

impl Chains {
    pub(crate) fn new<'a>(found: impl Iterator<Item = &'a Chain>, labels: Labels) -> Self {
        let line = |chain: &Chain| Line {
            links: chain.links.iter().map(|link| part(link, labels)).collect(),
            reports: chain.reports,
            told: chain.told,
            sure: chain.beyond_chance(),
            evidence: chain.evidence.iter().map(|id| paths::report(*id)).collect(),
        };
        Self(found.map(line).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A line for each chain, to take along.
    pub(crate) fn table(&self) -> Table {
        let row = |line: &Line| {
            let links = line.links.iter().map(Part::label);
            vec![
                links.collect::<Vec<_>>().join(" → "),
                line.reports.to_string(),
                line.told.to_string(),
                if line.sure { "yes" } else { "no" }.to_owned(),
            ]
        };
        Table {
            head: vec![
                "Chain",
                "Reports in this order, at least",
                "Reports that tell of all",
                "Order beyond chance",
            ],
            rows: self.0.iter().map(row).collect(),
        }
    }
}

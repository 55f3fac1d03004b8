//! What is new or growing, as a table.

use askama::Template;

use super::figures::counted;
use super::{Part, component, part};
use crate::patterns::Growth;
use crate::portal::{Labels, Said, Table};

/// What reports of the last year tell of more often than those of the year before.
#[derive(Clone, Debug, Template)]
#[template(path = "components/grown.html")]
pub(crate) struct Grown {
    /// First and last month of the later year; empty where there are no two years.
    pub(crate) between: Said,
    lines: Vec<Line>,
}

component!(Grown);

#[derive(Clone, Debug)]
struct Line {
    parts: Vec<Part>,
    now: u32,
    before: String,
}

impl Grown {
    pub(crate) fn new(growth: &Growth, most: usize, labels: Labels) -> Self {
        let between = growth.between;
        let lines = growth.growing.iter().take(most).map(|growing| Line {
            parts: growing
                .facts
                .iter()
                .map(|fact| part(fact, labels))
                .collect(),
            now: growing.now,
            before: counted(growing.before),
        });
        Self {
            between: between
                .map(|(first, last)| {
                    let (first, last) = (first.first_month().label(), last.last_month().label());
                    say!("grown-between", first = word!(first), last = word!(last))
                })
                .unwrap_or_default(),
            lines: lines.collect(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A line for each, to take along.
    pub(crate) fn table(&self) -> Table {
        let row = |line: &Line| {
            let parts = line.parts.iter().map(Part::label);
            vec![
                parts.collect::<Vec<_>>().join(" + "),
                line.now.to_string(),
                line.before.clone(),
            ]
        };
        Table {
            head: vec![
                "Code",
                "Reports now, at least",
                "Reports the year before, at least",
            ],
            rows: self.lines.iter().map(row).collect(),
        }
    }
}

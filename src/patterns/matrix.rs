//! The resiliency matrix: what was seen when a component was in a certain state, and what
//! contained it.
//!
//! The idea is that of the matrices that teams draw ahead of failure, component by state of its
//! dependency; here the cells are filled from reports.

use std::collections::BTreeMap;

use crate::report::{DependencyState, ReportId, Severity, Slug};
use crate::taxonomy::{ListId, Taxonomy};

use super::fact::Fact;
use super::profile::READ_FIRST;
use super::selection::Selection;
use super::table::{CodeTable, Rank, first};
use super::{MINIMUM, Tally};

/// The columns.
pub const STATES: [DependencyState; 5] = [
    DependencyState::Healthy,
    DependencyState::Slow,
    DependencyState::Degraded,
    DependencyState::Down,
    DependencyState::Misconfigured,
];

/// A row: a kind of technology, or one technology.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Component {
    /// Taxonomy `technology-categories`.
    Category(Slug),
    /// Taxonomy `technologies`.
    Technology(Slug),
}

/// What was seen while a component was in one state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Reports, at least.
    pub reports: u32,
    /// How things failed (`failure-modes`).
    pub modes: Tally,
    /// What was felt (`impact-kinds`).
    pub impacts: Tally,
    /// What worked or helped in part (`mitigations`).
    pub contained: Tally,
    /// The worst severity.
    pub worst: Option<Severity>,
    /// The reports to read first.
    pub evidence: Vec<ReportId>,
}

/// Cells by component and state; a cell without reports is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix(BTreeMap<Component, BTreeMap<DependencyState, Cell>>);

impl Matrix {
    /// The whole registry by kind of technology. A cell of fewer than [`MINIMUM`] reports is there
    /// and says nothing but that: see [`Cell::enough`].
    pub fn by_category(reports: &Selection<'_>) -> Self {
        let taxonomy = Taxonomy::builtin();
        Self::of(reports, |slug| {
            let category = taxonomy.technology(slug)?.category();
            Some(Component::Category(category.clone()))
        })
    }

    /// The technologies of a stack, each with the reports in which it took part.
    pub fn of_stack<'a>(table: &CodeTable, stack: impl IntoIterator<Item = &'a Slug>) -> Self {
        let mut matrix = Self::default();
        for technology in stack {
            let with = table.with(&Fact::Technology(technology.clone()));
            let of_it = |slug: &Slug| {
                (slug == technology).then(|| Component::Technology(technology.clone()))
            };
            matrix.0.append(&mut Self::of(&with, of_it).0);
        }
        matrix
    }

    fn of(reports: &Selection<'_>, row: impl Fn(&Slug) -> Option<Component>) -> Self {
        let table = reports.table;
        let places: Vec<Option<(Component, DependencyState)>> = table
            .facts()
            .iter()
            .map(|fact| match fact {
                Fact::State(slug, state) => Some((row(slug)?, *state)),
                _ => None,
            })
            .collect();
        let place = |number: &u32| places.get(*number as usize)?.as_ref();
        let mut cells: BTreeMap<(&Component, DependencyState), Sums> = BTreeMap::new();
        for report in reports.rows() {
            let mut at: Vec<_> = report.facts.iter().filter_map(place).collect();
            at.sort_unstable();
            at.dedup();
            for (component, state) in at {
                let sums = cells.entry((component, *state)).or_default();
                sums.reports += 1;
                sums.worst = sums.worst.max(report.severity);
                sums.ranks.push(report.rank());
                for number in &report.facts {
                    *sums.facts.entry(*number).or_default() += 1;
                }
            }
        }
        let mut matrix = Self::default();
        for ((component, state), sums) in cells {
            let cell = sums.cell(table);
            let row = matrix.0.entry(component.clone()).or_default();
            row.insert(state, cell);
        }
        matrix
    }

    /// Its rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = (&Component, &BTreeMap<DependencyState, Cell>)> {
        self.0.iter()
    }

    /// One cell; `None` where no report tells of it.
    pub fn cell(&self, component: &Component, state: DependencyState) -> Option<&Cell> {
        self.0.get(component)?.get(&state)
    }

    /// Whether no report tells of any state.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Cell {
    /// Whether there are enough reports to speak of a pattern; if not, say "too few".
    pub fn enough(&self) -> bool {
        usize::try_from(self.reports).is_ok_and(|reports| reports >= MINIMUM)
    }
}

#[derive(Default)]
struct Sums {
    reports: u32,
    worst: Option<Severity>,
    ranks: Vec<Rank>,
    facts: BTreeMap<u32, u32>,
}

impl Sums {
    fn cell(self, table: &CodeTable) -> Cell {
        let mut cell = Cell {
            reports: self.reports,
            worst: self.worst,
            evidence: first(self.ranks.into_iter(), READ_FIRST),
            ..Cell::default()
        };
        for (number, reports) in self.facts {
            match table.fact(number) {
                Some(Fact::Code(ListId::FailureModes, code)) => cell.modes.add(code, reports),
                Some(Fact::Code(ListId::ImpactKinds, code)) => cell.impacts.add(code, reports),
                Some(Fact::Eased(code)) => cell.contained.add(code, reports),
                _ => {}
            }
        }
        cell
    }
}

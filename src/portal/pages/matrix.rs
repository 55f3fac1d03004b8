//! The resiliency matrix: what was seen when a component was in a certain state, and a worksheet
//! to fill in for one's own system.

use askama::Template;

use crate::patterns::{Cell, Component, Matrix, STATES, Tally};
use crate::portal::view::{SeverityMark, words};
use crate::portal::{Count, Labelled, Labels, Layout, Phrase, Said, Section, Table, paths};
use crate::report::{DependencyState, Slug};
use crate::taxonomy::ListId;

/// Terms named in a cell.
const TERMS: usize = 4;
/// Terms named in a cell of the sheet.
const SHEET_TERMS: usize = 2;
/// Rows without a name on a worksheet that is for no stack in particular.
const BLANK: usize = 2;

/// What a matrix is of.
#[derive(Clone, Debug, Default)]
pub struct MatrixOf {
    /// Technologies as typed; empty for the whole registry.
    pub typed: String,
    /// Those we know.
    pub stack: Vec<Slug>,
    /// What was typed and is no technology we know.
    pub unknown: Vec<String>,
    /// Cells.
    pub matrix: Matrix,
    /// Reports of the registry.
    pub total: usize,
    /// Technologies offered while one is typed.
    pub names: Vec<String>,
}

/// The matrix.
#[derive(Clone, Debug, Template)]
#[template(path = "public/matrix.html")]
pub struct MatrixPage {
    layout: Layout,
    typed: String,
    unknown: Vec<String>,
    of_stack: bool,
    total: usize,
    states: [&'static str; 5],
    rows: Vec<Row>,
    names: Vec<String>,
    sheet: String,
    csv: String,
    markdown: String,
}

/// The matrix on paper, with room to write.
#[derive(Clone, Debug, Template)]
#[template(path = "public/matrix_sheet.html")]
pub struct WorksheetPage {
    layout: Layout,
    of_stack: bool,
    rows: Vec<Row>,
    back: String,
}

#[derive(Clone, Debug)]
struct Row {
    id: String,
    label: String,
    href: String,
    cells: Vec<CellView>,
}

/// One cell; without reports it is empty. One of too few reports tells nothing but, of a stack,
/// where they are.
#[derive(Clone, Debug)]
struct CellView {
    id: String,
    state: &'static str,
    when: &'static str,
    reports: u32,
    /// There are too few reports to tell what was seen.
    few: bool,
    /// How dark, 0 to 4, by the number of reports.
    shade: u8,
    worst: Option<SeverityMark>,
    told: Vec<(&'static str, Vec<Count>)>,
    evidence: Vec<String>,
}

impl CellView {
    fn new(row: &str, state: DependencyState, cell: Option<&Cell>, all: bool) -> Self {
        let labels = Labels::builtin();
        let empty = Cell::default();
        let cell = cell.unwrap_or(&empty);
        let few = cell.reports > 0 && !cell.enough();
        let terms = |list: ListId, tally: &Tally| {
            let lines = tally.enough().into_iter().take(TERMS);
            lines
                .map(|line| {
                    let href = if list == ListId::FailureModes {
                        labels.page_of_mode(&line.code)
                    } else {
                        String::new()
                    };
                    Count::new(labels.term(list, &line.code), href, line.reports.into())
                })
                .collect::<Vec<_>>()
        };
        let mut told = vec![
            ("How it failed", terms(ListId::FailureModes, &cell.modes)),
            ("What was felt", terms(ListId::ImpactKinds, &cell.impacts)),
            (
                "What contained it",
                terms(ListId::Mitigations, &cell.contained),
            ),
        ];
        told.retain(|(_, terms)| !terms.is_empty() && !few);
        let evidence = cell.evidence.iter().map(|id| paths::report(*id));
        Self {
            id: format!("{row}-{}", words::state(state)),
            state: words::state(state),
            when: words::when(state),
            reports: if few { 0 } else { cell.reports },
            few,
            shade: match cell.reports {
                _ if few => 0,
                0 => 0,
                1..=9 => 1,
                10..=29 => 2,
                30..=99 => 3,
                _ => 4,
            },
            worst: cell.worst.filter(|_| !few).map(SeverityMark),
            told,
            evidence: if few && all {
                Vec::new()
            } else {
                evidence.collect()
            },
        }
    }

    fn is_empty(&self) -> bool {
        self.reports == 0 && self.evidence.is_empty()
    }

    /// In a line, for the sheet: how it failed and what contained it.
    fn summary(&self) -> Phrase {
        let of_sheet = ["How it failed", "What contained it"];
        let told = self.told.iter().filter(|(what, _)| of_sheet.contains(what));
        let told = told.map(|(what, terms)| {
            let most = terms.get(..SHEET_TERMS).unwrap_or(terms);
            let count = |count: &Count| {
                let (term, reports) = (word!(count.item.label), count.reports);
                say!("matrix-sheet-count", term = term, reports = reports)
            };
            let terms: Vec<Said> = most.iter().map(count).collect();
            say!("matrix-sheet-told", what = word!(what), terms = terms).into()
        });
        Phrase::Sentences(told.collect())
    }
}

impl Row {
    fn is_empty(&self) -> bool {
        self.cells.iter().all(CellView::is_empty)
    }
}

impl MatrixOf {
    fn all(&self) -> bool {
        self.stack.is_empty()
    }

    fn rows(&self) -> Vec<Row> {
        let labels = Labels::builtin();
        let mut components: Vec<Component> = if self.all() {
            self.matrix
                .rows()
                .map(|(component, _)| component.clone())
                .collect()
        } else {
            self.stack
                .iter()
                .cloned()
                .map(Component::Technology)
                .collect()
        };
        components.sort_by_key(|component| name(component, labels).label);
        let row = |(place, component): (usize, &Component)| {
            let id = format!("c{}", place + 1);
            let cells = STATES.map(|state| {
                let cell = self.matrix.cell(component, state);
                CellView::new(&id, state, cell, self.all())
            });
            Row {
                label: name(component, labels).label,
                href: match component {
                    Component::Technology(slug) => paths::technology(slug.as_str()),
                    Component::Category(_) => String::new(),
                },
                id,
                cells: cells.into(),
            }
        };
        components.iter().enumerate().map(row).collect()
    }

    /// The cells as a table to take along; cells with too few reports say so.
    pub fn table(&self) -> Table {
        let mut rows = Vec::new();
        for row in self.rows() {
            for cell in row.cells.iter().filter(|cell| cell.few || !cell.is_empty()) {
                let told = |what: &str| {
                    let terms = cell.told.iter().find(|(of, _)| *of == what);
                    terms
                        .map(|(_, terms)| counted(terms, "; "))
                        .unwrap_or_default()
                };
                rows.push(vec![
                    row.label.clone(),
                    cell.state.to_owned(),
                    if cell.few {
                        "too few".to_owned()
                    } else {
                        cell.reports.to_string()
                    },
                    cell.worst
                        .map(|mark| mark.0.label().to_owned())
                        .unwrap_or_default(),
                    told("How it failed"),
                    told("What was felt"),
                    told("What contained it"),
                ]);
            }
        }
        Table {
            head: vec![
                "Component",
                "State",
                "Reports, at least",
                "Worst severity",
                "How it failed",
                "What was felt",
                "What contained it",
            ],
            rows,
        }
    }
}

/// "Retry storm (5), Disk full (3)".
fn counted(terms: &[Count], between: &str) -> String {
    let terms = terms.iter();
    let terms = terms.map(|count| format!("{} ({})", count.item.label, count.reports));
    terms.collect::<Vec<_>>().join(between)
}

fn name(component: &Component, labels: Labels) -> Labelled {
    match component {
        Component::Category(slug) => labels.term(ListId::TechnologyCategories, slug),
        Component::Technology(slug) => labels.technology(slug),
    }
}

impl MatrixPage {
    /// The matrix of all reports, or of a stack.
    pub fn new(layout: Layout, of: &MatrixOf) -> Self {
        let mut rows = of.rows();
        if of.all() {
            rows.retain(|row| !row.is_empty());
        }
        let of_stack = !of.all();
        let stack = if of_stack { of.typed.as_str() } else { "" };
        Self {
            layout,
            typed: of.typed.clone(),
            unknown: of.unknown.clone(),
            of_stack,
            total: of.total,
            states: STATES.map(words::state),
            rows,
            names: of.names.clone(),
            sheet: paths::with_stack(paths::WORKSHEET, stack),
            csv: paths::with_stack("/matrix.csv", stack),
            markdown: paths::with_stack("/matrix.md", stack),
        }
    }
}

impl WorksheetPage {
    /// A sheet with what others saw and room for what one expects oneself.
    pub fn new(layout: Layout, of: &MatrixOf) -> Self {
        let of_stack = !of.all();
        let rows = if of_stack {
            of.rows()
        } else {
            let blank = |place: usize| Row {
                id: format!("c{place}"),
                label: String::new(),
                href: String::new(),
                cells: STATES
                    .map(|state| CellView::new(&format!("c{place}"), state, None, false))
                    .into(),
            };
            (1..=BLANK).map(blank).collect()
        };
        Self {
            layout,
            of_stack,
            rows,
            back: paths::with_stack(paths::MATRIX, &of.typed),
        }
    }
}

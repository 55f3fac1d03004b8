//! What breaks what: the fault tree of a stack, and the pairs of technologies with enough reports.

use askama::Template;

use crate::patterns::{FaultTree, MINIMUM, Pair};
use crate::portal::view::{FaultView, SeverityMark, together};
use crate::portal::{Count, Labels, Layout, Phrase, Section, Table, paths};
use crate::report::Slug;
use crate::taxonomy::ListId;

/// Technologies of one tree.
pub const TOGETHER: usize = 4;
/// Pairs on the page.
const PAIRS: usize = 60;

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct BreaksOf {
    /// Technologies as typed.
    pub typed: String,
    /// What was typed and is no technology we know.
    pub unknown: Vec<String>,
    /// Technologies that we know, and that are too many for one tree.
    pub left_out: Vec<Slug>,
    /// The tree of the others.
    pub tree: FaultTree,
    /// Technologies offered while one is typed.
    pub names: Vec<String>,
}

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "public/breaks.html")]
pub struct BreaksPage {
    layout: Layout,
    typed: String,
    unknown: Vec<String>,
    left_out: Phrase,
    names: Vec<String>,
    /// "NGINX and Redis"; empty where nothing is asked for.
    about: Phrase,
    reports: u32,
    /// Reports that came by no branch; 0 for too few to speak of.
    rest: u32,
    worst: Option<SeverityMark>,
    felt: Vec<Count>,
    failed: Vec<Count>,
    tree: Option<FaultView>,
    evidence: Vec<String>,
    /// Of one technology its pairs alone.
    of_one: bool,
    pairs: Vec<PairLine>,
    csv: String,
    markdown: String,
}

#[derive(Clone, Debug)]
struct PairLine {
    label: Phrase,
    href: String,
    reports: u32,
}

impl BreaksOf {
    /// The tree to take along.
    pub fn table(&self) -> Table {
        FaultView::table(&self.tree, Labels::builtin())
    }
}

impl BreaksPage {
    /// The tree asked for, and the pairs to go on with.
    pub fn new(layout: Layout, of: &BreaksOf, pairs: &[Pair]) -> Self {
        let labels = Labels::builtin();
        let tree = &of.tree;
        let stack = tree.stack.as_slice();
        let of_one = stack.len() == 1;
        let fits = |pair: &&Pair| match stack {
            [only] => pair.technologies.contains(only),
            _ => true,
        };
        let line = |pair: &Pair| {
            let [one, other] = &pair.technologies;
            PairLine {
                label: together(&pair.technologies, labels),
                href: paths::with_stack(paths::BREAKS, &format!("{one},{other}")),
                reports: pair.reports,
            }
        };
        let felt = tree.felt.iter();
        let failed = tree.failed.iter();
        Self {
            layout,
            typed: of.typed.clone(),
            unknown: of.unknown.clone(),
            left_out: together(&of.left_out, labels),
            names: of.names.clone(),
            about: together(stack, labels),
            reports: tree.reports,
            rest: if (tree.rest as usize) < MINIMUM {
                0
            } else {
                tree.rest
            },
            worst: tree.worst.map(SeverityMark),
            felt: felt
                .map(|felt| {
                    let term = labels.term(ListId::ImpactKinds, &felt.code);
                    Count::new(term, "", felt.reports.into())
                })
                .collect(),
            failed: failed
                .map(|failed| {
                    let href = paths::technology(failed.code.as_str());
                    Count::new(labels.technology(&failed.code), href, failed.reports.into())
                })
                .collect(),
            tree: FaultView::new(tree, labels),
            evidence: tree.evidence.iter().map(|id| paths::report(*id)).collect(),
            of_one,
            pairs: pairs.iter().filter(fits).take(PAIRS).map(line).collect(),
            csv: paths::with_stack("/patterns/breaks.csv", &of.typed),
            markdown: paths::with_stack("/patterns/breaks.md", &of.typed),
        }
    }

    /// The frame of the page.
    pub fn layout(typed: &str) -> Layout {
        Layout::public(
            Section::Patterns,
            "What breaks what",
            "How things came to fail in which these technologies took part together: a fault tree with counted branches.",
        )
        .at(paths::with_stack(paths::BREAKS, typed))
    }
}

//! A fault tree: drawn from the top down so that it fits a phone, and as a nested list.

use std::fmt::Write as _;

use askama::Template;

use super::{Part, component, part, together};
use crate::patterns::{Branch, FaultTree};
use crate::portal::{Labels, Table, paths};
use crate::taxonomy::ListId;

/// Height of a line of words, in pixels.
const LINE: usize = 20;
/// Room between two entries.
const BETWEEN: usize = 10;
/// How far a level is set in.
const STEP: usize = 24;
/// Letters that fit beside a symbol that is not set in, on the narrowest screen.
const LETTERS: usize = 33;
/// Letters lost with each level.
const LETTERS_LOST: usize = 3;

/// A fault tree with its drawing.
#[derive(Clone, Debug, Template)]
#[template(path = "components/fault.html")]
pub(crate) struct FaultView {
    root: String,
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

#[derive(Clone, Debug)]
struct Drawing {
    height: usize,
    nodes: Vec<Node>,
    wires: String,
    description: String,
}

#[derive(Clone, Debug)]
struct Node {
    x: usize,
    y: usize,
    gate: bool,
    /// Lines of words with their places.
    words: Vec<(usize, String)>,
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
            drawing: draw(&root, tree.reports, &entries),
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
                part.label,
                branch.reports.to_string(),
            ]);
        };
        let root = effect(tree, labels);
        for branch in tree.modes.iter().chain(&tree.whichever) {
            add(root.clone(), branch);
            for below in &branch.below {
                add(part(&branch.fact, labels).label, below);
            }
        }
        Table {
            head: vec!["Effect", "Sort", "Came by", "Reports, at least"],
            rows,
        }
    }
}

/// What stands at the root.
fn effect(tree: &FaultTree, labels: Labels) -> String {
    let felt = tree.felt.first();
    let felt = felt.map(|felt| labels.term(ListId::ImpactKinds, &felt.code).within());
    let names = together(&tree.stack, labels);
    match felt {
        Some(felt) => format!("{names} in trouble: {felt}"),
        None => format!("{names} in trouble"),
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
    fn words(&self) -> String {
        let Part { sort, label, .. } = &self.part;
        with_number(&format!("{sort}: {label}"), self.reports)
    }
}

/// Words with a number that stays beside the last of them.
fn with_number(words: &str, reports: u32) -> String {
    format!("{words}\u{a0}·\u{a0}{reports}")
}

fn draw(root: &str, reports: u32, entries: &[Entry]) -> Drawing {
    let mut drawing = Drawing {
        height: 0,
        nodes: Vec::new(),
        wires: String::new(),
        description: format!(
            "{root}, at least {reports} reports, by {} ways.",
            entries.len()
        ),
    };
    let words = with_number(root, reports);
    let top = drawing.node(0, !entries.is_empty(), &words);
    for entry in entries {
        let words = entry.words();
        let at = drawing.node(1, !entry.below.is_empty(), &words);
        drawing.wire(0, top, at);
        for below in &entry.below {
            let end = drawing.node(2, false, &below.words());
            drawing.wire(1, at, end);
        }
    }
    drawing
}

impl Drawing {
    /// Adds an entry below the last; gives where its symbol is.
    fn node(&mut self, level: usize, gate: bool, words: &str) -> usize {
        let y = self.height + LINE / 2 + 2;
        let lines = wrapped(words, LETTERS - level * LETTERS_LOST);
        self.height += lines.len() * LINE + BETWEEN;
        let places = (0..).map(|line| y + 5 + line * LINE);
        self.nodes.push(Node {
            x: 10 + level * STEP,
            y,
            gate,
            words: places.zip(lines).collect(),
        });
        y
    }

    /// A line from a gate down to a branch.
    fn wire(&mut self, level: usize, from: usize, to: usize) {
        let x = 10 + level * STEP;
        let _ = write!(self.wires, "M{x} {}V{to}h{}", from + 7, STEP - 8);
    }
}

/// Words in lines of at most so many letters, but for longer words.
fn wrapped(words: &str, letters: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let Some(line) = lines.last_mut() else {
            continue;
        };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= letters {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

//! What a section lists: items with what lies below them, paragraphs, tables.

use super::blocks::{Block, BlockKind};
use super::lines::{append, append_line, flush_left, join};
use super::tables::{self, Table};
use super::template;

/// A list item with the items below it.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) text: String,
    /// Its box is ticked, or not; `None` without a box.
    pub(super) done: Option<bool>,
    pub(super) children: Vec<Node>,
}

/// One thing a section lists.
#[derive(Debug)]
pub(super) enum Listed {
    Item(Node),
    Paragraph(String),
    Table(Table),
}

/// Deeper items become siblings: no write-up needs more, and no input may exhaust the stack.
const DEPTH: usize = 8;

/// What these blocks list, in order.
pub(super) fn read(blocks: &[Block]) -> Vec<Listed> {
    let mut listed: Vec<Listed> = Vec::new();
    let mut stack: Vec<(usize, Node)> = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Item { indent, done } => {
                while stack.len() >= DEPTH || stack.last().is_some_and(|(outer, _)| outer >= indent)
                {
                    close(&mut stack, &mut listed);
                }
                let node = Node {
                    text: block.text(),
                    done: *done,
                    children: Vec::new(),
                };
                stack.push((*indent, node));
            }
            BlockKind::Comment | BlockKind::Rule | BlockKind::Heading { .. } => {}
            BlockKind::Table => {
                close_all(&mut stack, &mut listed);
                listed.push(Listed::Table(tables::parse(&block.lines)));
            }
            BlockKind::Code | BlockKind::Quote => {
                let text = join(&block.lines);
                if let Some((_, node)) = stack.last_mut() {
                    append_line(&mut node.text, &text);
                } else if let Some(Listed::Paragraph(before)) = listed.last_mut() {
                    append(before, &text);
                } else {
                    listed.push(Listed::Paragraph(text));
                }
            }
            BlockKind::Paragraph => {
                close_all(&mut stack, &mut listed);
                listed.push(Listed::Paragraph(flush_left(&join(&block.lines))));
            }
        }
    }
    close_all(&mut stack, &mut listed);
    listed
}

fn close(stack: &mut Vec<(usize, Node)>, listed: &mut Vec<Listed>) {
    if let Some((_, node)) = stack.pop() {
        match stack.last_mut() {
            Some((_, parent)) => parent.children.push(node),
            None => listed.push(Listed::Item(node)),
        }
    }
}

fn close_all(stack: &mut Vec<(usize, Node)>, listed: &mut Vec<Listed>) {
    while !stack.is_empty() {
        close(stack, listed);
    }
}

impl Node {
    /// The item and all below it as one text.
    pub(super) fn flatten(&self) -> String {
        let mut text = self.text.clone();
        self.below(0, &mut text);
        text
    }

    fn below(&self, depth: usize, text: &mut String) {
        for child in &self.children {
            let margin = "  ".repeat(depth);
            let line = format!("{margin}- {}", child.text);
            append_line(text, &line);
            child.below(depth + 1, text);
        }
    }

    /// "Monitoring:" with items below it names a group of them.
    pub(super) fn is_group(&self) -> bool {
        let text = self.text.trim_end_matches(['*', '_']);
        !self.children.is_empty() && text.ends_with(':') && text.len() < 120
    }
}

/// "There were three causes:" above a list tells nothing by itself.
pub(super) fn introduces(text: &str) -> bool {
    text.trim_end_matches(['*', '_', ' ']).ends_with(':')
}

/// A table as lines, for fields that hold plain text.
pub(super) fn rows_as_texts(table: &Table, main: usize) -> Vec<String> {
    table
        .rows
        .iter()
        .map(|row| row_as_text(&table.header, &row.cells, main))
        .filter(|text| !template::is_placeholder(text))
        .collect()
}

/// The main cell first, the others behind it under the names of their columns.
pub(super) fn row_as_text(header: &[String], cells: &[String], main: usize) -> String {
    let mut text = cells
        .get(main)
        .map(|cell| tables::breaks(cell))
        .unwrap_or_default();
    let mut others = Vec::new();
    for (column, cell) in cells.iter().enumerate() {
        if column == main || cell.is_empty() {
            continue;
        }
        match header.get(column).filter(|name| !name.is_empty()) {
            Some(name) => others.push(format!("{name}: {}", tables::breaks(cell))),
            None => others.push(tables::breaks(cell)),
        }
    }
    if !others.is_empty() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push('(');
        text.push_str(&others.join("; "));
        text.push(')');
    }
    text
}

/// Everything listed as texts, in order; introductions and the rest come back second.
pub(super) fn texts(blocks: &[Block]) -> (Vec<String>, String) {
    let mut texts = Vec::new();
    let mut left = String::new();
    let listed = read(blocks);
    let has_items = listed.iter().any(|l| !matches!(l, Listed::Paragraph(_)));
    for entry in listed {
        match entry {
            Listed::Item(node) => texts.push(node.flatten()),
            Listed::Paragraph(text) if has_items && introduces(&text) => append(&mut left, &text),
            Listed::Paragraph(text) => texts.push(text),
            Listed::Table(table) => texts.extend(rows_as_texts(&table, 0)),
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    (texts, left)
}

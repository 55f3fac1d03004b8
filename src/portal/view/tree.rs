//! Contributing factors as a drawing: what lay behind what, one line each, narrow enough for a phone.

use std::fmt;

use askama::{FastWritable, Template, Values};

use super::component;
use super::sections::FactorView;
use crate::portal::Said;

/// Height of a line.
const ROW: usize = 32;
/// How far each level stands to the right of the one before.
const STEP: usize = 18;
/// Levels that are drawn apart; deeper ones stand under one another.
const LEVELS: usize = 6;
/// What a line may take, so that all fits between the margins of 320 px.
const WIDTH: usize = 288;
/// From a node's middle to its number.
const TEXT: usize = 14;
/// A digit of the number, in the mono type.
const DIGIT: usize = 8;
/// Between number and label.
const SPACE: usize = 4;
/// Ten letters of the label, generously.
const TEN_LETTERS: usize = 66;

/// The tree of a report whose factors have factors.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tree.html")]
pub(crate) struct TreeView {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    height: usize,
    /// Read aloud in place of the drawing.
    description: Said,
}

component!(TreeView);

#[derive(Clone, Debug)]
struct Node {
    x: usize,
    y: usize,
    number: String,
    brief: Brief,
    primary: bool,
    /// It stands behind another factor.
    behind: bool,
}

#[derive(Clone, Debug)]
struct Edge {
    x: usize,
    from: usize,
    to: usize,
}

impl TreeView {
    /// `None` where no factor has one behind it: the list alone says as much.
    pub(crate) fn new(factors: &[FactorView]) -> Option<Self> {
        if factors.iter().all(|factor| factor.children.is_empty()) {
            return None;
        }
        let mut tree = Self {
            nodes: Vec::new(),
            edges: Vec::new(),
            height: 0,
            description: Said::default(),
        };
        let root = ROW / 2;
        for factor in factors {
            tree.add(factor, 1, root);
        }
        let all = tree.nodes.len();
        let behind = tree.nodes.iter().filter(|node| node.behind).count();
        tree.height = (all + 1) * ROW;
        tree.description = say!("tree-described", all = all, behind = behind);
        Some(tree)
    }

    fn has_primary(&self) -> bool {
        self.nodes.iter().any(|node| node.primary)
    }

    fn add(&mut self, factor: &FactorView, level: usize, parent: usize) {
        let x = 8 + level.min(LEVELS) * STEP;
        let y = (self.nodes.len() + 1) * ROW + ROW / 2;
        self.edges.push(Edge {
            x: 8 + (level - 1).min(LEVELS - 1) * STEP,
            from: parent,
            to: y,
        });
        let taken = x + TEXT + factor.number.len() * DIGIT + SPACE;
        let room = WIDTH.saturating_sub(taken) * 10 / TEN_LETTERS;
        self.nodes.push(Node {
            x,
            y,
            number: factor.number.clone(),
            brief: Brief {
                words: factor.brief.clone(),
                room,
            },
            primary: factor.primary,
            behind: level > 1,
        });
        for child in &factor.children {
            self.add(child, level + 1, y);
        }
    }
}

/// What a factor is called, as far as there is room for it.
#[derive(Clone, Debug)]
struct Brief {
    words: String,
    room: usize,
}

impl FastWritable for Brief {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        let mut words = String::new();
        word!(self.words).write_into(&mut words, values)?;
        Ok(dest.write_str(&shortened(&words, self.room))?)
    }
}

impl fmt::Display for Brief {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shortened(&self.words, self.room))
    }
}

/// As many whole words as there is room for, with a mark where some are missing.
fn shortened(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split_whitespace() {
        if short.chars().count() + word.chars().count() + 2 > room {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = text.chars().take(room.saturating_sub(1)).collect();
    }
    short + "…"
}

#[cfg(test)]
mod tests {
    use super::{TreeView, shortened};
    use crate::portal::Labels;
    use crate::portal::samples::redacted;
    use crate::portal::view::FactorView;
    use crate::report::Factor;

    fn factor(text: &str, children: Vec<Factor<crate::anonymise::RedactedText>>) -> FactorView {
        let factor = Factor {
            text: redacted(text),
            code: None,
            children,
        };
        FactorView::numbered(&factor, "1", true, Labels::builtin())
    }

    #[test]
    fn a_tree_is_drawn_only_where_there_is_one() {
        assert!(TreeView::new(&[factor("slow disks", vec![])]).is_none());
        let behind = Factor {
            text: redacted("nobody owned them"),
            ..Factor::default()
        };
        let tree = TreeView::new(&[factor("slow disks", vec![behind])]).unwrap();
        let drawn = tree.to_string();
        assert!(drawn.contains("2 contributing factors, 1 of them behind"));
        assert!(drawn.contains("1.1"), "{drawn}");
        // Each line has its own height, and edges end at nodes.
        let ends: Vec<_> = tree.edges.iter().map(|edge| edge.to).collect();
        let places: Vec<_> = tree.nodes.iter().map(|node| node.y).collect();
        assert_eq!(ends, places);
    }

    #[test]
    fn a_label_ends_at_a_word() {
        assert_eq!(shortened("Alert quality", 20), "Alert quality");
        assert_eq!(shortened("Alert quality and more", 16), "Alert quality…");
        assert_eq!(shortened("Unbreakable", 6), "Unbre…");
    }
}

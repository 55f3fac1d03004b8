//! A fault tree drawn from the top down so that it fits a phone.
//!
//! It is drawn when it is written: words break into lines at other places in each language.

use std::fmt::{self, Write as _};

use askama::filters::HtmlSafe;
use askama::{FastWritable, Template, Values};

use crate::portal::Phrase;
use crate::portal::say::spoken;

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

/// Words with a number of reports.
#[derive(Clone, Debug)]
pub(super) struct Outline {
    words: Phrase,
    reports: u32,
}

/// What is to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    root: Outline,
    ways: Vec<(Outline, Vec<Outline>)>,
}

/// The drawing in one language.
#[derive(Template)]
#[template(path = "components/fault_drawing.html")]
struct Drawn<'a> {
    root: &'a Phrase,
    reports: u32,
    ways: usize,
    height: usize,
    nodes: Vec<Node>,
    wires: String,
}

struct Node {
    x: usize,
    y: usize,
    gate: bool,
    /// Lines of words with their places.
    words: Vec<(usize, String)>,
}

impl Outline {
    pub(super) fn new(words: Phrase, reports: u32) -> Self {
        Self { words, reports }
    }

    /// The number stays beside the last word.
    fn line(&self, values: &dyn Values) -> String {
        let words = self.words.plain(spoken(values));
        format!("{words}\u{a0}·\u{a0}{}", self.reports)
    }
}

impl Drawing {
    /// From what stands at the root, and the ways with what is below each.
    pub(super) fn new(root: Outline, ways: impl Iterator<Item = (Outline, Vec<Outline>)>) -> Self {
        Self {
            root,
            ways: ways.collect(),
        }
    }

    fn drawn(&self, values: &dyn Values) -> Drawn<'_> {
        let mut drawn = Drawn {
            root: &self.root.words,
            reports: self.root.reports,
            ways: self.ways.len(),
            height: 0,
            nodes: Vec::new(),
            wires: String::new(),
        };
        let top = drawn.node(0, !self.ways.is_empty(), &self.root.line(values));
        for (way, all) in &self.ways {
            let at = drawn.node(1, !all.is_empty(), &way.line(values));
            drawn.wire(0, top, at);
            for below in all {
                let end = drawn.node(2, false, &below.line(values));
                drawn.wire(1, at, end);
            }
        }
        drawn
    }
}

impl FastWritable for Drawing {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        self.drawn(values).render_into_with_values(dest, values)
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_into(f, &()).map_err(|_| fmt::Error)
    }
}

impl HtmlSafe for Drawing {}

impl Drawn<'_> {
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

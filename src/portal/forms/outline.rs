//! Contributing factors as an indented outline, and back.
//!
//! One factor a line; what lay behind it goes below, indented by two spaces (or as many as you
//! like) or begun with one more dash (`- a`, `-- behind a`). `! ` marks the one that mattered most,
//! `#no-canary` gives a code. No indent is an error: what is odd is read the nearest way and said.

use super::codes::by_reporter;
use super::lines::{code, hash, unbullet, write};
use crate::anonymise::RawText;
use crate::portal::Labels;
use crate::report::{Factor, Primary};
use crate::taxonomy::ListId;

/// Levels of the tree, as many as a report may have; what lies deeper is put on the last.
pub(crate) const DEEPEST: usize = 12;

/// What was read into an outline that could have been meant differently; lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It lies between two levels, and was put under the line above that is less indented.
    Between {
        /// The line.
        line: usize,
    },
    /// The first line is indented already.
    FirstIndented,
    /// It lies deeper than a report can show, and was put on the last level.
    TooDeep {
        /// The line.
        line: usize,
    },
    /// The mark for what mattered most stands on a line below another.
    MarkBelow {
        /// The line.
        line: usize,
    },
    /// The mark for what mattered most stands on this line, too.
    MarkedTwice {
        /// The line.
        line: usize,
    },
}

/// An outline as it was read.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) factors: Vec<Factor<RawText>>,
    /// The factor that was marked, at the top level.
    pub(super) primary: Option<usize>,
    pub(super) remarks: Vec<Remark>,
}

pub(super) fn write_factors<T: AsRef<str>>(factors: &[Factor<T>], primary: &Primary) -> String {
    fn one<T: AsRef<str>>(factor: &Factor<T>, depth: usize, mark: &str, out: &mut Vec<String>) {
        let code = hash(factor.code.as_ref().map(|coded| &coded.code));
        let line = write(factor.text.as_ref(), &format!("{mark}{code}"));
        // A text that begins with dashes is not a deeper level.
        let shield = if dashes(&line) > 1 { "- " } else { "" };
        out.push(format!("{}{shield}{line}", "  ".repeat(depth)));
        for child in &factor.children {
            one(child, depth + 1, "", out);
        }
    }
    let mut out = Vec::new();
    for (index, factor) in factors.iter().enumerate() {
        let mark = if *primary == Primary::Factor(index) {
            "! "
        } else {
            ""
        };
        one(factor, 0, mark, &mut out);
    }
    out.join("\n")
}

/// How many dashes begin a line, if a space follows them.
fn dashes(line: &str) -> usize {
    let rest = line.trim_start_matches('-');
    if rest.starts_with(' ') {
        line.len() - rest.len()
    } else {
        0
    }
}

/// How far a line is indented, and its text. A tab counts as four, a dash after the first as two.
fn indented(line: &str) -> (usize, &str) {
    let spaces: usize = line
        .chars()
        .take_while(|c| c.is_whitespace())
        .map(|c| if c == '\t' { 4 } else { 1 })
        .sum();
    let text = line.trim();
    match dashes(text) {
        many @ 2.. => (
            spaces + 2 * (many - 1),
            text.trim_start_matches('-').trim_start(),
        ),
        _ => (spaces, unbullet(text)),
    }
}

pub(super) fn read_factors(text: &str, labels: Labels) -> Outline {
    let mut outline = Outline::default();
    let mut indents: Vec<usize> = Vec::new();
    let lines = text.lines().map(indented).enumerate();
    for (index, (indent, line)) in lines.filter(|(_, (_, line))| !line.is_empty()) {
        let number = index + 1;
        let mut left = None;
        while let Some(above) = indents.pop_if(|above| *above >= indent) {
            left = Some(above);
        }
        let between = left.is_some_and(|left| left != indent && !indents.is_empty());
        let first = outline.factors.is_empty();
        let depth = indents.len().min(DEEPEST - 1);
        if first && indent > 0 {
            outline.remarks.push(Remark::FirstIndented);
        } else if between {
            outline.remarks.push(Remark::Between { line: number });
        } else if indents.len() >= DEEPEST {
            outline.remarks.push(Remark::TooDeep { line: number });
        }
        indents.push(indent);
        let marked = line.strip_prefix("! ").map(str::trim_start);
        let (code, text) = code(marked.unwrap_or(line), ListId::Factors, labels);
        level(&mut outline.factors, depth).push(Factor {
            text: RawText::new(text),
            code: code.map(by_reporter),
            children: Vec::new(),
        });
        match (marked, depth) {
            (None, _) => {}
            (Some(_), 0) => {
                if outline.primary.is_some() {
                    outline.remarks.push(Remark::MarkedTwice { line: number });
                }
                outline.primary = Some(outline.factors.len() - 1);
            }
            (Some(_), _) => outline.remarks.push(Remark::MarkBelow { line: number }),
        }
    }
    outline
}

/// The list at this depth under the last factor of each level above.
fn level(roots: &mut Vec<Factor<RawText>>, depth: usize) -> &mut Vec<Factor<RawText>> {
    if depth == 0 || roots.is_empty() {
        return roots;
    }
    let last = roots.len() - 1;
    #[expect(clippy::indexing_slicing, reason = "the list is not empty")]
    level(&mut roots[last].children, depth - 1)
}

#[cfg(test)]
mod tests;

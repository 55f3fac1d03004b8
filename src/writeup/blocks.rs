//! Lines become blocks: headings, list items, tables, code, quotes, paragraphs.
//!
//! A block keeps its source lines as they are, so that nothing depends on how it was understood.

mod marks;

use super::format::Format;
use super::headings::is_section_name;
use super::lines::{dedent, indent};
use super::stamp::is_clock_column;
use super::tables;
use marks::{closes_fence, heading, is_rule, marker, underline};

pub(super) use marks::{is_fence, without_mark};

/// Some lines that belong together.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) kind: BlockKind,
    /// Index of the first source line.
    pub(super) first: usize,
    /// The source lines.
    pub(super) lines: Vec<String>,
}

/// What sort of block it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    /// `level` 1 to 6.
    Heading { level: u8, text: String },
    /// A list item with all that is indented below it, except items.
    Item { indent: usize, done: Option<bool> },
    /// A pipe table.
    Table,
    /// Fenced or indented code.
    Code,
    /// Lines that begin with `>`.
    Quote,
    /// An HTML comment.
    Comment,
    /// A horizontal rule.
    Rule,
    /// Everything else.
    Paragraph,
}

impl Block {
    /// The lines without list marker, quote marks and common indentation.
    pub(super) fn content(&self) -> Vec<String> {
        match self.kind {
            BlockKind::Item { .. } => {
                let mut lines = self.lines.iter();
                let first = lines.next().map(String::as_str).unwrap_or_default();
                let text = marker(first).map_or(first, |marker| marker.text);
                let width = first.len() - text.len();
                std::iter::once(text.to_owned())
                    .chain(lines.map(|line| dedent(line, width).to_owned()))
                    .collect()
            }
            BlockKind::Quote => self
                .lines
                .iter()
                .map(|line| {
                    let line = line.trim_start();
                    let line = line.strip_prefix('>').unwrap_or(line);
                    line.strip_prefix(' ').unwrap_or(line).to_owned()
                })
                .collect(),
            _ => self.lines.clone(),
        }
    }

    /// The content as one text.
    pub(super) fn text(&self) -> String {
        super::lines::join(&self.content())
    }
}

/// Splits lines into blocks; `offset` is the index of the first of them in the source.
pub(super) fn parse(lines: &[String], offset: usize, format: Format) -> Vec<Block> {
    let mut parser = Parser {
        lines,
        offset,
        markdown: format != Format::Text,
        blocks: Vec::new(),
        at: 0,
        after_blank: true,
        in_list: None,
        unclosed: Vec::new(),
        comments_end: true,
        comment_closes: None,
    };
    while parser.at < lines.len() {
        parser.step();
    }
    parser.blocks
}

struct Parser<'a> {
    lines: &'a [String],
    offset: usize,
    markdown: bool,
    blocks: Vec<Block>,
    at: usize,
    after_blank: bool,
    /// Indentation of the item that indented lines would continue.
    in_list: Option<usize>,
    /// Fences known not to be closed below.
    unclosed: Vec<(char, usize)>,
    comments_end: bool,
    /// The line that closes the comment looked for last; not looked for again before it is passed.
    comment_closes: Option<usize>,
}

impl Parser<'_> {
    fn line(&self, at: usize) -> &str {
        self.lines.get(at).map(String::as_str).unwrap_or_default()
    }

    fn step(&mut self) {
        let line = self.line(self.at).to_owned();
        if line.is_empty() {
            self.after_blank = true;
            self.at += 1;
            return;
        }
        let deep = indent(&line);
        let inside_item = self.in_list.is_some_and(|item| deep > item);
        if let Some(end) = self.fence_end(&line) {
            if inside_item {
                self.extend(end);
            } else {
                self.push(BlockKind::Code, end);
            }
        } else if let Some(end) = self.comment_end(&line) {
            self.push(BlockKind::Comment, end);
        } else if let Some((level, text)) = heading(&line).filter(|_| self.markdown) {
            self.push(BlockKind::Heading { level, text }, self.at + 1);
        } else if let Some(level) = self.setext(&line) {
            let text = line.trim().to_owned();
            self.push(BlockKind::Heading { level, text }, self.at + 2);
        } else if is_rule(&line) {
            self.push(BlockKind::Rule, self.at + 1);
        } else if let Some(end) = tables::end(self.lines, self.at) {
            self.push(BlockKind::Table, end);
        } else if self.markdown && deep >= 4 && self.after_blank && self.in_list.is_none() {
            let end = self.while_lines(|line| line.is_empty() || indent(line) >= 4);
            self.push(BlockKind::Code, end);
        } else if line.trim_start().starts_with('>') {
            let end = self.while_lines(|line| line.trim_start().starts_with('>'));
            self.push(BlockKind::Quote, end);
        } else if let Some(marker) = marker(&line) {
            let kind = BlockKind::Item {
                indent: marker.indent,
                done: marker.done,
            };
            self.push(kind, self.at + 1);
        } else if !self.markdown && (is_section_name(&line) || is_clock_column(&line)) {
            self.push(BlockKind::Paragraph, self.at + 1);
        } else if (self.after_blank && inside_item) || (!self.after_blank && self.continues()) {
            self.extend(self.at + 1);
        } else {
            self.push(BlockKind::Paragraph, self.at + 1);
        }
    }

    /// Whether a line right below the last block belongs to it.
    fn continues(&self) -> bool {
        self.blocks.last().is_some_and(|block| {
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. })
        })
    }

    fn push(&mut self, kind: BlockKind, end: usize) {
        let mut lines: Vec<String> = self.lines.get(self.at..end).unwrap_or_default().to_vec();
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        self.in_list = match kind {
            BlockKind::Item { indent, .. } => Some(indent),
            BlockKind::Paragraph
                if self
                    .in_list
                    .is_some_and(|at| indent(self.line(self.at)) > at) =>
            {
                self.in_list
            }
            _ => None,
        };
        self.blocks.push(Block {
            kind,
            first: self.offset + self.at,
            lines,
        });
        self.at = end.max(self.at + 1);
        self.after_blank = false;
    }

    /// Adds lines up to `end` to the last block, with the blank ones between.
    fn extend(&mut self, end: usize) {
        if let Some(block) = self.blocks.last_mut() {
            let from = (block.first + block.lines.len()).saturating_sub(self.offset);
            block
                .lines
                .extend_from_slice(self.lines.get(from..end).unwrap_or_default());
        }
        self.at = end.max(self.at + 1);
        self.after_blank = false;
    }

    fn while_lines(&self, belongs: impl Fn(&str) -> bool) -> usize {
        let rest = self.lines.get(self.at..).unwrap_or_default();
        self.at + rest.iter().take_while(|line| belongs(line)).count()
    }

    fn fence_end(&mut self, line: &str) -> Option<usize> {
        let (mark, length) = is_fence(line)?;
        if self
            .unclosed
            .iter()
            .any(|(m, l)| *m == mark && *l <= length)
        {
            return None;
        }
        let rest = self.lines.get(self.at + 1..).unwrap_or_default();
        let inner = rest
            .iter()
            .position(|line| closes_fence(line, mark, length));
        if inner.is_none() {
            self.unclosed.push((mark, length));
        }
        inner.map(|inner| self.at + 2 + inner)
    }

    fn comment_end(&mut self, line: &str) -> Option<usize> {
        if !self.comments_end || !line.trim_start().starts_with("<!--") {
            return None;
        }
        if self.comment_closes.is_none_or(|closes| closes < self.at) {
            let rest = self.lines.get(self.at..).unwrap_or_default();
            let closes = rest.iter().position(|line| line.contains("-->"));
            self.comment_closes = closes.map(|closes| self.at + closes);
            self.comments_end = closes.is_some();
        }
        let closes = self.comment_closes?;
        let last = self.lines.get(closes)?;
        last.trim_end().ends_with("-->").then_some(closes + 1)
    }

    fn setext(&self, line: &str) -> Option<u8> {
        let level = underline(self.line(self.at + 1))?;
        let alone = level == 1 || self.after_blank || self.at == 0;
        let plain = indent(line) < 4 && line.len() < 200 && !line.contains('|') && !is_rule(line);
        (alone && plain && marker(line).is_none() && !line.trim_start().starts_with('>'))
            .then_some(level)
    }
}

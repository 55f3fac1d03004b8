//! Lines become blocks: headings, list items, tables, code, quotes, paragraphs.
//!
//! A block keeps its source lines as they are, so that nothing depends on how it was understood.

use super::format::Format;
use super::headings::is_section_name;
use super::lines::{dedent, indent};
use super::stamp::is_clock_column;
use super::{dates, tables};

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

/// The line without the marker that makes it a list item.
pub(super) fn without_marker(line: &str) -> &str {
    marker(line).map_or(line, |marker| marker.text)
}

/// The parts of the first line of a list item.
struct Marker<'a> {
    indent: usize,
    done: Option<bool>,
    text: &'a str,
}

fn marker(line: &str) -> Option<Marker<'_>> {
    let indent = indent(line);
    let body = line.get(indent..)?;
    let after = match body.chars().next()? {
        c @ ('-' | '*' | '+' | '•' | '·' | '–' | '◦' | '▪' | '●' | '\u{f0b7}' | '\u{f0a7}') => {
            body.strip_prefix(c)?
        }
        c if c.is_ascii_digit() => {
            let (_, 1..=3, rest) = super::scan::digits(body)? else {
                return None;
            };
            let rest = rest.strip_prefix(['.', ')'])?;
            if dates::read(body).is_some() {
                return None;
            }
            rest
        }
        _ => return None,
    };
    if !after.is_empty() && !after.starts_with(' ') {
        return None;
    }
    let text = after.trim_start();
    let (done, text) = checkbox(text);
    Some(Marker { indent, done, text })
}

fn checkbox(text: &str) -> (Option<bool>, &str) {
    for (form, done) in [
        ("[ ]", false),
        ("[]", false),
        ("[x]", true),
        ("[X]", true),
        ("☐", false),
        ("☑", true),
        ("✅", true),
    ] {
        if let Some(rest) = text.strip_prefix(form)
            && !rest.starts_with('(')
        {
            return (Some(done), rest.trim_start());
        }
    }
    (None, text)
}

/// The character and length of the fence that this line opens.
pub(super) fn is_fence(line: &str) -> Option<(char, usize)> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.chars().take_while(|c| *c == mark).count();
    let info = line.get(length..)?;
    (length >= 3 && !info.contains('`')).then_some((mark, length))
}

fn closes_fence(line: &str, mark: char, length: usize) -> bool {
    let line = line.trim();
    line.len() >= length && line.chars().all(|c| c == mark)
}

/// `## Heading`, `##Heading`, `<h2>Heading</h2>`, `h2. Heading`.
fn heading(line: &str) -> Option<(u8, String)> {
    if indent(line) > 3 {
        return None;
    }
    let line = line.trim_start();
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&hashes) {
        let rest = line.get(hashes..)?;
        let spaced = rest.is_empty() || rest.starts_with(' ');
        if !spaced && (hashes == 1 || !rest.starts_with(char::is_alphabetic)) {
            return None;
        }
        let text = rest.trim();
        let closed = text.trim_end_matches('#');
        let text = if closed.is_empty() || closed.ends_with(' ') {
            closed.trim_end()
        } else {
            text
        };
        return Some((u8::try_from(hashes).ok()?, text.to_owned()));
    }
    let tagged = line.strip_prefix("<h").or_else(|| line.strip_prefix('h'))?;
    let (level, 1, rest) = super::scan::digits(tagged)? else {
        return None;
    };
    let level = u8::try_from(level).ok().filter(|l| (1..=6).contains(l))?;
    let text = rest.strip_prefix(". ").or_else(|| {
        let inner = rest.strip_prefix('>')?;
        inner.strip_suffix(&format!("</h{level}>"))
    })?;
    Some((level, text.trim().to_owned()))
}

fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| *c != ' ');
    let Some(mark) = marks.next().filter(|c| matches!(c, '-' | '*' | '_')) else {
        return false;
    };
    let mut length = 1;
    marks.all(|c| {
        length += 1;
        c == mark
    }) && length >= 3
}

/// 1 for `=====`, 2 for `-----`.
fn underline(line: &str) -> Option<u8> {
    let line = line.trim_end();
    let all = |mark: u8| line.len() >= 3 && line.bytes().all(|b| b == mark);
    if all(b'=') {
        Some(1)
    } else if all(b'-') {
        Some(2)
    } else {
        None
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
        match rest
            .iter()
            .position(|line| closes_fence(line, mark, length))
        {
            Some(inner) => Some(self.at + 2 + inner),
            None => {
                self.unclosed.push((mark, length));
                None
            }
        }
    }

    fn comment_end(&mut self, line: &str) -> Option<usize> {
        if !self.comments_end || !line.trim_start().starts_with("<!--") {
            return None;
        }
        let rest = self.lines.get(self.at..).unwrap_or_default();
        let end = rest.iter().position(|line| line.contains("-->"));
        self.comments_end = end.is_some();
        end.filter(|end| {
            rest.get(*end)
                .is_some_and(|line| line.trim_end().ends_with("-->"))
        })
        .map(|end| self.at + end + 1)
    }

    fn setext(&self, line: &str) -> Option<u8> {
        let level = underline(self.line(self.at + 1))?;
        let alone = level == 1 || self.after_blank || self.at == 0;
        let plain = indent(line) < 4 && line.len() < 200 && !line.contains('|') && !is_rule(line);
        (alone && plain && marker(line).is_none() && !line.trim_start().starts_with('>'))
            .then_some(level)
    }
}

//! Text that acts as a heading: labels, bold lines, plain names of sections.

use super::super::blocks::{Block, BlockKind};
use super::super::format::Format;
use super::super::headings::{SectionKind, classify, classify_label, is_section_name};
use super::super::labels::{self, Label};
use super::super::stamp::is_clock_column;
use super::{BOLD, Builder, LABEL, is_timed};

impl Builder {
    pub(super) fn item(&mut self, block: Block, indent: usize) {
        let content = block.content();
        let first = content.first().map(String::as_str).unwrap_or_default();
        let open = self.draft(self.current).and_then(|draft| draft.label);
        let outer = open.is_none_or(|label| indent <= label);
        if let Some(label) = labels::read(first).filter(|label| label.marked && outer)
            && self.accepts(&label, open.is_some())
        {
            let rest = label.rest.to_owned();
            let name = label.name.to_owned();
            let kind = label.kind().or(Some(SectionKind::Other));
            self.open_label(kind, &name, block.first, indent);
            let mut lines: Vec<String> = content;
            if let Some(line) = lines.first_mut() {
                *line = rest;
            }
            self.rest_of_label(block.first, &lines);
        } else {
            self.keep(block);
        }
    }

    /// Whether a label opens a section here.
    fn accepts(&self, label: &Label<'_>, in_label: bool) -> bool {
        let around = self.around();
        match label.kind() {
            _ if around.is_list() => false,
            Some(kind) if label.marked => kind != around,
            Some(_) => {
                in_label
                    || matches!(
                        around,
                        SectionKind::Title | SectionKind::Summary | SectionKind::Other
                    )
            }
            None => label.marked && in_label && label.name.split_whitespace().count() <= 5,
        }
    }

    fn open_label(&mut self, kind: Option<SectionKind>, name: &str, line: usize, indent: usize) {
        self.open(kind, name, LABEL, line..line + 1, Some(indent));
    }

    /// Keeps what stands behind a label, and below it up to the next blank line.
    fn rest_of_label(&mut self, first: usize, lines: &[String]) {
        let skip = lines.iter().take_while(|line| line.is_empty()).count();
        let lines = lines.get(skip..).unwrap_or_default().to_vec();
        if !lines.is_empty() {
            self.keep(Block {
                kind: BlockKind::Paragraph,
                first: first + skip,
                lines,
            });
        }
    }

    pub(super) fn paragraph(&mut self, block: &Block) {
        let single = block.lines.len() == 1;
        let first_line = block.lines.first().cloned().unwrap_or_default();
        if single && self.bold_heading(&first_line, block.first) {
            return;
        }
        if self.format == Format::Text && is_clock_column(&first_line) && !self.under_timeline() {
            let at = block.first..block.first;
            self.open(Some(SectionKind::Timeline), "", 2, at, None);
        }
        if self.format == Format::Text && !self.titled && self.is_empty() {
            let title = first_line.trim();
            if classify_label(title).is_none() && labels::read(title).is_none() && title.len() < 200
            {
                self.title(title, block.first..block.first + 1);
                self.lines(
                    block.first + 1,
                    block.lines.get(1..).unwrap_or_default(),
                    single,
                );
                return;
            }
        }
        self.lines(block.first, &block.lines, single);
    }

    /// Splits a paragraph where a label or a plain-text heading stands.
    fn lines(&mut self, first: usize, lines: &[String], single: bool) {
        let mut kept: Vec<String> = Vec::new();
        let mut start = first;
        for (offset, line) in lines.iter().enumerate() {
            let at = first + offset;
            let in_label = self
                .draft(self.current)
                .is_some_and(|draft| draft.label.is_some());
            let label = labels::read(line).filter(|label| self.accepts(label, in_label));
            let plain = label.is_none() && self.is_plain_heading(line, single);
            if label.is_none() && !plain {
                kept.push(line.clone());
                continue;
            }
            self.flush(start, &mut kept);
            start = at + 1;
            if let Some(label) = label {
                let kind = label.kind().or(Some(SectionKind::Other));
                let (name, rest) = (label.name.to_owned(), label.rest.to_owned());
                self.open_label(kind, &name, at, 0);
                if !rest.is_empty() {
                    start = at;
                    kept.push(rest);
                }
            } else {
                let level = if self.format == Format::Text { 2 } else { BOLD };
                let heading = line.trim();
                self.open(classify_label(heading), heading, level, at..at + 1, None);
            }
        }
        self.flush(start, &mut kept);
    }

    fn flush(&mut self, first: usize, kept: &mut Vec<String>) {
        if !kept.is_empty() {
            let lines = std::mem::take(kept);
            self.keep(Block {
                kind: BlockKind::Paragraph,
                first,
                lines,
            });
        }
    }

    fn is_plain_heading(&self, line: &str, single: bool) -> bool {
        (single || self.format == Format::Text)
            && is_section_name(line)
            && (self.format == Format::Text || classify_label(line) != Some(SectionKind::Other))
    }

    /// A bold line is a heading where its words are known or where it cannot be an item.
    fn bold_heading(&mut self, line: &str, at: usize) -> bool {
        let Some(text) = labels::bold_line(line) else {
            return false;
        };
        if let Some(label) =
            labels::read(line).filter(|label| line.trim().contains(':') && label.rest.is_empty())
        {
            let in_label = self.in_label();
            let accepted = label.kind().is_some() && self.accepts(&label, in_label);
            if accepted {
                let name = label.name.to_owned();
                self.open_label(label.kind(), &name, at, 0);
                return true;
            }
        }
        let known = classify_label(text).or_else(|| classify(text).filter(|_| text.len() < 50));
        let timed = is_timed(text) && !self.under_timeline();
        let words = text.split_whitespace().count();
        let free = matches!(
            self.around(),
            SectionKind::Title
                | SectionKind::Other
                | SectionKind::Background
                | SectionKind::Response
        ) && words <= 10
            && !text.ends_with(['.', ',']);
        if self.is_empty() && !self.titled && known.is_none() && words <= 20 {
            self.title(text, at..at + 1);
            return true;
        }
        if timed || !(known.is_some() || free) {
            return false;
        }
        self.open(known, text, BOLD, at..at + 1, None);
        true
    }
}

//! Blocks become a tree of sections, whatever marks them: headings, bold lines, labels.

use super::blocks::{Block, BlockKind};
use super::format::Format;
use super::headings::{SectionKind, classify, classify_label, is_section_name};
use super::labels::{self, Label};
use super::stamp::{self, is_clock_column};
use super::title;

/// A section while it is being understood.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) kind: SectionKind,
    /// The heading as written, without its markup.
    pub(super) heading: String,
    /// Its source lines.
    pub(super) heading_lines: std::ops::Range<usize>,
    level: u8,
    pub(super) parent: Option<usize>,
    /// Indentation of the label, for sections that a label opened.
    label: Option<usize>,
    pub(super) blocks: Vec<Block>,
}

const BOLD: u8 = 7;
const LABEL: u8 = 8;

/// Sorts blocks into sections. The first section is the document itself.
pub(super) fn build(blocks: Vec<Block>, format: Format) -> Vec<Draft> {
    let headings = || {
        blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Heading { level, text } => Some((*level, text.as_str())),
            _ => None,
        })
    };
    let mut builder = Builder {
        drafts: vec![Draft {
            kind: SectionKind::Title,
            heading: String::new(),
            heading_lines: 0..0,
            level: 0,
            parent: None,
            label: None,
            blocks: Vec::new(),
        }],
        current: 0,
        format,
        single_top: headings().filter(|(level, _)| *level == 1).count() == 1,
        timed_headings: headings().filter(|(_, text)| is_timed(text)).count() >= 2,
        titled: false,
    };
    for block in blocks {
        builder.add(block);
    }
    for draft in &mut builder.drafts {
        draft.demote();
    }
    builder.drafts
}

impl Draft {
    /// A bold line with nothing below it was no heading but a sentence.
    fn demote(&mut self) {
        if self.level == BOLD && self.blocks.is_empty() && classify(&self.heading).is_none() {
            self.blocks.push(Block {
                kind: BlockKind::Paragraph,
                first: self.heading_lines.start,
                lines: vec![format!("**{}**", std::mem::take(&mut self.heading))],
            });
            self.heading_lines = 0..0;
        }
    }
}

fn is_timed(heading: &str) -> bool {
    stamp::leading(heading).is_some_and(|(stamp, ..)| stamp.is_strict())
}

struct Builder {
    drafts: Vec<Draft>,
    current: usize,
    format: Format,
    single_top: bool,
    timed_headings: bool,
    titled: bool,
}

impl Builder {
    fn draft(&self, index: usize) -> Option<&Draft> {
        self.drafts.get(index)
    }

    fn kind(&self) -> SectionKind {
        self.draft(self.current)
            .map_or(SectionKind::Other, |draft| draft.kind)
    }

    fn is_empty(&self) -> bool {
        self.drafts.len() == 1
            && self.draft(0).is_some_and(|draft| {
                draft
                    .blocks
                    .iter()
                    .all(|block| matches!(block.kind, BlockKind::Rule | BlockKind::Comment))
            })
    }

    fn add(&mut self, block: Block) {
        match &block.kind {
            BlockKind::Heading { level, text } => {
                let lines = block.first..block.first + block.lines.len();
                self.heading(*level, &text.clone(), lines);
            }
            BlockKind::Item { indent, .. } => {
                let indent = *indent;
                self.item(block, indent);
            }
            BlockKind::Paragraph => self.paragraph(block),
            _ => self.keep(block),
        }
    }

    fn keep(&mut self, block: Block) {
        if let Some(draft) = self.drafts.get_mut(self.current) {
            draft.blocks.push(block);
        }
    }

    fn heading(&mut self, level: u8, text: &str, lines: std::ops::Range<usize>) {
        let known = classify(text);
        let titles = if self.titled || is_timed(text) || !self.is_empty() {
            false
        } else if level == 1 && self.single_top {
            let named = classify_label(text);
            title::is_generic(text)
                || !named
                    .is_some_and(|kind| kind != SectionKind::Other && kind != SectionKind::Field)
        } else {
            known.is_none()
        };
        if titles {
            self.title(text, lines);
            return;
        }
        let timed = known.is_none()
            && ((self.timed_headings && is_timed(text))
                || (self.under_timeline() && stamp::leading(text).is_some()));
        let kind = if timed {
            Some(SectionKind::Timeline)
        } else {
            known
        };
        self.open(kind, text, level, lines, None);
    }

    fn title(&mut self, text: &str, lines: std::ops::Range<usize>) {
        if let Some(root) = self.drafts.first_mut() {
            text.clone_into(&mut root.heading);
            root.heading_lines = lines;
        }
        self.titled = true;
    }

    fn under_timeline(&self) -> bool {
        self.kind() == SectionKind::Timeline
    }

    fn open(
        &mut self,
        kind: Option<SectionKind>,
        heading: &str,
        level: u8,
        heading_lines: std::ops::Range<usize>,
        label: Option<usize>,
    ) {
        let mut parent = self.current;
        while let Some(draft) = self.draft(parent)
            && draft.level >= level
        {
            parent = draft.parent.unwrap_or_default();
        }
        let inherited = match self.draft(parent).map(|draft| draft.kind) {
            Some(SectionKind::Title | SectionKind::Field | SectionKind::People) | None => {
                SectionKind::Other
            }
            Some(kind) => kind,
        };
        // "Detection" below "Action items" sorts actions; "Other" says nothing by itself.
        let kind = match inherited {
            SectionKind::Actions | SectionKind::Timeline => None,
            _ => kind.filter(|kind| match kind {
                SectionKind::Other => label.is_some(),
                SectionKind::Field | SectionKind::People => !inherited.is_list(),
                _ => true,
            }),
        };
        self.drafts.push(Draft {
            kind: kind.unwrap_or(inherited),
            heading: heading.to_owned(),
            heading_lines,
            level,
            parent: Some(parent),
            label,
            blocks: Vec::new(),
        });
        self.current = self.drafts.len() - 1;
    }

    fn in_label(&self) -> bool {
        self.draft(self.current)
            .is_some_and(|draft| draft.label.is_some())
    }

    /// Kind of the section around any label sections.
    fn around(&self) -> SectionKind {
        let mut at = self.current;
        while let Some(draft) = self.draft(at)
            && draft.level >= BOLD
        {
            at = draft.parent.unwrap_or_default();
        }
        self.draft(at)
            .map_or(SectionKind::Other, |draft| draft.kind)
    }

    fn item(&mut self, block: Block, indent: usize) {
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
            self.rest_of_label(block.first, lines);
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
    fn rest_of_label(&mut self, first: usize, lines: Vec<String>) {
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

    fn paragraph(&mut self, block: Block) {
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

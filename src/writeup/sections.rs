//! Blocks become a tree of sections, whatever marks them: headings, bold lines, labels.

mod inline;

use super::blocks::{Block, BlockKind};
use super::format::Format;
use super::headings::{SectionKind, classify, classify_label};
use super::stamp;
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
            BlockKind::Paragraph => self.paragraph(&block),
            _ => self.keep(block),
        }
    }

    fn keep(&mut self, block: Block) {
        self.leave_field(&block);
        if let Some(draft) = self.drafts.get_mut(self.current) {
            draft.blocks.push(block);
        }
    }

    /// A labelled field ends with its paragraph.
    fn leave_field(&mut self, block: &Block) {
        let Some(draft) = self.draft(self.current) else {
            return;
        };
        let field = matches!(draft.kind, SectionKind::Field | SectionKind::People);
        let below = match block.kind {
            BlockKind::Item { indent, .. } => draft.label.is_some_and(|label| indent > label),
            _ => false,
        };
        let apart = draft
            .blocks
            .last()
            .is_some_and(|last| last.first + last.lines.len() < block.first);
        if draft.label.is_some() && field && apart && !below {
            self.current = draft.parent.unwrap_or_default();
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
}

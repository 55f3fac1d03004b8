//! Finds what happened when: entries as headings, list items, table rows, bare lines or chat.

mod groups;
mod rows;

use super::blocks::{Block, BlockKind};
use super::chat;
use super::headings::SectionKind;
use super::lines::{append_line, dedent, indent};
use super::sections::Draft;
use super::stamp::{self, Stamp};
use super::zones::Zone;
use groups::{divided, groups, has_times, is_timeline_in_disguise};

/// One entry before its time is understood.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) stamp: Option<Stamp>,
    /// The time as written.
    pub(super) written: String,
    pub(super) text: String,
    /// Source lines.
    pub(super) lines: Vec<usize>,
    /// Index of the topmost timeline section it lies in.
    pub(super) group: usize,
    /// Zone that the column heading names.
    pub(super) zone: Option<Zone>,
    /// Whether it starts a section of its own.
    heading: bool,
    /// Indentation of its list item.
    indent: Option<usize>,
    /// Indentation of its bare line.
    column: Option<usize>,
}

impl Entry {
    /// A line with nothing but a date (or time) for those below.
    pub(super) fn is_marker(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Takes the entries out of the sections; what is not an entry stays.
pub(super) fn extract(drafts: &mut [Draft]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let groups = groups(drafts);
    let divided = divided(drafts);
    for (index, group) in groups.into_iter().enumerate() {
        let Some(draft) = drafts.get_mut(index) else {
            continue;
        };
        let explicit = draft.kind == SectionKind::Timeline;
        if !explicit && !is_timeline_in_disguise(draft) {
            continue;
        }
        if explicit && divided.contains(&index) && !has_times(draft) {
            continue;
        }
        let mut walker = Walker {
            entries: &mut entries,
            open: None,
            explicit,
            group,
        };
        let timed = || stamp::leading(&draft.heading).is_some_and(|(stamp, ..)| stamp.is_strict());
        if explicit && (group != index || timed()) {
            walker.heading(draft);
        }
        let blocks = std::mem::take(&mut draft.blocks);
        for block in blocks {
            if let Some(left) = walker.block(block) {
                draft.blocks.push(left);
            }
        }
    }
    entries
}

struct Walker<'a> {
    entries: &'a mut Vec<Entry>,
    open: Option<usize>,
    explicit: bool,
    group: usize,
}

impl Walker<'_> {
    fn push(&mut self, entry: Entry) {
        self.entries.push(Entry {
            group: self.group,
            ..entry
        });
        self.open = Some(self.entries.len() - 1);
    }

    fn last(&self) -> Option<&Entry> {
        self.entries.get(self.open?)
    }

    fn in_heading(&self) -> bool {
        self.last().is_some_and(|entry| entry.heading)
    }

    fn heading(&mut self, draft: &Draft) {
        let Some((stamp, written, text)) = stamp::leading(&draft.heading).or_else(|| {
            let (text, written, stamp) = stamp::trailing(&draft.heading)?;
            Some((stamp, written, text))
        }) else {
            return;
        };
        let written = written.to_owned();
        self.push(Entry {
            stamp: Some(stamp),
            written,
            text,
            lines: draft.heading_lines.clone().collect(),
            heading: true,
            ..Entry::default()
        });
    }

    /// Takes a block; gives back what of it belongs to no entry.
    fn block(&mut self, block: Block) -> Option<Block> {
        match block.kind {
            BlockKind::Item { indent, .. } => self.item(block, indent),
            BlockKind::Paragraph => self.paragraph(block),
            BlockKind::Table => {
                let rows = rows::read(&block, self.explicit);
                if rows.is_empty() {
                    return self.append_or_leave(block);
                }
                for row in rows {
                    self.push(row);
                }
                None
            }
            BlockKind::Code if self.explicit => self.turns(
                chat::log(block.lines.get(1..).unwrap_or_default()),
                block,
                1,
            ),
            BlockKind::Quote if self.explicit => {
                self.turns(chat::turns(&block.content()), block, 0)
            }
            BlockKind::Comment | BlockKind::Rule | BlockKind::Heading { .. } => Some(block),
            _ => self.append_or_leave(block),
        }
    }

    fn turns(&mut self, turns: Vec<chat::Turn>, block: Block, skipped: usize) -> Option<Block> {
        if turns.is_empty() {
            return self.append_or_leave(block);
        }
        for turn in turns {
            let first = block.first + skipped + turn.first;
            self.push(Entry {
                stamp: Some(turn.stamp),
                written: turn.written,
                text: turn.text,
                lines: (first..first + turn.count).collect(),
                ..Entry::default()
            });
        }
        None
    }

    fn item(&mut self, block: Block, indent: usize) -> Option<Block> {
        let content = block.content();
        let first = content.first().map(String::as_str).unwrap_or_default();
        let found = stamp::leading(first)
            .filter(|(stamp, ..)| self.explicit || stamp.is_strict())
            .filter(|(stamp, ..)| !(stamp.loose && self.in_heading() && stamp.date.is_none()))
            .or_else(|| {
                let short = self.explicit && content.len() == 1 && !self.in_heading();
                let (text, written, stamp) = stamp::trailing(first).filter(|_| short)?;
                Some((stamp, written, text))
            });
        if let Some((stamp, written, mut text)) = found {
            let written = written.to_owned();
            let own = 1 + self.belonging(&block, indent);
            for line in content.iter().take(own).skip(1) {
                append_line(&mut text, line);
            }
            self.push(Entry {
                stamp: Some(stamp),
                written,
                text,
                lines: (block.first..block.first + own).collect(),
                indent: Some(indent),
                ..Entry::default()
            });
            let rest = block.lines.get(own..).unwrap_or_default().to_vec();
            if rest.is_empty() {
                return None;
            }
            return self.paragraph(Block {
                kind: BlockKind::Paragraph,
                first: block.first + own,
                lines: rest,
            });
        }
        let below = self.last().is_some_and(|entry| match entry.indent {
            Some(outer) => indent > outer,
            None => entry.stamp.is_some(),
        });
        if below {
            return self.append_or_leave(block);
        }
        if !self.explicit {
            return Some(block);
        }
        self.push(Entry {
            text: block.text(),
            lines: (block.first..block.first + block.lines.len()).collect(),
            indent: Some(indent),
            ..Entry::default()
        });
        None
    }

    /// How many lines below the first belong to an item: up to one at its left that has a time.
    fn belonging(&self, block: &Block, outer: usize) -> usize {
        block
            .lines
            .iter()
            .skip(1)
            .take_while(|line| {
                let timed = stamp::leading(line.trim()).is_some_and(|(stamp, ..)| {
                    stamp.is_strict() || (self.explicit && stamp.date.is_some() && !stamp.loose)
                });
                line.is_empty() || indent(line) > outer || !timed
            })
            .count()
    }

    fn paragraph(&mut self, block: Block) -> Option<Block> {
        let mut left: Vec<String> = Vec::new();
        let mut opened = false;
        for (offset, line) in block.lines.iter().enumerate() {
            let at = block.first + offset;
            let text = line.trim();
            let deeper = self.last().is_some_and(|entry| {
                !entry.is_marker() && entry.column.is_some_and(|column| indent(line) > column + 4)
            });
            let found = stamp::leading(text)
                .filter(|_| !deeper)
                .filter(|(stamp, _, rest)| {
                    let day = rest.is_empty() && !stamp.loose && self.open.is_some();
                    self.explicit || stamp.is_strict() || day
                })
                .filter(|(stamp, _, rest)| {
                    let marker = rest.is_empty();
                    let begins = offset == 0 || opened || self.open.is_none();
                    let strict = stamp.is_strict() || (stamp.date.is_some() && !stamp.loose);
                    (begins || marker || strict) && (!self.in_heading() || strict)
                })
                .or_else(|| {
                    let short =
                        self.explicit && !self.in_heading() && text.split_whitespace().count() <= 8;
                    let (text, written, stamp) = stamp::trailing(text).filter(|_| short)?;
                    Some((stamp, written, text))
                });
            if let Some((stamp, written, text)) = found {
                opened = true;
                self.push(Entry {
                    stamp: Some(stamp),
                    written: written.to_owned(),
                    text,
                    lines: vec![at],
                    column: Some(indent(line)),
                    ..Entry::default()
                });
            } else if !self.append(offset == 0, std::slice::from_ref(line), at) {
                left.push(line.clone());
            }
        }
        (!left.is_empty()).then_some(Block {
            lines: left,
            ..block
        })
    }

    fn append_or_leave(&mut self, block: Block) -> Option<Block> {
        let apart = !matches!(block.kind, BlockKind::Item { .. });
        if self.append(apart, &block.lines, block.first) {
            None
        } else {
            Some(block)
        }
    }

    /// Adds lines to the open entry, without their common indentation.
    fn append(&mut self, apart: bool, lines: &[String], first: usize) -> bool {
        let Some(entry) = self.open.and_then(|open| self.entries.get_mut(open)) else {
            return false;
        };
        let margin = lines
            .iter()
            .filter(|line| !line.is_empty())
            .map(|line| indent(line))
            .min()
            .unwrap_or_default();
        if apart && !entry.text.is_empty() {
            entry.text.push('\n');
        }
        for line in lines {
            append_line(&mut entry.text, dedent(line, margin));
        }
        entry.lines.extend(first..first + lines.len());
        true
    }
}

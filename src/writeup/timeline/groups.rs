//! Which sections hold a timeline, and which belong to the same one.

use std::collections::BTreeSet;

use super::super::blocks::BlockKind;
use super::super::headings::SectionKind;
use super::super::sections::Draft;
use super::super::stamp;
use super::rows;

/// Sections with timed headings below them: what stands above those is an introduction.
pub(super) fn divided(drafts: &[Draft]) -> BTreeSet<usize> {
    drafts
        .iter()
        .filter(|draft| {
            draft.kind == SectionKind::Timeline && stamp::leading(&draft.heading).is_some()
        })
        .filter_map(|draft| draft.parent)
        .collect()
}

pub(super) fn has_times(draft: &Draft) -> bool {
    draft.blocks.iter().any(|block| {
        block.kind == BlockKind::Table
            || block
                .content()
                .iter()
                .any(|line| stamp::leading(line.trim()).is_some_and(|(stamp, ..)| !stamp.loose))
    })
}

/// For each section the topmost timeline section it lies in, or itself.
pub(super) fn groups(drafts: &[Draft]) -> Vec<usize> {
    let mut groups: Vec<usize> = Vec::with_capacity(drafts.len());
    let mut last_timed = None;
    for (index, draft) in drafts.iter().enumerate() {
        let parent = draft.parent.filter(|parent| {
            drafts
                .get(*parent)
                .is_some_and(|parent| parent.kind == SectionKind::Timeline)
        });
        let timed = draft.kind == SectionKind::Timeline && stamp::leading(&draft.heading).is_some();
        let group = match parent.and_then(|parent| groups.get(parent).copied()) {
            Some(group) => group,
            None if timed => last_timed.unwrap_or(index),
            None => index,
        };
        if draft.kind == SectionKind::Timeline {
            last_timed = Some(group);
        }
        groups.push(group);
    }
    groups
}

/// Whether at least three parts of this section, and half of them, begin with a time of day.
pub(super) fn is_timeline_in_disguise(draft: &Draft) -> bool {
    if matches!(
        draft.kind,
        SectionKind::Actions | SectionKind::References | SectionKind::People | SectionKind::Field
    ) {
        return false;
    }
    let strict = |text: &str| stamp::leading(text).is_some_and(|(stamp, ..)| stamp.is_strict());
    let mut timed = 0;
    let mut all = 0;
    for block in &draft.blocks {
        match block.kind {
            BlockKind::Item { .. } => {
                all += 1;
                timed += usize::from(block.content().first().is_some_and(|line| strict(line)));
            }
            BlockKind::Paragraph => {
                let count = block
                    .lines
                    .iter()
                    .filter(|line| strict(line.trim()))
                    .count();
                all += count.max(1);
                timed += count;
            }
            BlockKind::Table => {
                let rows = rows::read(block, false);
                all += rows.len().max(1);
                timed += rows
                    .iter()
                    .filter(|row| row.stamp.is_some_and(|s| s.is_strict()))
                    .count();
            }
            _ => {}
        }
    }
    timed >= 3 && timed * 2 >= all
}

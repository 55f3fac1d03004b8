//! Each section's text goes to the field of the report that it answers.

use crate::anonymise::RawText;
use crate::report::{Factor, Mitigation, Narrative, Report};

use super::super::blocks::BlockKind;
use super::super::front_matter::Pair;
use super::super::headings::{SectionKind, classify};
use super::super::lines::{append, flush_left, join};
use super::super::sections::Draft;
use super::super::{actions, factors, items, tables};

/// The text of a section, verbatim, without rules.
pub(super) fn body(draft: &Draft) -> String {
    let mut text = String::new();
    let mut end = None;
    for block in &draft.blocks {
        if block.kind == BlockKind::Rule {
            continue;
        }
        if let Some(end) = end {
            text.push_str(if end == block.first { "\n" } else { "\n\n" });
        }
        text.push_str(&join(&block.lines));
        end = Some(block.first + block.lines.len());
    }
    if draft
        .blocks
        .iter()
        .all(|block| block.kind == BlockKind::Code)
    {
        return text;
    }
    flush_left(&text)
}

/// Longer fields ("Title" over three paragraphs) are sections of their own after all.
const LONGEST_FIELD: usize = 600;

/// Fills the report from the sections; fields go to `fields`.
pub(super) fn report(drafts: Vec<Draft>, report: &mut Report<RawText>, fields: &mut Vec<Pair>) {
    let mut texts = Texts {
        summarised: drafts
            .iter()
            .any(|draft| draft.kind == SectionKind::Summary && !draft.blocks.is_empty()),
        ..Texts::default()
    };
    for draft in drafts {
        texts.section(draft, report, fields);
    }
    report.summary = RawText::new(texts.summary);
    report.impact.text = RawText::new(texts.impact);
    report.detection.text = RawText::new(texts.detection);
}

#[derive(Default)]
struct Texts {
    summarised: bool,
    summary: String,
    impact: String,
    detection: String,
}

impl Texts {
    fn section(&mut self, draft: Draft, report: &mut Report<RawText>, fields: &mut Vec<Pair>) {
        let text = body(&draft);
        if text.trim().is_empty() {
            return;
        }
        if draft.kind.is_list() || draft.kind == SectionKind::Resolution {
            keep_column_names(&draft, fields);
        }
        let raw = |texts: Vec<String>| texts.into_iter().map(RawText::new);
        let left = match draft.kind {
            SectionKind::Title if !self.summarised => {
                append(&mut self.summary, &text);
                String::new()
            }
            SectionKind::Summary => under(&mut self.summary, &draft, &text),
            SectionKind::Impact => under(&mut self.impact, &draft, &text),
            SectionKind::Detection => under(&mut self.detection, &draft, &text),
            SectionKind::Causes => {
                let (found, left) = factors::read(&draft.heading, &draft.blocks);
                // A heading of its own below "Root cause" is itself a factor.
                if classify(&draft.heading).is_none() && draft.parent.is_some() {
                    report.factors.push(Factor {
                        text: RawText::new(draft.heading.clone()),
                        code: None,
                        children: found,
                    });
                } else {
                    report.factors.extend(found);
                }
                left
            }
            SectionKind::Resolution => {
                let (found, left) = items::texts(&draft.blocks);
                report.mitigations.extend(raw(found).map(|text| Mitigation {
                    text,
                    ..Mitigation::default()
                }));
                left
            }
            SectionKind::WentWell => {
                let (found, left) = items::texts(&draft.blocks);
                report.helped.extend(raw(found));
                left
            }
            SectionKind::Luck => {
                let (found, left) = items::texts(&draft.blocks);
                report.luck.extend(raw(found));
                left
            }
            SectionKind::Lessons => {
                let (found, left) = items::texts(&draft.blocks);
                report.lessons.extend(raw(found));
                left
            }
            SectionKind::Actions => {
                let (found, left) = actions::read(&draft.heading, &draft.blocks);
                report.actions.extend(found);
                left
            }
            SectionKind::Field | SectionKind::People if text.len() <= LONGEST_FIELD => {
                fields.push(Pair {
                    key: draft.heading.clone(),
                    value: text,
                });
                String::new()
            }
            _ => text,
        };
        if !left.trim().is_empty() {
            let named = draft.kind != SectionKind::Title && !draft.heading.is_empty();
            report.narratives.push(Narrative {
                perspective: None,
                heading: named.then(|| RawText::new(draft.heading)),
                text: RawText::new(left),
            });
        }
    }
}

/// Rows become entries of a list; what their columns were called is kept beside it.
fn keep_column_names(draft: &Draft, fields: &mut Vec<Pair>) {
    for block in draft
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Table)
    {
        let header = tables::parse(&block.lines).header;
        if !header.is_empty() {
            fields.push(Pair {
                key: draft.heading.clone(),
                value: header.join(" | "),
            });
        }
    }
}

/// Adds a section to a text, under its own heading if that says more than the field's name.
fn under(field: &mut String, draft: &Draft, text: &str) -> String {
    if classify(&draft.heading).is_none() && !draft.heading.is_empty() {
        append(field, &format!("### {}", draft.heading));
    }
    append(field, text);
    String::new()
}

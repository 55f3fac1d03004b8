//! A text with placeholders, before the rules looked at it once more.

use zeroize::Zeroizing;

use super::clean::Clean;
use super::doc::{Doc, Finding};
use super::engine::{Anonymised, Redaction};
use super::replace::Replacer;
use super::text::RedactedText;

/// Sorts, joins what overlaps, and cuts at the edges of the fields.
fn resolve(mut found: Vec<Finding>, ranges: &[(usize, usize)]) -> Vec<Finding> {
    found.sort_by_key(|finding| (finding.start, std::cmp::Reverse(finding.end)));
    let mut out: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        match out.last_mut() {
            Some(last) if finding.start < last.end => last.end = last.end.max(finding.end),
            _ => out.push(finding),
        }
    }
    out.into_iter()
        .flat_map(|finding| {
            let first = ranges.partition_point(|(_, end)| *end <= finding.start);
            let parts: Vec<Finding> = ranges
                .iter()
                .skip(first)
                .take_while(|(start, _)| *start < finding.end)
                .map(|(start, end)| Finding {
                    start: finding.start.max(*start),
                    end: finding.end.min(*end),
                    ..finding.clone()
                })
                .collect();
            parts
        })
        .collect()
}

/// The text with placeholders, and which part of it was which part of the clean text.
pub(super) struct Draft {
    pub(super) text: Zeroizing<String>,
    /// What stands for each finding of the document.
    replacements: Vec<String>,
    /// Where the unchanged parts start: in the draft, in the clean text; and how long they are.
    kept: Vec<(usize, usize, usize)>,
}

impl Draft {
    pub(super) fn new(doc: &mut Doc, ranges: &[(usize, usize)], taken: &[String]) -> Self {
        doc.found = resolve(std::mem::take(&mut doc.found), ranges);
        let mut replacer = Replacer::new(taken.to_vec());
        replacer.prepare(doc);
        let mut text = Zeroizing::new(String::with_capacity(doc.text.len()));
        let (mut replacements, mut kept, mut at) = (Vec::new(), Vec::new(), 0);
        for finding in &doc.found {
            kept.push((text.len(), at, finding.start - at));
            text.push_str(doc.slice(at, finding.start));
            let replacement = replacer.placeholder(doc, finding);
            text.push_str(&replacement);
            replacements.push(replacement);
            at = finding.end;
        }
        kept.push((text.len(), at, doc.text.len() - at));
        text.push_str(doc.slice(at, doc.text.len()));
        Self {
            text,
            replacements,
            kept,
        }
    }

    /// The lines of the draft in which something was replaced, each with the line before and behind.
    pub(super) fn changed_lines(&self) -> Zeroizing<String> {
        let text = self.text.as_str();
        let bytes = text.as_bytes();
        let mut lines = Zeroizing::new(String::with_capacity(text.len()));
        let (mut end, mut last) = (0, 0);
        for &(kept, _, length) in &self.kept {
            // What was replaced lies between the kept part before and this one.
            let (from, to) = (last, kept);
            last = kept + length;
            if from == to || to < end {
                continue;
            }
            let line_start = |at: usize| {
                memchr::memrchr(b'\n', bytes.get(..at).unwrap_or_default()).map_or(0, |n| n + 1)
            };
            let line_end = |at: usize| {
                memchr::memchr(b'\n', bytes.get(at..).unwrap_or_default())
                    .map_or(text.len(), |n| at + n + 1)
            };
            let start = line_start(line_start(from).saturating_sub(1));
            if start > end && !lines.is_empty() {
                lines.push_str("\n\n");
            }
            let start = start.max(end);
            end = line_end(line_end(to));
            lines.push_str(text.get(start..end).unwrap_or_default());
        }
        lines
    }

    /// A finding in the draft as one in the clean text, if it is in an unchanged part.
    pub(super) fn back(&self, finding: &Finding) -> Option<Finding> {
        let part = self
            .kept
            .partition_point(|(draft, ..)| *draft <= finding.start)
            .checked_sub(1)?;
        let &(draft, clean, length) = self.kept.get(part)?;
        let start = clean + (finding.start - draft).min(length);
        let last = self
            .kept
            .partition_point(|(draft, ..)| *draft < finding.end)
            .checked_sub(1)?;
        let &(draft, clean, length) = self.kept.get(last)?;
        let end = clean + (finding.end - draft).min(length);
        (start < end).then(|| Finding {
            start,
            end,
            ..finding.clone()
        })
    }

    pub(super) fn split(
        &self,
        doc: &Doc,
        cleaned: &[Clean],
        ranges: &[(usize, usize)],
    ) -> Vec<Anonymised> {
        let mut found = doc.found.iter().zip(&self.replacements).peekable();
        let mut results = Vec::with_capacity(cleaned.len());
        for (clean, &(start, end)) in cleaned.iter().zip(ranges) {
            let mut own = Vec::new();
            while let Some(pair) = found.next_if(|(finding, _)| finding.start < end) {
                own.push(pair);
            }
            let spans: Vec<(usize, usize)> = own
                .iter()
                .map(|(f, _)| (f.start - start, f.end - start))
                .collect();
            let mut text = String::with_capacity(end - start);
            let mut redactions = Vec::with_capacity(own.len());
            let mut at = start;
            for ((finding, replacement), (from, to)) in own.into_iter().zip(clean.origin(&spans)) {
                text.push_str(doc.slice(at, finding.start));
                text.push_str(replacement);
                at = finding.end;
                redactions.push(Redaction {
                    start: from,
                    end: to,
                    kind: finding.kind,
                    replacement: replacement.clone(),
                    rule: finding.rule,
                });
            }
            text.push_str(doc.slice(at, end));
            results.push(Anonymised {
                text: RedactedText::made_by_anonymiser(text),
                redactions,
            });
        }
        results
    }
}

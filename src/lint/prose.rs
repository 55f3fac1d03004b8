//! Which parts of a text are sentences that somebody wrote, and which are code or a template.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::rules::pattern;

/// Fenced and inline code, addresses and HTML comments.
static NOT_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?s:```.*?(?:```|\z))|(?s:<!--.*?-->)|`[^`\n]*`|https?://\S+|\]\([^)\n]*\)")
});

/// A heading, or a label that a template put there.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?m)^[ \t>]*(?:#{1,6} .*|\*\*[^*\n]{1,60}\*\*:?[ \t]*|[*_][^*_\n]+[*_]|[^\n.|]{1,40}:[ \t]*)$",
    )
});

/// How far a sentence is followed to each side, in bytes.
const LONGEST_SENTENCE: usize = 400;

/// A text with its parts that are not looked at.
pub(super) struct Prose<'a> {
    pub(super) text: &'a str,
    skipped: Vec<Range<usize>>,
}

impl<'a> Prose<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut found: Vec<_> = NOT_PROSE
            .find_iter(text)
            .chain(LABEL.find_iter(text))
            .map(|found| found.range())
            .collect();
        found.sort_by_key(|range| range.start);
        let mut skipped: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            match skipped.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => skipped.push(range),
            }
        }
        Self { text, skipped }
    }

    /// Whether a range touches a part that is not looked at.
    pub(super) fn skips(&self, range: &Range<usize>) -> bool {
        let next = self.skipped.partition_point(|s| s.end <= range.start);
        self.skipped
            .get(next)
            .is_some_and(|skipped| skipped.start < range.end)
    }

    /// The sentence around a range: between ends of sentences, blank lines and table cells.
    pub(super) fn sentence(&self, range: &Range<usize>) -> &'a str {
        const ENDS: [&str; 6] = [". ", "! ", "? ", ".\n", "\n\n", "|"];
        let first = self
            .text
            .ceil_char_boundary(range.start.saturating_sub(LONGEST_SENTENCE));
        let last = self
            .text
            .floor_char_boundary(range.end.saturating_add(LONGEST_SENTENCE));
        let before = self.text.get(first..range.start).unwrap_or_default();
        let after = self.text.get(range.end..last).unwrap_or_default();
        let start = ENDS
            .iter()
            .filter_map(|end| before.rfind(end).map(|at| first + at + end.len()))
            .max()
            .unwrap_or(first);
        let end = ENDS
            .iter()
            .filter_map(|end| after.find(end).map(|at| at + 1))
            .min()
            .unwrap_or(after.len());
        self.text.get(start..range.end + end).unwrap_or_default()
    }
}

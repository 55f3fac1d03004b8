//! Which parts of a text are sentences that somebody wrote, and which are code or a template.

use std::ops::Range;

use crate::lint::rules::pattern;
use regex::Regex;
use std::sync::LazyLock;

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

/// A text with its parts that are not looked at.
pub(super) struct Prose<'a> {
    pub(super) text: &'a str,
    skipped: Vec<Range<usize>>,
}

impl<'a> Prose<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut skipped: Vec<_> = NOT_PROSE
            .find_iter(text)
            .chain(LABEL.find_iter(text))
            .map(|found| found.range())
            .collect();
        skipped.sort_by_key(|range| range.start);
        Self { text, skipped }
    }

    /// Whether a range touches a part that is not looked at.
    pub(super) fn skips(&self, range: &Range<usize>) -> bool {
        self.skipped
            .iter()
            .any(|skipped| skipped.start < range.end && range.start < skipped.end)
    }

    /// The sentence around a range: between ends of sentences, blank lines and table cells.
    pub(super) fn sentence(&self, range: &Range<usize>) -> &'a str {
        const ENDS: [&str; 6] = [". ", "! ", "? ", ".\n", "\n\n", "|"];
        let before = self.text.get(..range.start).unwrap_or_default();
        let after = self.text.get(range.end..).unwrap_or_default();
        let start = ENDS
            .iter()
            .filter_map(|end| before.rfind(end).map(|at| at + end.len()))
            .max()
            .unwrap_or_default();
        let end = ENDS
            .iter()
            .filter_map(|end| after.find(end).map(|at| at + 1))
            .min()
            .unwrap_or(after.len());
        self.text.get(start..range.end + end).unwrap_or_default()
    }
}

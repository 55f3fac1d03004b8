//! Which parts of a text are sentences that somebody wrote, and which are code or a template.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::rules::pattern;

/// Front matter, fenced and inline code, addresses, HTML comments, and what somebody said: the reporter only repeats it.
static NOT_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?s:\A---\n.*?\n---(?:\n|\z))|(?s:```.*?(?:```|\z))|(?s:<!--.*?-->)|`[^`\n]*`|https?://\S+|\]\([^)\n]*\)|(?m:^[ \t]*>.*$)|(?:^|[\s(\[>])"[^"\n]{1,400}(?:\n[^"\n]{1,400}){0,3}"|“[^”]{1,400}”|„[^“”]{1,400}[“”]|«[^»]{1,400}»"#,
    )
});

/// A heading, or a label that a template put there.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?m)^[ \t>]*(?:#{1,6} .*|\*\*[^*\n]{1,60}\*\*:?[ \t]*|[*_][^*_\n]+[*_]|[^\n.|]{1,40}:[ \t]*)$",
    )
});

/// How far a sentence is followed to each side, in bytes.
const LONGEST_SENTENCE: usize = 400;

/// The end of a line inside a paragraph: what follows is no list, table, heading or blank line.
static FOLD: LazyLock<Regex> = LazyLock::new(|| pattern(r"\n[ \t]*[\p{L}(\d]"));

/// A list that begins with a number.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*\d+[.)]"));

/// A text with its parts that are not looked at.
pub(super) struct Prose {
    /// The text with the lines of a paragraph joined; offsets stay as they were.
    pub(super) text: String,
    skipped: Vec<Range<usize>>,
}

impl Prose {
    pub(super) fn new(text: &str) -> Self {
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
        let mut joined = String::with_capacity(text.len());
        let mut last = 0;
        for found in FOLD.find_iter(text) {
            let rest = text.get(found.start()..).unwrap_or_default();
            if !NUMBERED.is_match(rest) {
                joined.push_str(text.get(last..found.start()).unwrap_or_default());
                joined.push(' ');
                last = found.start() + 1;
            }
        }
        joined.push_str(text.get(last..).unwrap_or_default());
        Self {
            text: joined,
            skipped,
        }
    }

    /// Whether a range touches a part that is not looked at.
    pub(super) fn skips(&self, range: &Range<usize>) -> bool {
        let next = self.skipped.partition_point(|s| s.end <= range.start);
        self.skipped
            .get(next)
            .is_some_and(|skipped| skipped.start < range.end)
    }

    /// The sentence around a range: between ends of sentences, paragraphs, items of lists and table cells.
    pub(super) fn sentence(&self, range: &Range<usize>) -> &str {
        const ENDS: [&str; 5] = [". ", "! ", "? ", "\n", "|"];
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

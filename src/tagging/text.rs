//! A text made ready to be tagged: where words, lines, code and placeholders are.

use std::ops::Range;

/// Bytes between two entries of the table from byte to code point.
const BLOCK: usize = 256;

/// A text with what the tagger asks of it. Positions are byte offsets at character boundaries.
pub(super) struct Text<'a> {
    raw: &'a str,
    /// The text with line breaks and tabs as spaces, so that names match across wrapped lines.
    flat: String,
    /// The same with A to Z as small letters.
    lower: String,
    /// Code points before each block of bytes.
    blocks: Vec<usize>,
    placeholders: Vec<Range<usize>>,
}

impl<'a> Text<'a> {
    pub(super) fn new(raw: &'a str) -> Self {
        let mut blocks = vec![0];
        let mut count = 0;
        for block in raw.as_bytes().chunks(BLOCK) {
            count += code_points(block);
            blocks.push(count);
        }
        let flat = raw.replace(['\n', '\r', '\t'], " ");
        Self {
            raw,
            lower: flat.to_ascii_lowercase(),
            flat,
            blocks,
            placeholders: placeholders(raw),
        }
    }

    pub(super) fn raw(&self) -> &'a str {
        self.raw
    }

    pub(super) fn flat(&self) -> &str {
        &self.flat
    }

    /// The text between two positions; empty where they do not fit.
    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.raw.get(range).unwrap_or_default()
    }

    /// The code point offset of a position.
    pub(super) fn code_point(&self, position: usize) -> usize {
        let block = position / BLOCK;
        let before = self.blocks.get(block).copied().unwrap_or_default();
        let rest = self.raw.as_bytes().get(block * BLOCK..position);
        before + code_points(rest.unwrap_or_default())
    }

    pub(super) fn before(&self, position: usize) -> Option<char> {
        self.slice(0..position).chars().next_back()
    }

    pub(super) fn after(&self, position: usize) -> Option<char> {
        self.slice(position..self.raw.len()).chars().next()
    }

    /// What precedes a position on its line, at most `limit` bytes of it.
    pub(super) fn line_before(&self, position: usize, limit: usize) -> &'a str {
        let text = self.slice(self.floor(position.saturating_sub(limit))..position);
        text.rsplit('\n').next().unwrap_or_default()
    }

    /// What follows a position on its line, at most `limit` bytes of it.
    pub(super) fn line_after(&self, position: usize, limit: usize) -> &'a str {
        let text = self.slice(position..self.floor(position.saturating_add(limit)));
        text.split('\n').next().unwrap_or_default()
    }

    /// The text around a range, `reach` bytes to each side, in small letters and without line breaks.
    pub(super) fn around(&self, range: &Range<usize>, reach: usize) -> &str {
        let start = self.floor(range.start.saturating_sub(reach));
        let end = self.floor(range.end.saturating_add(reach));
        self.lower.get(start..end).unwrap_or_default()
    }

    /// Whether a range lies in a placeholder of the anonymiser.
    pub(super) fn in_placeholder(&self, range: &Range<usize>) -> bool {
        let next = self.placeholders.partition_point(|p| p.end <= range.start);
        self.placeholders
            .get(next)
            .is_some_and(|placeholder| placeholder.start < range.end)
    }

    fn floor(&self, position: usize) -> usize {
        self.raw.floor_char_boundary(position)
    }
}

fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

/// Longest placeholder, brackets included, in bytes.
const LONGEST_PLACEHOLDER: usize = 48;

fn placeholders(raw: &str) -> Vec<Range<usize>> {
    memchr::memchr_iter(b'[', raw.as_bytes())
        .filter_map(|start| {
            let rest = raw.get(start + 1..)?;
            let limit = rest.floor_char_boundary(LONGEST_PLACEHOLDER);
            let inside = rest.get(..limit)?.split_once(']')?.0;
            let end = start + inside.len() + 2;
            let link = raw.as_bytes().get(end) == Some(&b'(');
            (is_placeholder(inside) && !link).then_some(start..end)
        })
        .collect()
}

/// `T+12m`, or words and a letter or number that tells one from another: `Database host 2`.
fn is_placeholder(inside: &str) -> bool {
    if inside.starts_with("T+") || inside.starts_with("T-") {
        return true;
    }
    let Some((words, which)) = inside.rsplit_once(' ') else {
        return false;
    };
    let lettered = which.len() <= 2 && which.bytes().all(|b| b.is_ascii_uppercase());
    let numbered = which.len() <= 3 && which.bytes().all(|b| b.is_ascii_digit());
    !which.is_empty()
        && (lettered || numbered)
        && words.starts_with(|c: char| c.is_uppercase())
        && words
            .chars()
            .all(|c| c.is_alphabetic() || c == ' ' || c == '-')
}

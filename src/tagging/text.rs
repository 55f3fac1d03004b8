//! A text made ready to be tagged: where words, lines, code and placeholders are.

use std::ops::Range;

/// Bytes between two entries of the table from byte to code point.
const BLOCK: usize = 64;

/// A text with what the tagger asks of it. Positions are byte offsets at character boundaries.
pub(super) struct Text<'a> {
    raw: &'a str,
    /// The text in small letters, each character as long as it was.
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
        Self {
            raw,
            lower: lowered(raw),
            blocks,
            placeholders: placeholders(raw),
        }
    }

    pub(super) fn raw(&self) -> &'a str {
        self.raw
    }

    /// The text between two positions in small letters; empty where they do not fit.
    pub(super) fn lower(&self, range: Range<usize>) -> &str {
        self.lower.get(range).unwrap_or_default()
    }

    /// Where placeholders of the anonymiser are, in order.
    pub(super) fn placeholders(&self) -> &[Range<usize>] {
        &self.placeholders
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
        self.slice(self.head(position, limit))
    }

    /// The same in small letters.
    pub(super) fn lower_before(&self, position: usize, limit: usize) -> &str {
        self.lower(self.head(position, limit))
    }

    /// What follows a position on its line, at most `limit` bytes of it.
    pub(super) fn line_after(&self, position: usize, limit: usize) -> &'a str {
        self.slice(self.tail(position, limit))
    }

    /// The same in small letters.
    pub(super) fn lower_after(&self, position: usize, limit: usize) -> &str {
        self.lower(self.tail(position, limit))
    }

    fn head(&self, position: usize, limit: usize) -> Range<usize> {
        let start = self.floor(position.saturating_sub(limit));
        let before = self.slice(start..position).as_bytes();
        let line = before.iter().rposition(|byte| *byte == b'\n');
        line.map_or(start, |at| start + at + 1)..position
    }

    fn tail(&self, position: usize, limit: usize) -> Range<usize> {
        let end = self.floor(position.saturating_add(limit));
        let after = self.slice(position..end).as_bytes();
        let line = after.iter().position(|byte| *byte == b'\n');
        position..line.map_or(end, |at| position + at)
    }

    /// A range with `reach` bytes to each side.
    pub(super) fn around(&self, range: &Range<usize>, reach: usize) -> Range<usize> {
        self.floor(range.start.saturating_sub(reach))..self.floor(range.end.saturating_add(reach))
    }

    fn floor(&self, position: usize) -> usize {
        self.raw.floor_char_boundary(position)
    }
}

fn lowered(raw: &str) -> String {
    let mut lower = raw.to_ascii_lowercase();
    let blocks = raw.as_bytes().chunks(BLOCK).enumerate();
    let wide = blocks
        .filter(|(_, block)| !block.is_ascii())
        .flat_map(|(at, block)| (at * BLOCK..).zip(block))
        // First bytes of a character beyond ASCII.
        .filter_map(|(place, byte)| (*byte >= 0xC0).then_some(place));
    for place in wide {
        let Some(letter) = raw.get(place..).and_then(|rest| rest.chars().next()) else {
            continue;
        };
        let mut small = letter.to_lowercase();
        if let (Some(first), None) = (small.next(), small.next())
            && first != letter
            && first.len_utf8() == letter.len_utf8()
        {
            let range = place..place + letter.len_utf8();
            lower.replace_range(range, first.encode_utf8(&mut [0; 4]));
        }
    }
    lower
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

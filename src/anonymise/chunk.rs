//! Runs of text that white space, quotes and brackets divide, as a shell would see them.

/// The runs of `text` apart from those of letters alone, as bytes; without what ends a sentence.
pub(super) fn chunks(text: &str) -> Vec<(usize, usize)> {
    let mut chunks = Vec::with_capacity(text.len() / 16);
    let mut start = 0;
    let mut plain = true;
    let mut close = |start: usize, end: usize| {
        let chunk = text.get(start..end).unwrap_or_default();
        let kept = chunk.trim_end_matches(['.', ':', '!', '?', '…']);
        if kept.len() == chunk.len() || kept.bytes().any(|b| !b.is_ascii_alphabetic()) {
            chunks.push((start, start + kept.len()));
        }
    };
    let mut at = 0;
    while let Some(&b) = text.as_bytes().get(at) {
        let (divides, width) = if b.is_ascii() {
            (DIVIDES.get(usize::from(b)) == Some(&true), 1)
        } else {
            let c = text.get(at..).and_then(|rest| rest.chars().next());
            let quote = matches!(
                c,
                Some('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '–' | '—' | '→' | '·' | '•')
            );
            (
                quote || c.is_some_and(char::is_whitespace),
                c.map_or(1, char::len_utf8),
            )
        };
        if divides {
            if !plain {
                close(start, at);
            }
            (start, plain) = (at + width, true);
        } else {
            plain &= b.is_ascii_alphabetic();
        }
        at += width;
    }
    if !plain {
        close(start, text.len());
    }
    chunks
}

/// What divides, by byte.
#[expect(
    clippy::indexing_slicing,
    reason = "an index outside would not compile"
)]
const DIVIDES: [bool; 128] = {
    let mut table = [false; 128];
    let mut b = 0;
    while b < 128 {
        table[b as usize] = divides(b);
        b += 1;
    }
    table
};

const fn divides(b: u8) -> bool {
    b.is_ascii_whitespace()
        || matches!(
            b,
            b'"' | b'\''
                | b'`'
                | b'('
                | b')'
                | b'['
                | b']'
                | b'{'
                | b'}'
                | b'<'
                | b'>'
                | b','
                | b';'
                | b'|'
                | b'*'
        )
}

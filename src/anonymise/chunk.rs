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
        match KIND.get(usize::from(b)) {
            Some(Kind::Letter) => {
                at += 1;
                continue;
            }
            Some(Kind::Other) => {
                plain = false;
                at += 1;
                continue;
            }
            _ => {}
        }
        let (divides, width) = if b.is_ascii() {
            (true, 1)
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
            plain = false;
        }
        at += width;
    }
    if !plain {
        close(start, text.len());
    }
    chunks
}

#[derive(Clone, Copy)]
enum Kind {
    Letter,
    Other,
    Divides,
}

/// What the bytes of ASCII are.
#[expect(
    clippy::indexing_slicing,
    reason = "an index outside would not compile"
)]
const KIND: [Kind; 128] = {
    let mut table = [Kind::Other; 128];
    let mut b = 0;
    while b < 128 {
        if divides(b) {
            table[b as usize] = Kind::Divides;
        } else if b.is_ascii_alphabetic() {
            table[b as usize] = Kind::Letter;
        }
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

//! Text in base64: what cannot be read can hold a name.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};

/// ID: base64 with an address, a link, a number or a name in it. Example: `header {YW5uYUBzaG9w} was sent`
const RULE: &str = "encoded-text";

/// Finds base64 that holds text with an address, a link, a number or a name in it, and any that is
/// longer than a line. Leaves digests and words, which hold no text.
/// Example: "`YW5uYUBzaG9wLmV4YW1wbGU=`" becomes "[id 1]".
pub(super) fn find(doc: &mut Doc) {
    for at in 0..doc.chunks.len() {
        let Some(&(start, end)) = doc.chunks.get(at) else {
            break;
        };
        if end - start < 12 {
            continue;
        }
        let mut from = start;
        // The sign that pads base64 is also the one between a key and its value.
        for piece in doc.slice(start, end).split_inclusive(['=', ':', '.']) {
            let blob = piece.trim_end_matches(['=', ':', '.']);
            if blob.len() >= 12 && decode(blob).is_some_and(|text| tells(&text)) {
                let mut to = from + blob.len();
                while doc.byte(to) == b'=' && to < end {
                    to += 1;
                }
                doc.claim(from, to, Kind::Id, RULE);
            }
            from += piece.len();
        }
    }
}

/// The text in a base64 string, if it is one and all of it is text.
fn decode(blob: &str) -> Option<String> {
    if blob.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(blob.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for b in blob.bytes() {
        let value = match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a' + 26,
            b'0'..=b'9' => b - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            let byte = u8::try_from(bits >> held & 0xFF).ok()?;
            if byte < 32 && !byte.is_ascii_whitespace() || byte == 127 {
                return None;
            }
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Whether decoded text may identify.
fn tells(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    text.len() > 60
        || text.contains(['@', ':'])
        || digits >= 4
        || text.split(|c: char| !c.is_alphabetic()).any(|word| {
            let facts = Lexicon::shipped().facts(&fold(word));
            word.len() >= 3
                && word.starts_with(char::is_uppercase)
                && facts.any(Facts::NAME)
                && !facts.any(Facts::ENGLISH.or(Facts::COMPUTING))
        })
}

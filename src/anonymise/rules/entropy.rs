//! Strings too irregular to be words.

use super::secret::is_token_byte;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

const ENTROPY: &str = "secret-entropy";

/// Long strings in which capitals, small letters and digits alternate as no word does.
pub(super) fn random(doc: &mut Doc) {
    for at in 0..doc.chunks.len() {
        let Some(&(start, end)) = doc.chunks.get(at) else {
            break;
        };
        if end - start < 20 {
            continue;
        }
        let mut from = start;
        for piece in doc.slice(start, end).split(['=', ':', '@', '?', '&']) {
            if piece.len() >= 20 && is_random(piece) {
                doc.claim(from, from + piece.len(), Kind::Secret, ENTROPY);
            }
            from += piece.len() + 1;
        }
    }
}

fn is_random(piece: &str) -> bool {
    if !piece.bytes().all(is_token_byte) || piece.len() > 4096 {
        return false;
    }
    let (mut lower, mut upper, mut digit, mut changes, mut slashes) = (0, 0, 0, 0, 0);
    let mut last = 0_u8;
    for b in piece.bytes() {
        let class = match b {
            b'a'..=b'z' => 1,
            b'A'..=b'Z' => 2,
            b'0'..=b'9' => 3,
            b'/' | b'.' => {
                slashes += 1;
                4
            }
            _ => 4,
        };
        match class {
            1 => lower += 1,
            2 => upper += 1,
            3 => digit += 1,
            _ => {}
        }
        if class != last && last != 0 {
            changes += 1;
        }
        last = class;
    }
    // A word such as PartitionRebalance changes class twice; a key changes every second character.
    lower >= 3
        && upper >= 3
        && digit >= 2
        && changes * 3 >= piece.len()
        && slashes * 6 <= piece.len()
}

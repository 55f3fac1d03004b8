//! Strings too irregular to be words.

use super::super::ticket::SERIAL;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};

/// SECRET: long strings too irregular to be words. Example: `sent {Zk3v9QmX2pLw8RtY6bNc4HdJ} along`
const ENTROPY: &str = "secret-entropy";

pub(super) fn is_token_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'+' | b'/' | b'=' | b'~')
}

/// Long strings in which capitals, small letters and digits alternate as no word does.
pub(super) fn find(doc: &mut Doc) {
    each(doc, |doc, start, end| {
        let piece = doc.slice(start, end);
        if is_mixed(piece) && !wordy(piece) {
            let end = padded(doc, wrapped(doc, start, end));
            if is_fingerprint(doc, start) {
                doc.claim(start, end, Kind::Id, SERIAL);
            } else {
                doc.claim(start, end, Kind::Secret, ENTROPY);
            }
        }
    });
}

/// The end with the signs that fill up base64.
fn padded(doc: &Doc, end: usize) -> usize {
    let signs = (end..end + 2)
        .take_while(|at| doc.byte(*at) == b'=')
        .count();
    let to = end + signs;
    if is_token_byte(doc.byte(to)) { end } else { to }
}

/// Long strings of small letters and digits in turns, joined by signs: a key or an id, nobody can say.
pub(in crate::anonymise::rules) fn references(doc: &mut Doc) {
    each(doc, |doc, start, end| {
        let piece = doc.slice(start, end);
        let odd: usize = piece
            .split(['-', '_', '.', '+', '~', '='])
            .filter(|part| in_turns(part))
            .map(str::len)
            .sum();
        let digits = piece.bytes().filter(u8::is_ascii_digit).count();
        let fits = odd >= 16 || odd >= 10 && end - start >= 20 && digits >= 4 && !wordy(piece);
        if fits && !piece.contains('/') && doc.is_free(start, end) {
            doc.claim(start, end, Kind::Id, SERIAL);
        }
    });
}

fn each(doc: &mut Doc, look: impl Fn(&mut Doc, usize, usize)) {
    for at in 0..doc.chunks.len() {
        let Some(&(start, end)) = doc.chunks.get(at) else {
            break;
        };
        if end - start < 16 {
            continue;
        }
        let mut from = start;
        for piece in doc.slice(start, end).split(|c: char| {
            matches!(
                c,
                '=' | ':' | '@' | '?' | '&' | '$' | '%' | '!' | '#' | '\\'
            )
        }) {
            let fits = (16..=4096).contains(&piece.len()) && piece.bytes().all(is_token_byte);
            if fits && !doc.is_gone(from) {
                look(doc, from, from + piece.len());
            }
            from += piece.len() + 1;
        }
    }
}

fn is_mixed(piece: &str) -> bool {
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
        && (digit >= 2 || digit + slashes == 0 && piece.len() >= 28 || digit == 1 && slashes == 0)
        && changes * 3 >= piece.len()
        && slashes * 6 <= piece.len()
        // A short one must alternate all the way.
        && (piece.len() >= 20 || digit >= 2 && slashes == 0 && changes * 2 >= piece.len())
}

/// `SHA256:…`, `sha512-…`: a digest is public; it says which key or file it was.
fn is_fingerprint(doc: &Doc, start: usize) -> bool {
    let before = doc
        .slice(start.saturating_sub(7), start)
        .to_ascii_lowercase();
    let piece = doc.ahead(start, 7).to_ascii_lowercase();
    matches!(before.as_str(), "sha256:" | "sha384:" | "sha512:")
        || matches!(piece.as_str(), "sha256-" | "sha384-" | "sha512-")
}

/// `x5las44rtcyue5do3u4f8ox0`: letters of one case and digits, in turns.
fn in_turns(part: &str) -> bool {
    let bytes = part.as_bytes();
    let turns = bytes
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if a.is_ascii_digit() != b.is_ascii_digit()))
        .count();
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    part.len() >= 10 && digits >= 2 && turns >= 4 && turns * 7 >= part.len() && !wordy(part)
}

/// Whether what is left without words is too little for a key: `getHTTPResponseCodeV2FromURL`.
pub(super) fn wordy(piece: &str) -> bool {
    let mut known = 0;
    let mut word = |from: usize, to: usize| {
        let part = piece.get(from..to).unwrap_or_default();
        let listed = part.len() >= 3
            && Lexicon::shipped().facts(&fold(part)).any(
                Facts::ENGLISH
                    .or(Facts::COMPUTING)
                    .or(Facts::ACRONYM)
                    .or(Facts::TECH_NOUN),
            );
        if listed {
            known += part.len();
        }
    };
    let bytes = piece.as_bytes();
    let mut from = 0;
    for at in 1..=bytes.len() {
        let (last, next) = (bytes.get(at - 1), bytes.get(at));
        let hump = matches!((last, next), (Some(a), Some(b)) if a.is_ascii_lowercase() && b.is_ascii_uppercase());
        // The last capital of a run begins the next word: HTTPServer.
        let run = matches!((last, next, bytes.get(at + 1)), (Some(a), Some(b), Some(c)) if a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_lowercase());
        let ends = next.is_none_or(|b| !b.is_ascii_alphabetic());
        if last.is_some_and(u8::is_ascii_alphabetic) && (hump || run || ends) {
            word(from, at);
        }
        if hump || run || ends {
            from = at;
        }
        if last.is_some_and(|b| !b.is_ascii_alphabetic()) {
            from = at;
        }
    }
    (piece.len() - known) * 2 < piece.len().min(24)
}

/// The end of a long value that goes on in lines of nothing but base64.
pub(super) fn wrapped(doc: &Doc, start: usize, mut end: usize) -> usize {
    if end - start < 40 {
        return end;
    }
    loop {
        let rest = doc.ahead(end, 200);
        let Some(line) = rest
            .strip_prefix('\n')
            .or_else(|| rest.strip_prefix("\\\n"))
            .or_else(|| rest.strip_prefix("\r\n"))
        else {
            return end;
        };
        let body = line.trim_start_matches([' ', '\t']);
        let length = body.bytes().take_while(|b| is_token_byte(*b)).count();
        let text = body.get(..length).unwrap_or_default();
        let closed = body
            .as_bytes()
            .get(length)
            .is_none_or(|b| matches!(b, b'\n' | b'\r' | b'"' | b'\''));
        if !closed || length < 16 && !text.ends_with('=') || text.is_empty() || wordy(text) {
            return end;
        }
        end += rest.len() - body.len() + length;
    }
}

//! Card numbers and IBANs, by their checksums.

use super::ticket::SERIAL;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

/// Card numbers (checked by Luhn's sum) and IBANs (checked by their remainder), in groups or not.
pub(super) fn find(doc: &mut Doc) {
    for i in doc.digits() {
        if doc.token_free(i) {
            grouped(doc, i);
        }
        if doc.token_free(i) {
            glued(doc, i);
        }
    }
}

/// A card's 16 digits without a space between them and a word: `card4111 1111 1111 1111`.
fn glued(doc: &mut Doc, i: usize) {
    let word = doc.word(i);
    let letters = word.trim_start_matches(char::is_alphabetic);
    let start = doc.token(i).end - letters.len();
    // The first group has four digits.
    if letters.len() < 4 || matches!(doc.byte_before(start), b'.' | b'-') {
        return;
    }
    let (mut plain, mut end) = (String::with_capacity(16), start);
    for (at, c) in doc.ahead(start, 20).char_indices() {
        if plain.len() == 16 {
            break;
        } else if c.is_ascii_digit() {
            plain.push(c);
            end = start + at + 1;
        } else if !matches!(c, ' ' | '-') || !plain.len().is_multiple_of(4) {
            break;
        }
    }
    let further = doc.byte(end).is_ascii_digit();
    if plain.len() != 16 || further || !luhn(&plain) {
        return;
    }
    // The last group and what touches it may look like a clock time: 1111z.
    let timed = (start..end)
        .all(|at| matches!(doc.kind_at(at), None | Some(Kind::Time)) && !doc.is_kept(at));
    if timed && end - start > 16 {
        doc.take(start, end, Kind::Id, SERIAL);
    } else {
        doc.claim(start, end, Kind::Id, SERIAL);
    }
}

fn grouped(doc: &mut Doc, i: usize) {
    let start = doc.token(i).start;
    if doc.byte_before(start).is_ascii_alphanumeric()
        || matches!(doc.byte_before(start), b'.' | b'-')
    {
        return;
    }
    let run = doc.ahead(start, 46);
    let (mut plain, mut last) = (String::with_capacity(46), 0);
    let mut cards = None;
    for (at, c) in run.char_indices() {
        if c.is_ascii_alphanumeric() {
            plain.push(c);
            let end = at + 1;
            let next = run.as_bytes().get(end).copied().unwrap_or(b' ');
            let closed = !next.is_ascii_alphanumeric() && plain.len() >= 13;
            if closed && is_card_or_iban(&plain) {
                cards = Some(end);
            }
            last = 0;
        } else if divides(c, &plain) && last == 0 {
            last = 1;
        } else {
            break;
        }
    }
    if let Some(end) = cards {
        doc.claim(start, start + end, Kind::Id, SERIAL);
    }
}

/// Whether a sign may stand between the groups of a number; some only between groups of four digits.
fn divides(c: char, plain: &str) -> bool {
    let fours = || plain.len().is_multiple_of(4) && plain.bytes().all(|b| b.is_ascii_digit());
    match c {
        ' ' | '-' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}' => true,
        '.' | '_' | '/' | '–' => fours(),
        _ => false,
    }
}

fn is_card_or_iban(plain: &str) -> bool {
    // In small letters an IBAN looks like words: mostly digits it must be.
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    if plain.bytes().any(|b| b.is_ascii_lowercase()) {
        let upper = plain.to_ascii_uppercase();
        let small = !plain.bytes().any(|b| b.is_ascii_uppercase());
        return small && digits * 2 > plain.len() && is_card_or_iban(&upper);
    }
    if plain.bytes().all(|b| b.is_ascii_digit()) {
        return (13..=19).contains(&plain.len()) && luhn(plain);
    }
    let head = plain.as_bytes();
    let shape = (15..=34).contains(&plain.len())
        && matches!(head, [a, b, c, d, ..] if a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit());
    shape && {
        let (front, rest) = plain.split_at(4);
        let remainder = rest.chars().chain(front.chars()).fold(0_u32, |sum, c| {
            let value = c.to_digit(36).unwrap_or(0);
            (sum * if value > 9 { 100 } else { 10 } + value) % 97
        });
        remainder == 1
    }
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, b)| {
            let n = u32::from(b - b'0');
            if at % 2 == 0 {
                n
            } else if n > 4 {
                n * 2 - 9
            } else {
                n * 2
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

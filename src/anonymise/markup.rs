//! Markup that hides a name from the rules: emphasis within it, and letters and signs in disguise.

use std::sync::LazyLock;

use regex::Regex;

/// A character and the code points of the given text it came from.
type Piece = (char, usize, usize);

/// What is taken away or unmasked is in the named groups: `a` and `b` enclose emphasis, `code` is a sign.
/// The bracket of a placeholder is no edge of a word: another word may have stood there.
static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    const SOURCES: [&str; 5] = [
        // **Meena**kshi
        r"(?:^|[^\p{L}\p{N}*_\\\]])(?P<a>\*{1,3})\p{Lu}\p{L}+(?P<b>\*{1,3})\p{Ll}",
        // Meena**kshi**
        r"(?:^|[^\p{L}\p{N}*_\\\]])\p{Lu}\p{L}*(?P<a>\*{1,3})\p{Ll}+(?P<b>\*{1,3})(?:[^\p{L}\p{N}*_\[]|$)",
        // _Tom_ Ashdown
        r"(?:^|[^\p{L}\p{N}*_\\\]])(?P<a>\*{1,3}|_{1,3})\p{Lu}[\p{L}'’-]+(?P<b>\*{1,3}|_{1,3}) [*_]{0,3}\p{Lu}\p{Ll}",
        // Tom _Ashdown_
        r"(?:^|[^\p{L}\p{N}*_\\\]])\p{Lu}\p{Ll}+ (?P<a>\*{1,3}|_{1,3})\p{Lu}[\p{L}'’-]+(?P<b>\*{1,3}|_{1,3})(?:[^\p{L}\p{N}*_\[]|$)",
        r"(?P<code>&(?:amp|nbsp|commat|apos|period|#0{0,4}[0-9]{2,5}|#[xX]0{0,4}[0-9a-fA-F]{2,4});)|[\p{L}\p{N}](?P<code2>%40)[\p{L}\p{N}]",
    ];
    SOURCES
        .iter()
        .filter_map(|source| Regex::new(source).ok())
        .collect()
});

/// Whether `text` has markup that hides something.
pub(super) fn hides(text: &str) -> bool {
    memchr::memchr3(b'*', b'_', b'&', text.as_bytes())
        .or_else(|| memchr::memchr(b'%', text.as_bytes()))
        .is_some()
        && !edits(text).is_empty()
}

/// Takes the markup away; says whether there was any. More may show afterwards.
pub(super) fn reveal(chars: &mut Vec<Piece>) -> bool {
    let text: String = chars.iter().map(|(c, ..)| *c).collect();
    let edits = edits(&text);
    if edits.is_empty() {
        return false;
    }
    let mut edits = edits.into_iter().peekable();
    let mut made: Vec<Piece> = Vec::with_capacity(chars.len());
    let mut byte = 0;
    for piece in chars.drain(..) {
        let at = byte;
        byte += piece.0.len_utf8();
        while edits.next_if(|(_, end, _)| *end <= at).is_some() {}
        match edits.peek() {
            Some((start, _, Some(sign))) if *start == at => made.push((*sign, piece.1, piece.2)),
            Some((start, _, Some(_))) if *start < at => {
                if let Some(last) = made.last_mut() {
                    last.2 = piece.2;
                }
            }
            Some((start, _, None)) if *start <= at => {}
            _ => made.push(piece),
        }
    }
    *chars = made;
    true
}

/// Parts of `text` to drop, or to replace by a sign: sorted, apart from one another.
fn edits(text: &str) -> Vec<(usize, usize, Option<char>)> {
    let mut edits = Vec::new();
    for found in PATTERNS
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text))
    {
        if let (Some(a), Some(b)) = (found.name("a"), found.name("b")) {
            if a.as_str() == b.as_str() {
                edits.push((a.start(), a.end(), None));
                edits.push((b.start(), b.end(), None));
            }
        } else if let Some(code) = found.name("code").or_else(|| found.name("code2"))
            && let Some(sign) = sign(code.as_str())
        {
            edits.push((code.start(), code.end(), Some(sign)));
        }
    }
    edits.sort_unstable();
    let mut last = 0;
    edits.retain(|(start, end, _)| {
        let apart = *start >= last;
        last = last.max(*end);
        apart
    });
    edits
}

/// What an entity or an escaped sign means; letters, digits and the signs of names and addresses only.
fn sign(code: &str) -> Option<char> {
    let inner = code.trim_start_matches('&').trim_end_matches(';');
    let number = match inner.strip_prefix('#') {
        Some(hex) if hex.starts_with(['x', 'X']) => u32::from_str_radix(hex.get(1..)?, 16).ok()?,
        Some(decimal) => decimal.parse().ok()?,
        None => {
            return match inner {
                "amp" => Some('&'),
                "nbsp" => Some(' '),
                "apos" => Some('\''),
                "period" => Some('.'),
                "commat" | "%40" => Some('@'),
                _ => None,
            };
        }
    };
    match char::from_u32(number)? {
        '\u{A0}' => Some(' '),
        c if c.is_ascii_alphanumeric() || ('À'..='ž').contains(&c) => Some(c),
        c => "@.-_'& :/+".contains(c).then_some(c),
    }
}

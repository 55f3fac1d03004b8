//! Markup that hides a name from the rules: emphasis within it, and letters and signs in disguise.

use std::sync::OnceLock;

use regex::Regex;

use super::lexicon::{Facts, Lexicon, fold};

/// A character and the code points of the given text it came from.
type Piece = (char, usize, usize);

/// What is taken away or unmasked is in the named groups: `a` and `b` enclose emphasis, `code` is a
/// sign, `run` are letters as a link writes them, `tag` stands between the letters of one word, `fold`
/// is where a line ends within the `head` and `tail` of a name.
/// The bracket of a placeholder is no edge of a word: another word may have stood there.
const SOURCES: [&str; 11] = [
    // **Meena**kshi
    r"(?:^|[^\p{L}\p{N}*_\\\]])(?P<a>\*{1,3})\p{Lu}\p{L}+(?P<b>\*{1,3})\p{Ll}",
    // Meena**kshi**
    r"(?:^|[^\p{L}\p{N}*_\\\]])\p{Lu}\p{L}*(?P<a>\*{1,3})\p{Ll}+(?P<b>\*{1,3})(?:[^\p{L}\p{N}*_\[]|$)",
    // _Tom_ Ashdown
    r"(?:^|[^\p{L}\p{N}*_\\\]])(?P<a>\*{1,3}|_{1,3})\p{Lu}[\p{L}'’-]+(?P<b>\*{1,3}|_{1,3}) [*_]{0,3}\p{Lu}\p{Ll}",
    // Tom _Ashdown_
    r"(?:^|[^\p{L}\p{N}*_\\\]])\p{Lu}\p{Ll}+ (?P<a>\*{1,3}|_{1,3})\p{Lu}[\p{L}'’-]+(?P<b>\*{1,3}|_{1,3})(?:[^\p{L}\p{N}*_\[]|$)",
    // ~~Mee~~nakshi, `Mee`nakshi; not `Pod`s
    r"(?:^|[^\p{L}\p{N}~`\]])(?P<a>~~|`)\p{Lu}\p{L}+(?P<b>~~|`)\p{Ll}{2}",
    // Mee<b>nakshi</b>, Mee<b></b>nakshi, Mee&lt;b&gt;nakshi
    r"\p{L}(?P<tag>(?:(?:<|&lt;)(?:!--[^<>&\n]{0,80}--|/?(?:a|b|big|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|tt|u|wbr)(?: [^<>&\n]{0,80})?/?)(?:>|&gt;)){1,8})\p{L}",
    // An escaped & is an & again: &amp;amp;#64;
    r"(?P<code>&(?:amp;|#0{0,4}38;|#[xX]0{0,4}26;)*(?:amp|nbsp|commat|apos|period|shy|zwn?j|[A-Za-z](?:acute|grave|circ|tilde|uml|cedil|ring|slash)|#0{0,4}[0-9]{2,6}|#[xX]0{0,4}[0-9a-fA-F]{2,5});)|[\p{L}\p{N}](?P<code2>%(?:25)*40)[\p{L}\p{N}]|\p{L}(?P<code3>%(?:25)*20)\p{Lu}",
    // name%3DMeenakshi, %4D%65enakshi, Me%65nakshi, Zo%C3%AB
    r"[\p{L}\p{N}](?P<code>%(?:25)*(?:3D|3A|26|2B|2F|2E|5F))[\p{L}\p{N}]|(?P<run>(?:%(?:4[1-9A-Fa-f]|5[0-9Aa]|6[1-9A-Fa-f]|7[0-9Aa])){2,})|\p{L}(?P<code2>%6[1-9A-Fa-f]|%7[0-9Aa])\p{Ll}{2}|(?P<code3>%C3%[89AB][0-9A-F])",
    // \u0041, =C3=A9
    r"(?P<code>\\u[0-9a-fA-F]{4}|=C3=[89AB][0-9A-F])|[\p{L}\p{N}](?P<code2>=40)(?:[a-z0-9-]+\.)+[a-z]{2}",
    // anna [at] shop [dot] example, 10[.]1[.]2[.]3
    r"[\p{L}\p{N}](?P<code> ?[\[({](?:at|AT|dot|DOT|\.)[\])}] ?)[\p{L}\p{N}]",
    // Meenak-
    // shi
    r"(?:^|[^\p{L}\p{N}])(?P<head>\p{Lu}\p{Ll}+)(?P<fold>-\r?\n[ \t>]{0,16})(?P<tail>\p{Ll}+)",
];

/// The pattern with this number, compiled when it is first wanted.
fn pattern(number: usize) -> Option<&'static Regex> {
    static COMPILED: [OnceLock<Option<Regex>>; SOURCES.len()] =
        [const { OnceLock::new() }; SOURCES.len()];
    let source = SOURCES.get(number)?;
    let compiled = COMPILED.get(number)?;
    compiled.get_or_init(|| Regex::new(source).ok()).as_ref()
}

/// Whether something may be hidden beside this byte: without one such nothing is.
const fn is_mark(b: u8) -> bool {
    matches!(
        b,
        b'*' | b'_' | b'&' | b'%' | b'~' | b'`' | b'<' | b'\\' | b'=' | b'[' | b'(' | b'{'
    )
}

/// Where the first mark at or behind `at` is.
fn next_mark(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    // Whole parts at a time: that is many bytes in one step.
    let none = |part: &&[u8]| !part.iter().fold(false, |any, b| any | is_mark(*b));
    let plain = rest.chunks(32).take_while(none).count() * 32;
    let mark = rest.get(plain..)?.iter().position(|b| is_mark(*b))?;
    Some(at + plain + mark)
}

/// Whether `text` has markup that hides something.
pub(super) fn hides(text: &str) -> bool {
    !edits(text).is_empty()
}

/// Which patterns may fit somewhere in `text`, as a look at the bytes beside each mark tells.
fn possible(text: &str) -> [bool; 11] {
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let letter = |b: u8| b.is_ascii_alphabetic() || b >= 128;
    let small = |b: u8| b.is_ascii_lowercase() || b >= 128;
    let great = |b: u8| b.is_ascii_uppercase() || b >= 128;
    let mut may = [false; 11];
    let [
        inner,
        outer,
        first,
        last,
        quoted,
        tagged,
        coded,
        linked,
        escaped,
        spelled,
        folded,
    ] = &mut may;
    *folded = memchr::memmem::find_iter(bytes, b"-\n")
        .chain(memchr::memmem::find_iter(bytes, b"-\r\n"))
        .any(|at| at > 0 && small(byte(at - 1)));
    let mut from = 0;
    while let Some(at) = next_mark(bytes, from) {
        let b = byte(at);
        let before = at.checked_sub(1).map_or(0, byte);
        let mut end = at + 1;
        while byte(end) == b {
            end += 1;
        }
        let next = byte(end);
        match b {
            b'*' | b'_' => {
                let joint = b == b'*' && letter(before) && small(next);
                *inner |= joint;
                *outer |= joint;
                *first |= next == b' ' && (letter(before) || matches!(before, b'\'' | b'-'));
                *last |= before == b' ' && great(next);
            }
            b'~' | b'`' => *quoted |= letter(before) && small(next),
            b'<' => {
                let tag = matches!(next, b'/' | b'!') || next.is_ascii_lowercase();
                *tagged |= letter(before) && tag;
            }
            b'&' => {
                *coded |= next == b'#' || next.is_ascii_alphanumeric();
                *tagged |= letter(before) && next == b'l';
            }
            b'%' => {
                *coded |= next.is_ascii_digit();
                *linked |= next.is_ascii_digit() || next == b'C';
            }
            b'\\' => *escaped |= next == b'u',
            b'[' | b'(' | b'{' => {
                *spelled |= matches!(
                    (next, byte(end + 1)),
                    (b'.', b']' | b')' | b'}')
                        | (b'a', b't')
                        | (b'A', b'T')
                        | (b'd', b'o')
                        | (b'D', b'O')
                );
            }
            _ => *escaped |= matches!((next, byte(end + 1)), (b'C', b'3') | (b'4', b'0')),
        }
        from = end;
    }
    may
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
    let may = possible(text);
    for found in (0..)
        .zip(may)
        .filter_map(|(number, may)| may.then(|| pattern(number)).flatten())
        .flat_map(|pattern| pattern.captures_iter(text))
    {
        if let (Some(a), Some(b)) = (found.name("a"), found.name("b")) {
            if a.as_str() == b.as_str() {
                edits.push((a.start(), a.end(), None));
                edits.push((b.start(), b.end(), None));
            }
        } else if let Some(tag) = found.name("tag") {
            edits.push((tag.start(), tag.end(), None));
        } else if let Some(run) = found.name("run") {
            let letters = run.as_str().split('%').skip(1).filter_map(letter);
            edits.extend(
                (run.start()..run.end())
                    .step_by(3)
                    .zip(letters)
                    .map(|(at, letter)| (at, at + 3, Some(letter))),
            );
        } else if let (Some(head), Some(fold), Some(tail)) =
            (found.name("head"), found.name("fold"), found.name("tail"))
        {
            if is_one_name(head.as_str(), tail.as_str()) {
                edits.push((fold.start(), fold.end(), None));
            }
        } else if let Some(code) = ["code", "code2", "code3"]
            .iter()
            .find_map(|name| found.name(name))
            && let Some(sign) = sign(code.as_str())
            && !(code.as_str().starts_with('%')
                && !code.as_str().ends_with("40")
                && in_link(text, code.start()))
        {
            let shown = match sign {
                Sign::Shown(char) => Some(char),
                Sign::Unseen => None,
            };
            edits.push((code.start(), code.end(), shown));
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

/// The letter that two hexadecimal digits mean.
fn letter(hex: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(hex, 16).ok()?)
}

/// Whether the two parts of a word are a name together, and no words by themselves.
fn is_one_name(head: &str, tail: &str) -> bool {
    let facts = |word: &str| Lexicon::shipped().facts(&fold(word));
    let plain = Facts::ENGLISH.or(Facts::COMPUTING);
    let whole = facts(&format!("{head}{tail}"));
    whole.any(Facts::NAME)
        && !whole.any(plain)
        && !(facts(head).any(plain) && facts(tail).any(plain))
}

/// Whether a link is written there: in it an escaped sign is no more than a part of the link.
fn in_link(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let word = before.rsplit(char::is_whitespace).next();
    word.is_some_and(|word| word.contains("://"))
}

/// What an entity or an escape stands for.
enum Sign {
    Shown(char),
    Unseen,
}

/// What an entity or an escaped sign means, if it is a letter, a digit or a sign of names and
/// addresses, or one that nobody sees.
fn sign(code: &str) -> Option<Sign> {
    if let Some(hex) = code.strip_prefix("\\u") {
        return plain(u32::from_str_radix(hex, 16).ok()?).map(Sign::Shown);
    }
    if let Some(byte) = code.strip_prefix("=C3=") {
        return plain(u32::from_str_radix(byte, 16).ok()? + 0x40).map(Sign::Shown);
    }
    if let Some(byte) = code.strip_prefix("%C3%") {
        return plain(u32::from_str_radix(byte, 16).ok()? + 0x40).map(Sign::Shown);
    }
    if let Some(hex) = code.strip_prefix(['%', '=']) {
        let hex = hex.get(hex.len().saturating_sub(2)..)?;
        return letter(hex).map(Sign::Shown);
    }
    if code.trim_start().starts_with(['[', '(', '{']) {
        let at = code.contains(['a', 'A']);
        return Some(Sign::Shown(if at { '@' } else { '.' }));
    }
    let inner = code.trim_end_matches(';').rsplit(['&', ';']).next()?;
    if let Some(number) = inner.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return match number {
            0xAD | 0x200B..=0x200D => Some(Sign::Unseen),
            _ => plain(number).map(Sign::Shown),
        };
    }
    Some(Sign::Shown(match inner {
        "amp" => '&',
        "nbsp" => ' ',
        "apos" => '\'',
        "period" => '.',
        "commat" => '@',
        "shy" | "zwj" | "zwnj" => return Some(Sign::Unseen),
        accented => {
            let letter = accented.chars().next()?;
            match accented.get(1..)? {
                "slash" => match letter {
                    'o' => 'ø',
                    'O' => 'Ø',
                    _ => return None,
                },
                accent => unicode_normalization::char::compose(letter, mark(accent)?)?,
            }
        }
    }))
}

/// The combining character that an entity's name means.
fn mark(accent: &str) -> Option<char> {
    Some(match accent {
        "acute" => '\u{301}',
        "grave" => '\u{300}',
        "circ" => '\u{302}',
        "tilde" => '\u{303}',
        "uml" => '\u{308}',
        "cedil" => '\u{327}',
        "ring" => '\u{30A}',
        _ => return None,
    })
}

fn plain(number: u32) -> Option<char> {
    match char::from_u32(number)? {
        '\u{A0}' => Some(' '),
        c if c.is_alphanumeric() => Some(c),
        c => "@.-_'& :/+".contains(c).then_some(c),
    }
}

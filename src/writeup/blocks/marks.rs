//! Marks that make a line more than text: list markers, fences, headings, rules.

use super::super::dates;
use super::super::lines::indent;
use super::super::scan::digits;

/// The line without the mark that makes it a list item or a heading.
pub(in super::super) fn without_mark(line: &str) -> String {
    let item = marker(line).map(|marker| marker.text.to_owned());
    item.or_else(|| heading(line).map(|(_, text)| text))
        .unwrap_or_else(|| line.to_owned())
}

/// The parts of the first line of a list item.
pub(super) struct Marker<'a> {
    pub(super) indent: usize,
    pub(super) done: Option<bool>,
    pub(super) text: &'a str,
}

pub(super) fn marker(line: &str) -> Option<Marker<'_>> {
    let indent = indent(line);
    let body = line.get(indent..)?;
    let after = match body.chars().next()? {
        c @ ('-' | '*' | '+' | '•' | '·' | '–' | '◦' | '▪' | '●' | '\u{f0b7}' | '\u{f0a7}') => {
            body.strip_prefix(c)?
        }
        c if c.is_ascii_digit() => {
            let (_, 1..=3, rest) = digits(body)? else {
                return None;
            };
            let rest = rest.strip_prefix(['.', ')'])?;
            if dates::read(body).is_some() {
                return None;
            }
            rest
        }
        _ => return None,
    };
    if !after.is_empty() && !after.starts_with(' ') {
        return None;
    }
    let text = after.trim_start();
    let (done, text) = checkbox(text);
    Some(Marker { indent, done, text })
}

fn checkbox(text: &str) -> (Option<bool>, &str) {
    for (form, done) in [
        ("[ ]", false),
        ("[]", false),
        ("[x]", true),
        ("[X]", true),
        ("☐", false),
        ("☑", true),
        ("✅", true),
    ] {
        if let Some(rest) = text.strip_prefix(form)
            && !rest.starts_with('(')
        {
            return (Some(done), rest.trim_start());
        }
    }
    (None, text)
}

/// The character and length of the fence that this line opens.
pub(in super::super) fn is_fence(line: &str) -> Option<(char, usize)> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.chars().take_while(|c| *c == mark).count();
    let info = line.get(length..)?;
    (length >= 3 && !info.contains('`')).then_some((mark, length))
}

pub(super) fn closes_fence(line: &str, mark: char, length: usize) -> bool {
    let line = line.trim();
    line.len() >= length && line.chars().all(|c| c == mark)
}

/// `## Heading`, `##Heading`, `<h2>Heading</h2>`, `h2. Heading`.
pub(super) fn heading(line: &str) -> Option<(u8, String)> {
    if indent(line) > 3 {
        return None;
    }
    let line = line.trim_start();
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&hashes) {
        let rest = line.get(hashes..)?;
        let spaced = rest.is_empty() || rest.starts_with(' ');
        if !spaced && (hashes == 1 || !rest.starts_with(char::is_alphabetic)) {
            return None;
        }
        let text = rest.trim();
        let closed = text.trim_end_matches('#');
        let text = if closed.is_empty() || closed.ends_with(' ') {
            closed.trim_end()
        } else {
            text
        };
        return Some((u8::try_from(hashes).ok()?, text.to_owned()));
    }
    let tagged = line.strip_prefix("<h").or_else(|| line.strip_prefix('h'))?;
    let (level, 1, rest) = digits(tagged)? else {
        return None;
    };
    let level = u8::try_from(level).ok().filter(|l| (1..=6).contains(l))?;
    let text = rest.strip_prefix(". ").or_else(|| {
        let inner = rest.strip_prefix('>')?;
        inner.strip_suffix(&format!("</h{level}>"))
    })?;
    Some((level, text.trim().to_owned()))
}

pub(super) fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| *c != ' ');
    let Some(mark) = marks.next().filter(|c| matches!(c, '-' | '*' | '_')) else {
        return false;
    };
    let mut length = 1;
    marks.all(|c| {
        length += 1;
        c == mark
    }) && length >= 3
}

/// 1 for `=====`, 2 for `-----`.
pub(super) fn underline(line: &str) -> Option<u8> {
    let line = line.trim_end();
    let all = |mark: u8| line.len() >= 3 && line.bytes().all(|b| b == mark);
    if all(b'=') {
        Some(1)
    } else if all(b'-') {
        Some(2)
    } else {
        None
    }
}

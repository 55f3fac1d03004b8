//! Looking at text line by line, for formats that need no more.

/// Longer lines are no list of names and no statement.
const LONGEST: usize = 4_000;

/// Lines that are not too long, trimmed, without what follows a `#` after white space or at the
/// beginning.
pub(super) fn without_comments(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.len() <= LONGEST)
        .map(|line| match line.find('#') {
            Some(0) => "",
            Some(at)
                if line
                    .as_bytes()
                    .get(at - 1)
                    .is_some_and(u8::is_ascii_whitespace) =>
            {
                line.get(..at).unwrap_or_default()
            }
            _ => line,
        })
        .map(str::trim)
        .filter(|line| !line.is_empty())
}

/// What stands in quotation marks on a line, in order.
pub(super) fn quoted(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let at = rest.find(['"', '\''])?;
        let mark = rest.get(at..=at)?;
        let (inside, after) = rest.get(at + 1..)?.split_once(mark)?;
        rest = after;
        Some(inside)
    })
}

/// Whether a line begins like this, after its indentation.
pub(super) fn any_begins(text: &str, begins: &[&str]) -> bool {
    text.lines()
        .map(str::trim_start)
        .any(|line| begins.iter().any(|begin| line.starts_with(begin)))
}

/// Whether a line begins like this, at the margin.
pub(super) fn any_at_margin(text: &str, begins: &[&str]) -> bool {
    text.lines()
        .any(|line| begins.iter().any(|begin| line.starts_with(begin)))
}

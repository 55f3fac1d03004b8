//! Source lines, cleaned of what no reader sees, and where each of them went.

/// Where a source line ended up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing but white space.
    Blank,
    /// Front matter, a field such as date or author, a note on time zones, a template's prompt or
    /// placeholder: kept in [`Imported::metadata`](super::Imported::metadata).
    Metadata,
    /// The heading of the section with this index.
    Heading(usize),
    /// The text of the section with this index.
    Section(usize),
    /// The timeline entry with this index.
    Timeline(usize),
}

/// The lines of a text, without line ends and without characters that have no width.
///
/// Tabs count as four spaces; unusual spaces become plain ones; a form feed becomes white space.
pub(super) fn clean(text: &str) -> Vec<String> {
    text.strip_prefix('\u{feff}')
        .unwrap_or(text)
        .split('\n')
        .map(clean_line)
        .collect()
}

fn clean_line(line: &str) -> String {
    let mut clean = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\t' => clean.push_str("    "),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            c if c.is_whitespace() || c.is_control() => clean.push(' '),
            c => clean.push(c),
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Number of leading spaces.
pub(super) fn indent(line: &str) -> usize {
    line.bytes().take_while(|b| *b == b' ').count()
}

/// The line without up to `columns` leading spaces.
pub(super) fn dedent(line: &str, columns: usize) -> &str {
    line.get(indent(line).min(columns)..).unwrap_or_default()
}

/// Lines joined again, without blank ones at either end.
pub(super) fn join<S: AsRef<str>>(lines: &[S]) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(line.as_ref());
        text.push('\n');
    }
    text.trim_end().trim_start_matches('\n').to_owned()
}

/// A text without the indentation that all of its lines share.
pub(super) fn flush_left(text: &str) -> String {
    let margin = text
        .lines()
        .filter(|line| !line.is_empty())
        .map(indent)
        .min()
        .unwrap_or_default();
    let lines: Vec<&str> = text.lines().map(|line| dedent(line, margin)).collect();
    join(&lines)
}

/// Adds a paragraph to a text.
pub(super) fn append(text: &mut String, more: &str) {
    if more.trim().is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(more);
}

/// Adds a line to a text.
pub(super) fn append_line(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

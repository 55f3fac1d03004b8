//! Labels that stand for headings: `**Impact:** text`, `__Status__: text`, `Date: text`.

use super::headings::{SectionKind, classify_label};

/// A label with the text behind it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Label<'a> {
    pub(super) name: &'a str,
    pub(super) rest: &'a str,
    /// Set in bold or italics.
    pub(super) marked: bool,
}

impl Label<'_> {
    /// What the label means.
    pub(super) fn kind(&self) -> Option<SectionKind> {
        classify_label(self.name)
    }
}

/// Reads the label at the start of a line.
pub(super) fn read(line: &str) -> Option<Label<'_>> {
    let line = line.trim_start();
    ["**", "__", "*", "_"]
        .into_iter()
        .find_map(|mark| marked(line, mark))
        .or_else(|| plain(line))
}

fn marked<'a>(line: &'a str, mark: &str) -> Option<Label<'a>> {
    let inner = line.strip_prefix(mark)?;
    let end = inner.find(mark)?;
    let (name, after) = inner.split_at_checked(end)?;
    let after = after.strip_prefix(mark)?;
    if name.is_empty() || name.len() > 60 || name.starts_with(['*', '_', ' ']) {
        return None;
    }
    let inside = name.trim_end().strip_suffix(':');
    let (name, rest) = match (inside, after.trim_start().strip_prefix(':')) {
        (Some(name), _) => (name, after),
        (None, Some(rest)) => (name, rest),
        (None, None) => {
            let kind = classify_label(name)?;
            let field = matches!(kind, SectionKind::Field | SectionKind::People);
            let alone = after.trim().is_empty();
            let spaced = field && after.starts_with(' ');
            (name, Some(after).filter(|_| alone || spaced)?)
        }
    };
    Some(Label {
        name: name.trim(),
        rest: rest.trim(),
        marked: true,
    })
}

fn plain(line: &str) -> Option<Label<'_>> {
    let end = line.bytes().take(48).position(|b| b == b':')?;
    let (name, rest) = line.split_at_checked(end)?;
    let rest = rest.strip_prefix(':')?;
    let named = name.starts_with(char::is_alphabetic)
        && name.split_whitespace().count() <= 5
        && (rest.is_empty() || rest.starts_with(' '))
        && classify_label(name).is_some();
    named.then(|| Label {
        name: name.trim(),
        rest: rest.trim(),
        marked: false,
    })
}

/// The text of a line that is bold from end to end.
pub(super) fn bold_line(line: &str) -> Option<&str> {
    let line = line.trim();
    ["**", "__"].into_iter().find_map(|mark| {
        let inner = line.strip_prefix(mark)?;
        let inner = inner.strip_suffix(':').unwrap_or(inner);
        let inner = inner.strip_suffix(mark)?;
        (!inner.is_empty() && !inner.contains(mark)).then_some(inner)
    })
}

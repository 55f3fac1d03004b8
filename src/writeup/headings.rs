//! What a heading or label means: the canonical section behind its many names.

mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

use words::{EXACT, WITHIN};

/// The canonical sections of a write-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SectionKind {
    /// The document's title and what stands below it before the first heading.
    Title,
    /// What happened, in short.
    Summary,
    /// What led up to it.
    Background,
    /// What happened when.
    Timeline,
    /// Who felt it.
    Impact,
    /// How it was noticed.
    Detection,
    /// How people responded and found out.
    Response,
    /// What contributed.
    Causes,
    /// What set it off.
    Trigger,
    /// How it ended.
    Resolution,
    /// What helped.
    WentWell,
    /// What made it harder.
    WentBadly,
    /// Where luck helped.
    Luck,
    /// What was learnt.
    Lessons,
    /// What was or will be changed.
    Actions,
    /// Links and thanks.
    References,
    /// Authors, attendees, owners: never part of the report.
    People,
    /// Date, status, severity: fields, not text.
    Field,
    /// Anything else.
    Other,
}

impl SectionKind {
    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Background => "background",
            Self::Timeline => "timeline",
            Self::Impact => "impact",
            Self::Detection => "detection",
            Self::Response => "response",
            Self::Causes => "causes",
            Self::Trigger => "trigger",
            Self::Resolution => "resolution",
            Self::WentWell => "went-well",
            Self::WentBadly => "went-badly",
            Self::Luck => "luck",
            Self::Lessons => "lessons",
            Self::Actions => "actions",
            Self::References => "references",
            Self::People => "people",
            Self::Field => "field",
            Self::Other => "other",
        }
    }

    /// Whether the section is a list, so that bold labels in it are items and not new sections.
    pub(super) fn is_list(self) -> bool {
        matches!(
            self,
            Self::Timeline
                | Self::Causes
                | Self::WentWell
                | Self::WentBadly
                | Self::Luck
                | Self::Lessons
                | Self::Actions
                | Self::References
        )
    }
}

/// What this heading means; `None` if the words are not known.
pub(super) fn classify(heading: &str) -> Option<SectionKind> {
    let name = normalise(heading);
    exact(&name).or_else(|| within(&name))
}

/// What this label means, by its whole name only.
pub(super) fn classify_label(label: &str) -> Option<SectionKind> {
    exact(&normalise(label))
}

/// Whether a plain line is the name of a section and nothing else.
pub(super) fn is_section_name(line: &str) -> bool {
    let name = line.trim();
    name.len() < 60
        && name.starts_with(char::is_uppercase)
        && !name.ends_with(['.', ','])
        && name.split_whitespace().count() <= 6
        && classify_label(name)
            .is_some_and(|kind| !matches!(kind, SectionKind::Field | SectionKind::People))
}

/// What the whole names mean. In a hash map only looked up, never iterated.
static KINDS: LazyLock<HashMap<&str, SectionKind>> = LazyLock::new(|| {
    EXACT
        .iter()
        .flat_map(|(kind, names)| names.split(',').map(|name| (name.trim(), *kind)))
        .collect()
});

fn exact(name: &str) -> Option<SectionKind> {
    KINDS.get(name).copied()
}

fn within(name: &str) -> Option<SectionKind> {
    let words = name.split(' ').count();
    WITHIN
        .iter()
        .find(|(_, most, parts)| {
            words <= *most
                && parts
                    .split(',')
                    .any(|part| contains_words(name, part.trim()))
        })
        .map(|(kind, _, _)| *kind)
}

fn contains_words(name: &str, part: &str) -> bool {
    name.match_indices(part).any(|(at, _)| {
        let before = at == 0 || name.as_bytes().get(at - 1) == Some(&b' ');
        let after = name
            .as_bytes()
            .get(at + part.len())
            .is_none_or(|b| *b == b' ');
        before && after
    })
}

/// Lower case, without numbering, emoji, punctuation, and what stands in brackets.
pub(super) fn normalise(heading: &str) -> String {
    let mut name = String::with_capacity(heading.len());
    let mut depth = 0_u32;
    for part in heading.split_whitespace() {
        let shortcode = part.len() > 2 && part.starts_with(':') && part.ends_with(':');
        if shortcode {
            continue;
        }
        for c in part.chars() {
            match c {
                '(' | '{' => depth += 1,
                ')' | '}' => depth = depth.saturating_sub(1),
                '\'' | '’' | '`' | '*' | '_' => {}
                c if depth == 0 && c.is_alphanumeric() => name.extend(c.to_lowercase()),
                _ if depth == 0 && !name.ends_with(' ') && !name.is_empty() => name.push(' '),
                _ => {}
            }
        }
        if !name.is_empty() && !name.ends_with(' ') {
            name.push(' ');
        }
    }
    let name = name.trim();
    let unnumbered = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if unnumbered.is_empty() {
        name
    } else {
        unnumbered
    }
    .to_owned()
}

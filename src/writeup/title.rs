//! A title from whatever names the write-up.

use super::Warning;
use super::dates;
use super::headings::normalise;
use super::stamp;

/// Picks the title: heading, field, file name, first sentence, in this order.
pub(super) fn pick(
    heading: &str,
    field: Option<&str>,
    name: Option<&str>,
    text: &str,
) -> (String, Option<Warning>) {
    let stated = [Some(heading), field]
        .into_iter()
        .flatten()
        .map(str::trim)
        .find(|title| !title.is_empty() && !is_generic(title));
    if let Some(title) = stated {
        return (without_date(title), None);
    }
    if let Some(title) = name.map(from_name).filter(|title| !title.is_empty()) {
        return (title, Some(Warning::TitleFromName));
    }
    let sentence = first_sentence(text);
    if sentence.is_empty() {
        return (heading.trim().to_owned(), None);
    }
    (sentence, Some(Warning::TitleFromText))
}

/// Whether the words would fit any write-up.
pub(super) fn is_generic(title: &str) -> bool {
    const NAMES: [&str; 20] = [
        "title",
        "tittel",
        "titel",
        "titre",
        "título",
        "titulo",
        "issue name",
        "incident",
        "incident report",
        "postmortem",
        "post mortem",
        "post mortem report",
        "postmortem report",
        "incident review",
        "incident postmortem",
        "report",
        "name",
        "hendelse",
        "vorfall",
        "rapport",
    ];
    NAMES.contains(&normalise(title).as_str())
}

/// "2024-03-07, Database full" and "Incident on 2024-03-07 - Database full" both say
/// "Database full"; the date is kept elsewhere.
fn without_date(title: &str) -> String {
    let opening = [
        "Incident on ",
        "Incident report ",
        "Incident: ",
        "Postmortem: ",
    ]
    .into_iter()
    .find_map(|opening| title.strip_prefix(opening))
    .unwrap_or(title);
    match stamp::leading(opening) {
        Some((stamp, _, rest))
            if stamp.date.is_some() && rest.split_whitespace().any(|word| word.len() > 2) =>
        {
            rest
        }
        _ => title.to_owned(),
    }
}

/// `2024-03-07_database-full.md` becomes "Database full".
fn from_name(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.split('.').next().unwrap_or(file);
    let stem = if stem.is_empty() { file } else { stem };
    let rest = match dates::read(stem) {
        Some((_, rest)) => rest,
        None => stem,
    };
    let words = rest
        .split(['-', '_', ' '])
        .filter(|word| !word.is_empty())
        .skip_while(|word| word.bytes().all(|b| b.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join(" ");
    let words = if words.is_empty() {
        stem.to_owned()
    } else {
        words
    };
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// The first sentence with at least three words, cut at about ninety characters.
fn first_sentence(text: &str) -> String {
    const LONGEST: usize = 90;
    let line = text
        .lines()
        .map(|line| line.trim_start_matches(|c: char| !c.is_alphanumeric()))
        .filter(|line| !line.contains("://") || line.len() > 160)
        .find(|line| line.split_whitespace().count() >= 3)
        .or_else(|| text.lines().map(str::trim).find(|line| !line.is_empty()))
        .unwrap_or_default();
    let end = [". ", "? ", "! "]
        .into_iter()
        .filter_map(|mark| line.find(mark))
        .min()
        .unwrap_or(line.len());
    let sentence = line.get(..end).unwrap_or(line).trim_end_matches('.');
    let mut title = String::new();
    for word in sentence.split_whitespace() {
        if title.chars().count() + word.chars().count() > LONGEST {
            title.push('…');
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title
}

//! JSON: a report in its own form, or any object whose keys are section names.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::anonymise::RawText;
use crate::report::Report;

use super::assemble;
use super::{Format, Imported, Unusable, Written};
use crate::taxonomy::Changes;

/// The key under which a saved draft keeps what does not belong to its report.
pub const DRAFT: &str = "draft";

/// Imports one JSON object.
pub(super) fn import(text: &str, name: Option<&str>) -> Result<Imported, Unusable> {
    let value: Value = serde_json::from_str(text).map_err(|error| Unusable::NotAReport {
        line: error.line(),
        column: error.column(),
    })?;
    let Value::Object(object) = value else {
        return Err(Unusable::NotAReport { line: 1, column: 1 });
    };
    if object.is_empty() {
        return Err(Unusable::Empty);
    }
    if let Some(mut report) = own_form(&object, text) {
        // It may have been saved before a term got another name.
        Changes::builtin().recode(&mut report);
        return if report.texts().iter().all(|text| text.is_blank()) {
            Err(Unusable::Empty)
        } else {
            Ok(verbatim(report))
        };
    }
    let mut markdown = String::new();
    render_object(&object, 1, &mut markdown);
    let mut imported = assemble::document(&markdown, name, Format::Markdown)?;
    imported.rendered = Some(RawText::new(markdown));
    Ok(imported)
}

/// The object as a report, if all of its keys are fields of one and nothing said in it gets lost.
fn own_form(object: &Map<String, Value>, text: &str) -> Option<Report<RawText>> {
    const FIELDS: [&str; 25] = [
        "kind",
        "title",
        "synopsis",
        "summary",
        "narratives",
        "impact",
        "detection",
        "timeline",
        "factors",
        "primary",
        "mitigations",
        "helped",
        "luck",
        "actions",
        "lessons",
        "technologies",
        "events",
        "phases",
        "triggers",
        "failure_modes",
        "human_factors",
        "automation",
        "difficulties",
        "helped_codes",
        "context",
    ];
    const MORE: [&str; 4] = ["period", "hours", "severity", DRAFT];
    object
        .keys()
        .all(|key| FIELDS.contains(&key.as_str()) || MORE.contains(&key.as_str()))
        .then(|| serde_json::from_str(text).ok())
        .flatten()
        .filter(|report: &Report<RawText>| {
            let kept: BTreeSet<&str> = report.texts().into_iter().map(RawText::expose).collect();
            let told = object.iter().filter(|(key, _)| *key != DRAFT);
            told.map(|(_, value)| value)
                .all(|value| is_kept(value, &kept))
        })
}

/// Whether every string in a value is a text of the report or could be a code.
fn is_kept(value: &Value, kept: &BTreeSet<&str>) -> bool {
    match value {
        Value::String(text) => {
            kept.contains(text.as_str())
                || text
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b".+#-".contains(&b))
        }
        Value::Array(values) => values.iter().all(|value| is_kept(value, kept)),
        Value::Object(object) => object.values().all(|value| is_kept(value, kept)),
        _ => true,
    }
}

fn verbatim(report: Report<RawText>) -> Imported {
    let unwritten = |_| Written {
        written: RawText::default(),
        line: 0,
    };
    Imported {
        timeline: report.timeline.iter().map(unwritten).collect(),
        report,
        sections: Vec::new(),
        metadata: Vec::new(),
        places: Vec::new(),
        warnings: Vec::new(),
        rendered: None,
        verbatim: true,
    }
}

/// Deeper values are written as text.
const DEPTH: u8 = 6;

fn render_object(object: &Map<String, Value>, level: u8, markdown: &mut String) {
    let title = ["title", "Title", "name", "Name"]
        .into_iter()
        .find_map(|key| {
            object
                .get_key_value(key)
                .filter(|(_, value)| value.is_string())
        });
    if level == 1
        && let Some((_, Value::String(title))) = title
    {
        heading(1, &one_line(title), markdown);
    }
    for (key, value) in object {
        if level == 1 && title.is_some_and(|(named, _)| named == key) {
            continue;
        }
        heading(level + 1, &readable(key), markdown);
        render(value, level, markdown);
        markdown.push('\n');
    }
}

fn heading(level: u8, text: &str, markdown: &mut String) {
    markdown.push_str(&"#".repeat(usize::from(level.min(6))));
    markdown.push(' ');
    markdown.push_str(text);
    markdown.push_str("\n\n");
}

fn render(value: &Value, level: u8, markdown: &mut String) {
    match value {
        Value::Null => {}
        Value::String(text) => {
            markdown.push_str(text.trim());
            markdown.push('\n');
        }
        Value::Array(values) => {
            for value in values {
                let line = match value {
                    Value::Object(object) => row(object),
                    Value::String(text) => text.clone(),
                    other => plain(other),
                };
                let line = line.trim().replace('\n', "\n  ");
                markdown.push_str("- ");
                markdown.push_str(&line);
                markdown.push('\n');
            }
        }
        Value::Object(object) if level < DEPTH => render_object(object, level + 1, markdown),
        other => {
            markdown.push_str(&plain(other));
            markdown.push('\n');
        }
    }
}

/// An entry of a list: its time first, then its text, then the rest under their names.
fn row(object: &Map<String, Value>) -> String {
    const FIRST: [&str; 6] = ["time", "timestamp", "date", "at", "when", "datetime"];
    const TEXT: [&str; 10] = [
        "text",
        "description",
        "event",
        "action",
        "title",
        "message",
        "summary",
        "what",
        "name",
        "item",
    ];
    let rank = |key: &str| {
        let key = key.to_lowercase();
        if FIRST.contains(&key.as_str()) {
            0
        } else if TEXT.contains(&key.as_str()) {
            1
        } else {
            2
        }
    };
    let mut keys: Vec<&String> = object.keys().collect();
    keys.sort_by_key(|key| rank(key));
    let mut parts = Vec::new();
    for key in keys {
        let value = object.get(key).map(plain).unwrap_or_default();
        if value.is_empty() {
            continue;
        }
        parts.push(if rank(key) < 2 {
            value
        } else {
            format!("({}: {value})", readable(key))
        });
    }
    parts.join(" ")
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| format!("{}: {}", readable(key), plain(value)))
            .collect::<Vec<_>>()
            .join("; "),
        other => other.to_string(),
    }
}

/// `root_cause` and `rootCause` read as "root cause".
fn readable(key: &str) -> String {
    let mut name = String::with_capacity(key.len());
    let mut lower = false;
    for c in key.chars() {
        if c == '_' || c == '\n' {
            name.push(' ');
            lower = false;
        } else {
            if c.is_uppercase() && lower {
                name.push(' ');
            }
            lower = c.is_lowercase();
            name.push(c);
        }
    }
    name.trim().to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

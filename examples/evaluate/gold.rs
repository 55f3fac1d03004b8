//! Labelled text: a folder of write-ups with marks in them, or JSON lines with offsets.
//!
//! A mark is `⟦LABEL|words⟧` or `⟦TECH:slug|words⟧`; marks do not nest. The first line of a file is its
//! heading, `# id: … | industry: … | style: …`, and no part of the text.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use candor::anonymise::RawText;
use serde_json::Value;

/// How many names a reporter would type into the form.
const DECLARED: usize = 8;

/// A labelled text.
pub(crate) struct Gold {
    pub(crate) id: String,
    pub(crate) text: String,
    /// The code points of the text.
    pub(crate) points: Vec<char>,
    /// First code point, one after the last, and label of each mark.
    pub(crate) spans: Vec<(usize, usize, String)>,
    /// Names that are declared with the text.
    pub(crate) declared: Vec<RawText>,
}

impl Gold {
    fn new(
        id: String,
        text: String,
        spans: Vec<(usize, usize, String)>,
        declared: Vec<RawText>,
    ) -> Self {
        Self {
            id,
            points: text.chars().collect(),
            text,
            spans,
            declared,
        }
    }
}

/// Reads a folder of marked `.txt` files, or a file of JSON lines
/// `{"id","text","spans":[{"start","end","label"}],"declared":[…]}` with offsets in code points.
pub(crate) fn read(path: &Path) -> Result<Vec<Gold>, Box<dyn Error>> {
    if !path.is_dir() {
        return fs::read_to_string(path)?
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(from_line)
            .collect();
    }
    let mut files: Vec<_> = fs::read_dir(path)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|end| end == "txt"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let id = file.file_stem().unwrap_or_default().to_string_lossy();
            Ok(from_marks(&id, &fs::read_to_string(file)?))
        })
        .collect()
}

fn from_marks(id: &str, file: &str) -> Gold {
    let (_, mut rest) = file.split_once('\n').unwrap_or_default();
    let (mut text, mut points, mut spans) = (String::new(), 0, Vec::new());
    let mut names: Vec<&str> = Vec::new();
    while let Some((before, after)) = rest.split_once('⟦') {
        let Some((mark, end)) = after.split_once('⟧') else {
            break;
        };
        let (label, words) = mark.split_once('|').unwrap_or_default();
        let label = label.split(':').next().unwrap_or_default();
        text += before;
        points += before.chars().count();
        let length = words.chars().count();
        spans.push((points, points + length, label.to_owned()));
        if matches!(label, "ORG" | "PRODUCT") {
            names.push(words);
        }
        text += words;
        points += length;
        rest = end;
    }
    text += rest;
    Gold::new(id.to_owned(), text, spans, most_common(&names))
}

/// The names used most, of equals the first.
fn most_common(names: &[&str]) -> Vec<RawText> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (place, name) in names.iter().enumerate() {
        counts.entry(name).or_insert((0, place)).0 += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, (count, place))| (usize::MAX - count, *place));
    counts
        .into_iter()
        .take(DECLARED)
        .map(|(name, _)| RawText::new(name))
        .collect()
}

fn from_line(line: &str) -> Result<Gold, Box<dyn Error>> {
    let value: Value = serde_json::from_str(line)?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap_or(0)).unwrap_or(0);
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let spans = list(&value["spans"])
        .iter()
        .map(|s| (number(&s["start"]), number(&s["end"]), text(&s["label"])))
        .collect();
    let declared = list(&value["declared"])
        .iter()
        .filter_map(Value::as_str)
        .map(RawText::new)
        .collect();
    Ok(Gold::new(
        text(&value["id"]),
        text(&value["text"]),
        spans,
        declared,
    ))
}

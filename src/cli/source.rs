//! Write-ups given to a command: files, folders of files, and JSON lines.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use super::CliError;
use crate::anonymise::RawText;
use crate::writeup::Format;

/// One write-up to import.
pub(super) struct Source {
    /// File name, or the `id` of the line.
    pub(super) id: String,
    /// File name, which may carry title and date.
    pub(super) name: Option<String>,
    /// How it is written.
    pub(super) format: Format,
    /// The write-up.
    pub(super) text: RawText,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Option<Value>,
    #[serde(default)]
    source_path: Option<String>,
    #[serde(default)]
    format: Option<String>,
    text: RawText,
}

/// What a path led to.
pub(super) enum Found {
    /// A write-up.
    WriteUp(Source),
    /// Nothing that can be read as one: what it is called, and why.
    Unreadable(String, String),
}

/// Endings of files that a folder is searched for.
const ENDINGS: [&str; 9] = [
    "md", "markdown", "mdx", "qmd", "txt", "text", "json", "erb", "rst",
];

/// Hands every write-up under the paths to `work`, in the order of their names, and whatever is not
/// text, too.
pub(super) fn for_each(
    paths: &[PathBuf],
    work: &mut dyn FnMut(Found) -> Result<(), CliError>,
) -> Result<(), CliError> {
    paths
        .iter()
        .try_for_each(|path| visit(path, true, &mut Vec::new(), work))
}

/// `within`: the folders that lead here, as they are called without links.
fn visit(
    path: &Path,
    named: bool,
    within: &mut Vec<PathBuf>,
    work: &mut dyn FnMut(Found) -> Result<(), CliError>,
) -> Result<(), CliError> {
    if path.is_dir() {
        let folder = fs::canonicalize(path).map_err(|error| CliError::file(path, error))?;
        // A link that leads back to where it is has nothing new behind it.
        if within.contains(&folder) {
            return Ok(());
        }
        let mut entries = fs::read_dir(path)
            .and_then(|entries| {
                entries
                    .map(|entry| entry.map(|entry| entry.path()))
                    .collect::<Result<Vec<_>, _>>()
            })
            .map_err(|error| CliError::file(path, error))?;
        entries.sort();
        within.push(folder);
        let visited = entries
            .iter()
            .try_for_each(|entry| visit(entry, false, within, work));
        within.pop();
        return visited;
    }
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    if ending != "jsonl" && !named && !ENDINGS.contains(&ending.as_str()) {
        return Ok(());
    }
    let unreadable = |why: String| Found::Unreadable(path.display().to_string(), why);
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        // A link that leads nowhere, in a folder that was named.
        Err(error) if !named => return work(unreadable(error.to_string())),
        Err(error) => return Err(CliError::file(path, error)),
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return work(unreadable("it is not text in UTF-8".to_owned()));
    };
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    if ending != "jsonl" {
        let format = Format::guess(Some(&name), &text);
        return work(Found::WriteUp(Source {
            id: name.clone(),
            name: Some(name),
            format,
            text: RawText::new(text),
        }));
    }
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let line: Line = serde_json::from_str(line).map_err(|error| {
            CliError::usage(format!(
                "{}, line {}: not an object with \"text\" ({:?} error in column {})",
                path.display(),
                number + 1,
                error.classify(),
                error.column()
            ))
        })?;
        let name = line
            .source_path
            .as_deref()
            .and_then(|path| path.rsplit('/').next())
            .map(str::to_owned);
        let format = match line.format.as_deref() {
            Some("markdown") => Format::Markdown,
            Some("text") => Format::Text,
            Some("json") => Format::Json,
            _ => Format::guess(name.as_deref(), line.text.expose()),
        };
        let id = match line.id {
            Some(Value::String(id)) => id,
            None | Some(Value::Null) => name.clone().unwrap_or_else(|| (number + 1).to_string()),
            Some(_) => {
                return Err(CliError::usage(format!(
                    "{}, line {}: \"id\" must be a string, in quotes",
                    path.display(),
                    number + 1
                )));
            }
        };
        work(Found::WriteUp(Source {
            id,
            name,
            format,
            text: line.text,
        }))?;
    }
    Ok(())
}

//! Write-ups given to a command: files, folders of files, and JSON lines.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

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
    id: Option<String>,
    #[serde(default)]
    source_path: Option<String>,
    #[serde(default)]
    format: Option<String>,
    text: RawText,
}

/// Endings of files that a folder is searched for.
const ENDINGS: [&str; 9] = [
    "md", "markdown", "mdx", "qmd", "txt", "text", "json", "erb", "rst",
];

/// Hands every write-up under the paths to `work`, in the order of their names.
pub(super) fn for_each(
    paths: &[PathBuf],
    work: &mut dyn FnMut(Source) -> Result<(), CliError>,
) -> Result<(), CliError> {
    paths.iter().try_for_each(|path| visit(path, true, work))
}

fn visit(
    path: &Path,
    named: bool,
    work: &mut dyn FnMut(Source) -> Result<(), CliError>,
) -> Result<(), CliError> {
    if path.is_dir() {
        let mut entries = fs::read_dir(path)
            .and_then(|entries| {
                entries
                    .map(|entry| entry.map(|entry| entry.path()))
                    .collect::<Result<Vec<_>, _>>()
            })
            .map_err(|error| CliError::file(path, error))?;
        entries.sort();
        return entries
            .iter()
            .try_for_each(|entry| visit(entry, false, work));
    }
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    if ending != "jsonl" && !named && !ENDINGS.contains(&ending.as_str()) {
        return Ok(());
    }
    let bytes = fs::read(path).map_err(|error| CliError::file(path, error))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| CliError::usage(format!("{} is not text in UTF-8", path.display())))?;
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    if ending != "jsonl" {
        let format = Format::guess(Some(&name), &text);
        return work(Source {
            id: name.clone(),
            name: Some(name),
            format,
            text: RawText::new(text),
        });
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
        let id = line
            .id
            .or_else(|| name.clone())
            .unwrap_or_else(|| (number + 1).to_string());
        work(Source {
            id,
            name,
            format,
            text: line.text,
        })?;
    }
    Ok(())
}

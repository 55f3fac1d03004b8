//! Texts given to a command: files, standard input, or JSON lines.

use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Deserialize;
use serde_json::Value;

use super::CliError;
use crate::anonymise::RawText;

/// How a command reads and writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// One JSON object a text.
    Json,
    /// JSON lines in and out: `{"id", "text"}` a line.
    Jsonl,
}

/// One text to work on.
pub struct Input {
    /// File name, or the `id` of the line.
    pub id: Value,
    /// The file as it was named; `-` for standard input.
    pub name: String,
    /// The text.
    pub text: RawText,
    /// Names the line declares.
    pub declared: Vec<RawText>,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    text: RawText,
    #[serde(default)]
    declared: Vec<RawText>,
}

/// Hands each text to `work`, one after the other; no files means standard input.
pub fn for_each(
    files: &[PathBuf],
    format: Format,
    mut work: impl FnMut(Input) -> Result<(), CliError>,
) -> Result<(), CliError> {
    if files.is_empty() {
        return read_one(&mut io::stdin().lock(), Path::new("-"), format, &mut work);
    }
    for file in files {
        let opened = fs::File::open(file).map_err(|error| CliError::file(file, error))?;
        read_one(&mut io::BufReader::new(opened), file, format, &mut work)?;
    }
    Ok(())
}

fn read_one(
    reader: &mut dyn BufRead,
    name: &Path,
    format: Format,
    work: &mut dyn FnMut(Input) -> Result<(), CliError>,
) -> Result<(), CliError> {
    if format != Format::Jsonl {
        let mut bytes = Vec::new();
        reader
            .read_to_end(&mut bytes)
            .map_err(|error| CliError::file(name, error))?;
        let text = String::from_utf8(bytes).map_err(|_| not_text(name))?;
        let id = name
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        return work(Input {
            id: Value::String(id),
            name: name.display().to_string(),
            text: RawText::new(text),
            declared: Vec::new(),
        });
    }
    for (number, line) in reader.lines().enumerate() {
        let line = line.map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => not_text(name),
            _ => CliError::file(name, error),
        })?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line).map_err(|error| {
            CliError::usage(format!(
                "{}, line {}: not an object with \"text\" ({:?} error in column {})",
                name.display(),
                number + 1,
                error.classify(),
                error.column()
            ))
        })?;
        work(Input {
            id: line.id,
            name: name.display().to_string(),
            text: line.text,
            declared: line.declared,
        })?;
    }
    Ok(())
}

fn not_text(name: &Path) -> CliError {
    CliError::usage(format!("{} is not text in UTF-8", name.display()))
}

/// Writes a line to standard output; a reader that has gone away ends the command quietly.
pub fn print_line(line: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").map_err(CliError::output)
}

/// Writes a file to standard output.
pub fn print_file(file: &[u8]) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    let written = out.write_all(file).and_then(|()| out.flush());
    written.map_err(CliError::output)
}

/// A value as JSON in the given form.
pub fn to_json(value: &impl serde::Serialize, format: Format) -> Result<String, CliError> {
    let json = if format == Format::Json {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    };
    json.map_err(|error| CliError::io("cannot write JSON", error))
}

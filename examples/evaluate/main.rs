//! Measures the anonymiser against labelled text.
//!
//! `cargo run --release --example evaluate -- [PATH] [--technologies FOLDER] [--misses] [--extra] [--jsonl]`
//! prints the same measures twice: with the declared names, and with nothing declared. PATH is a folder
//! of marked write-ups (`tests/labelled` if none is given) or a file of JSON lines; see `gold.rs`.

#![expect(
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a measuring tool: a labelled file with wrong offsets shall stop it"
)]

mod gold;
mod measure;

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::time::Instant;

use candor::anonymise::{Anonymiser, KeepName, RawText, Wishes};
use gold::Gold;
use measure::Measures;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut path = "tests/labelled".to_owned();
    let mut folder = "schema/taxonomy".to_owned();
    let (mut misses, mut extra, mut lines) = (false, false, false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--technologies" => {
                folder = arguments
                    .next()
                    .ok_or("--technologies needs a file or folder")?;
            }
            "--misses" => misses = true,
            "--extra" => extra = true,
            "--jsonl" => lines = true,
            _ => path = argument,
        }
    }
    let gold = gold::read(Path::new(&path))?;
    let names = technologies(&folder);
    let begun = Instant::now();
    let anonymiser = Anonymiser::new(names.iter().map(|(name, ambiguous)| KeepName {
        name,
        ambiguous: *ambiguous,
    }));
    let mut out = io::stdout().lock();
    if lines {
        for doc in &gold {
            writeln!(out, "{}", line(&anonymiser, doc))?;
        }
        return Ok(());
    }
    writeln!(
        out,
        "{} names of technologies, ready after {:?}",
        names.len(),
        begun.elapsed()
    )?;
    for declare in [true, false] {
        let begun = Instant::now();
        let made: Vec<_> = gold
            .iter()
            .map(|doc| {
                let names = if declare { &doc.declared[..] } else { &[] };
                let wishes = Wishes::removing(names.iter().cloned());
                anonymiser.anonymise(&RawText::new(doc.text.as_str()), &wishes)
            })
            .collect();
        let seconds = begun.elapsed().as_secs_f64();
        let bytes: f64 = gold.iter().map(|doc| doc.text.len() as f64).sum();
        let title = if declare {
            "declared"
        } else {
            "nothing declared"
        };
        writeln!(out, "\n{title} · {:.2} MB/s", bytes / seconds / 1e6)?;
        let mut measures = Measures::default();
        for (doc, made) in gold.iter().zip(&made) {
            measures.add(doc, made);
        }
        for note in &measures.notes {
            if if note.starts_with("over") {
                extra
            } else {
                misses
            } {
                writeln!(out, "  {note}")?;
            }
        }
        write!(out, "{measures}")?;
    }
    Ok(())
}

fn line(anonymiser: &Anonymiser, doc: &Gold) -> Value {
    let made = anonymiser.anonymise(
        &RawText::new(doc.text.as_str()),
        &Wishes::removing(doc.declared.clone()),
    );
    let redactions: Vec<Value> = made
        .redactions
        .iter()
        .map(|r| json!({"start": r.start, "end": r.end, "kind": r.kind.as_str(), "replacement": r.replacement, "rule": r.rule}))
        .collect();
    json!({"id": doc.id, "text": made.text, "redactions": redactions})
}

/// `[[technology]]` tables with `name`, `aliases` and `ambiguous`, from every TOML file of a folder.
fn technologies(path: &str) -> Vec<(String, bool)> {
    let mut files = vec![std::path::PathBuf::from(path)];
    let mut names = Vec::new();
    while let Some(file) = files.pop() {
        if let Ok(entries) = fs::read_dir(&file) {
            files.extend(entries.flatten().map(|entry| entry.path()));
            continue;
        }
        let Some(table) = fs::read_to_string(&file)
            .ok()
            .and_then(|text| text.parse::<toml::Table>().ok())
        else {
            continue;
        };
        for item in table
            .get("technology")
            .and_then(toml::Value::as_array)
            .into_iter()
            .flatten()
        {
            let ambiguous = item
                .get("ambiguous")
                .and_then(toml::Value::as_bool)
                .unwrap_or(false);
            let aliases = item
                .get("aliases")
                .and_then(toml::Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(toml::Value::as_str);
            for name in item
                .get("name")
                .and_then(toml::Value::as_str)
                .into_iter()
                .chain(aliases)
            {
                names.push((name.to_owned(), ambiguous));
            }
            let doubtful = item
                .get("ambiguous_aliases")
                .and_then(toml::Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(toml::Value::as_str);
            names.extend(doubtful.map(|name| (name.to_owned(), true)));
        }
    }
    names
}

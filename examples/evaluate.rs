//! Measures the anonymiser against labelled text, as JSON lines:
//! `{"id","text","spans":[{"start","end","label"}],"declared":[…]}` with offsets in code points.
//!
//! `cargo run --release --example evaluate -- PATH [--technologies FOLDER] [--misses] [--extra] [--jsonl]`
//! prints the same measures twice: with the declared names, and with nothing declared.

#![expect(
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a measuring tool: a labelled file with wrong offsets shall stop it"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::time::Instant;

use candor::anonymise::{Anonymised, Anonymiser, KeepName, RawText, Wishes};
use serde_json::{Value, json};

const DIRECT: [&str; 10] = [
    "PERSON", "ORG", "PRODUCT", "EMAIL", "PHONE", "URL", "HOST", "IP", "ID", "SECRET",
];
const QUASI: [&str; 3] = ["LOC", "TIME", "AMOUNT"];

struct Gold {
    id: String,
    text: String,
    points: Vec<char>,
    spans: Vec<(usize, usize, String)>,
    declared: Vec<RawText>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut path, mut folder, mut misses, mut extra, mut lines) =
        (None, "schema/taxonomy".to_owned(), false, false, false);
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
            _ => path = Some(argument),
        }
    }
    let gold = read(&path.ok_or("which file?")?)?;
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
        let made: Vec<Anonymised> = gold
            .iter()
            .map(|doc| {
                let names = if declare {
                    doc.declared.clone()
                } else {
                    Vec::new()
                };
                anonymiser.anonymise(&RawText::new(doc.text.as_str()), &Wishes::removing(names))
            })
            .collect();
        let seconds = begun.elapsed().as_secs_f64();
        let bytes: f64 = gold.iter().map(|doc| doc.text.len() as f64).sum();
        writeln!(
            out,
            "\n{} · {:.2} MB/s",
            if declare {
                "declared"
            } else {
                "nothing declared"
            },
            bytes / seconds / 1e6
        )?;
        report(&mut out, &gold, &made, misses, extra)?;
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

fn read(path: &str) -> Result<Vec<Gold>, Box<dyn Error>> {
    let mut all = Vec::new();
    for line in fs::read_to_string(path)?
        .lines()
        .filter(|line| !line.trim().is_empty())
    {
        let value: Value = serde_json::from_str(line)?;
        let text = value["text"].as_str().unwrap_or_default().to_owned();
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap_or(0)).unwrap_or(0);
        let spans = value["spans"]
            .as_array()
            .map(|spans| {
                spans
                    .iter()
                    .map(|s| {
                        (
                            number(&s["start"]),
                            number(&s["end"]),
                            s["label"].as_str().unwrap_or_default().to_owned(),
                        )
                    })
                    .collect()
            })
            .unwrap_or_default();
        let declared = value["declared"]
            .as_array()
            .map(|names| {
                names
                    .iter()
                    .filter_map(Value::as_str)
                    .map(RawText::new)
                    .collect()
            })
            .unwrap_or_default();
        all.push(Gold {
            id: value["id"].as_str().unwrap_or_default().to_owned(),
            points: text.chars().collect(),
            text,
            spans,
            declared,
        });
    }
    Ok(all)
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

#[derive(Default)]
struct Tally {
    covered: usize,
    points: usize,
    missed: usize,
    spans: usize,
}

fn report(
    out: &mut impl Write,
    gold: &[Gold],
    made: &[Anonymised],
    misses: bool,
    extra: bool,
) -> Result<(), Box<dyn Error>> {
    let mut kinds: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut kept: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut over, mut total, mut leaky, mut leaky_time) = (0, 0, 0, 0);
    for (doc, output) in gold.iter().zip(made) {
        let n = doc.points.len();
        let (mut gone, mut known) = (vec![false; n], vec![false; n]);
        for r in &output.redactions {
            gone[r.start..r.end].fill(true);
        }
        let (mut leaked, mut unclocked) = (false, false);
        for (start, end, label) in &doc.spans {
            let identity = DIRECT.contains(&label.as_str()) || QUASI.contains(&label.as_str());
            let mut points: Vec<usize> = (*start..*end)
                .filter(|p| doc.points[*p].is_alphanumeric())
                .collect();
            if points.is_empty() {
                points = (*start..*end).collect();
            }
            let hit = points.iter().filter(|p| gone[**p]).count();
            let text = || doc.points[*start..*end].iter().collect::<String>();
            if identity {
                known[*start..*end].fill(true);
                let tally = kinds.entry(label).or_default();
                tally.covered += hit;
                tally.points += points.len();
                tally.spans += 1;
                if misses && hit < points.len() && hit * 2 >= points.len() {
                    writeln!(out, "  part {} {label} {}", doc.id, text())?;
                }
                if hit * 2 < points.len() {
                    tally.missed += 1;
                    leaked |= DIRECT.contains(&label.as_str());
                    unclocked |= label == "TIME";
                    if misses {
                        writeln!(out, "  miss {} {label} {}", doc.id, text())?;
                    }
                }
            } else {
                let pair = kept.entry(label).or_default();
                pair.1 += 1;
                pair.0 += usize::from(hit == 0);
                if hit > 0 && misses {
                    writeln!(out, "  lost {} {label} {}", doc.id, text())?;
                }
            }
        }
        if extra {
            for r in &output.redactions {
                if !known[r.start..r.end].contains(&true) {
                    let text: String = doc.points[r.start..r.end].iter().collect();
                    let around: String = doc.points
                        [r.start.saturating_sub(25)..(r.end + 15).min(n)]
                        .iter()
                        .collect();
                    writeln!(out, "  over {} {} {text:?} in {around:?}", doc.id, r.rule)?;
                }
            }
        }
        leaky += usize::from(leaked);
        leaky_time += usize::from(unclocked);
        for p in (0..n).filter(|p| doc.points[*p].is_alphanumeric()) {
            total += 1;
            over += usize::from(gone[p] && !known[p]);
        }
    }
    let share = |a: usize, b: usize| if b == 0 { 1.0 } else { a as f64 / b as f64 };
    let (hit, of) = DIRECT
        .iter()
        .filter_map(|kind| kinds.get(kind))
        .fold((0, 0), |(a, b), t| (a + t.covered, b + t.points));
    writeln!(
        out,
        "direct {:.4}  leaky {:.3}  leaky time {:.3}  over-removed {:.4}",
        share(hit, of),
        share(leaky, gold.len()),
        share(leaky_time, gold.len()),
        share(over, total)
    )?;
    for (kind, t) in &kinds {
        writeln!(
            out,
            "  {kind:8} {:.4}  {} of {} missed",
            share(t.covered, t.points),
            t.missed,
            t.spans
        )?;
    }
    for (label, (fine, all)) in &kept {
        writeln!(
            out,
            "  kept {label:5} {:.4}  {} of {} touched",
            share(*fine, *all),
            all - fine,
            all
        )?;
    }
    Ok(())
}

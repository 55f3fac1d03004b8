//! How fast the tagger is: megabytes a second on one core, beside one plain pass of an automaton over
//! the same names, which knows neither words nor context nor phrases.
//!
//!     cargo bench --bench tagging [-- FILE...]
//!
//! A file is text, or JSON lines with a `text`. Without one the sample write-ups are taken: they are
//! dense with names.

#![expect(clippy::cast_precision_loss, reason = "figures for people")]

use std::error::Error;
use std::hint::black_box;
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use aho_corasick::{AhoCorasick, MatchKind};
use candor::tagging::Tagger;
use candor::taxonomy::Taxonomy;
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let texts = texts()?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let names: Vec<&str> = Taxonomy::builtin()
        .keep_names()
        .map(|(name, _)| name)
        .collect();
    let begun = Instant::now();
    let tagger = Tagger::builtin();
    let start = begun.elapsed();
    let ours = best(|| {
        for text in &texts {
            black_box(tagger.tag(text));
        }
    });
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(&names)?;
    let plain = best(|| {
        for text in &texts {
            black_box(automaton.find_iter(text).count());
        }
    });
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    writeln!(
        io::stdout(),
        "{} texts, {bytes} bytes, {} names; start {start:.1?}; tagger {:.1} MB/s; plain automaton {:.1} MB/s",
        texts.len(),
        names.len(),
        speed(ours),
        speed(plain),
    )?;
    Ok(())
}

/// The shortest of many runs: what the machine does when nothing else wants it.
fn best(mut run: impl FnMut()) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..60 {
        let begun = Instant::now();
        run();
        best = best.min(begun.elapsed());
    }
    best
}

/// The texts of the files that are named, or the sample write-ups.
fn texts() -> Result<Vec<String>, Box<dyn Error>> {
    let named: Vec<_> = env::args()
        .skip(1)
        .filter(|a| !a.starts_with("--"))
        .collect();
    let mut texts = Vec::new();
    if named.is_empty() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/samples");
        for entry in fs::read_dir(root)? {
            texts.push(fs::read_to_string(entry?.path())?);
        }
    }
    for file in named {
        let content = fs::read_to_string(&file)?;
        if Path::new(&file)
            .extension()
            .is_some_and(|end| end == "jsonl")
        {
            for line in content.lines() {
                let value: Value = serde_json::from_str(line)?;
                texts.extend(value.get("text").and_then(Value::as_str).map(str::to_owned));
            }
        } else {
            texts.push(content);
        }
    }
    Ok(texts)
}

//! How fast the anonymiser is: megabytes a second on one core, beside six plain patterns.
//!
//!     cargo bench --bench anonymise [-- FILE...]
//!
//! A file is text, or JSON lines with a `text`. Without one the labelled write-ups of the tests are
//! taken: they are short and dense with names, so that the figure is the worst of its kind.

#![expect(clippy::cast_precision_loss, reason = "figures for people")]

use std::error::Error;
use std::hint::black_box;
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use candor::anonymise::{Anonymiser, KeepName, RawText, Wishes};
use candor::taxonomy::Taxonomy;
use regex::Regex;
use serde_json::Value;

/// What a few lines of patterns find: times, addresses, hosts, e-mail, numbers.
const PLAIN: [&str; 6] = [
    r"\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?\b",
    r"\b\d{1,2}:\d{2}(?::\d{2})?\b",
    r"\b(?:\d{1,3}\.){3}\d{1,3}\b",
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}",
    r"https?://\S+",
    r"\b[A-Z]{2,}-\d+\b",
];

fn main() -> Result<(), Box<dyn Error>> {
    let texts = texts()?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let names = Taxonomy::builtin().keep_names();
    let begun = Instant::now();
    let anonymiser = Anonymiser::new(names.map(|(name, ambiguous)| KeepName { name, ambiguous }));
    let start = begun.elapsed();
    let texts: Vec<RawText> = texts.into_iter().map(RawText::new).collect();
    let wishes = Wishes::default();
    let whole = best(|| {
        for text in &texts {
            black_box(anonymiser.anonymise(text, &wishes));
        }
    });
    let patterns: Vec<Regex> = PLAIN
        .into_iter()
        .map(Regex::new)
        .collect::<Result<_, _>>()?;
    let plain = best(|| {
        for text in &texts {
            let mut made = text.expose().to_owned();
            for pattern in &patterns {
                made = pattern.replace_all(&made, "[x]").into_owned();
            }
            black_box(made);
        }
    });
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    writeln!(
        io::stdout(),
        "{} texts, {bytes} bytes; start {start:.1?}; anonymiser {:.2} MB/s; {} plain patterns {:.2} MB/s",
        texts.len(),
        speed(whole),
        PLAIN.len(),
        speed(plain),
    )?;
    growth(&anonymiser)
}

/// Prints how long text takes that repeats what rules look for, and eight times as much of it.
fn growth(anonymiser: &Anonymiser) -> Result<(), Box<dyn Error>> {
    let numbered = |piece: &str, many: usize| -> String {
        (0..many)
            .map(|n| piece.replace('#', &n.to_string()))
            .collect::<Vec<_>>()
            .concat()
    };
    for piece in [
        "a",
        "aB",
        "7",
        "@",
        "[",
        "*A*b",
        "&amp;",
        "zorb-",
        "a.1.",
        "-----BEGIN \n\n",
        "qx#-web-# ",
        "Priya Xq# left. ",
        "a\u{308}",
        "Zorblax Zorbel ",
        "12:# ",
        "11:4# down\n",
        "14 March ",
        "half past ",
        "yesterday ",
        "<anna#> hi\n",
        "anna#: hi\n",
        "| Priya# | 1#:00 |\n",
        "```\n",
        "> > ",
        "password: x#y#Z#!\n",
        "key=",
        "http://a#.example/ ",
        "a@b#.example ",
        "10.0.#.1 ",
        "4111 ",
        "€#",
        "# merchants ",
        "OPS-# ",
        "Dr. ",
        "GmbH ",
        "Team X# ",
        "the customer X# ",
        "our engine, X#, ",
        "12 Crown Street, ",
        "Owner: x#\n",
        "on call: a, b, ",
        "/home/u#/ ",
        "Mee-\nna ",
        "%4D%65",
        "A&lt;b&gt;",
        "[Person A] ",
    ] {
        let time = |length: usize| {
            let text = RawText::new(numbered(piece, length / piece.len()));
            best(|| {
                black_box(anonymiser.anonymise(&text, &Wishes::default()));
            })
        };
        let (short, long) = (time(16_000), time(128_000));
        let times = long.as_secs_f64() / short.as_secs_f64();
        writeln!(
            io::stdout(),
            "{piece:?} repeated: 16 kB {short:.1?}, 128 kB {long:.1?}, {times:.1} times"
        )?;
    }
    Ok(())
}

/// The texts of the files that are named, or the labelled write-ups without their marks.
fn texts() -> Result<Vec<String>, Box<dyn Error>> {
    let named: Vec<String> = env::args()
        .skip(1)
        .filter(|a| !a.starts_with("--"))
        .collect();
    if named.is_empty() {
        let mark = Regex::new(r"⟦[A-Z]+(?::[^|⟧]*)?\|([^⟧]*)⟧")?;
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled");
        let mut files: Vec<_> = fs::read_dir(root)?
            .flatten()
            .map(|entry| entry.path())
            .collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
        files.sort();
        return files
            .iter()
            .map(|file| {
                Ok(mark
                    .replace_all(&fs::read_to_string(file)?, "$1")
                    .into_owned())
            })
            .collect();
    }
    let mut texts = Vec::new();
    for file in named {
        let text = fs::read_to_string(&file)?;
        if Path::new(&file)
            .extension()
            .is_some_and(|end| end == "jsonl")
        {
            for line in text.lines() {
                let line: Value = serde_json::from_str(line)?;
                texts.extend(line.get("text").and_then(Value::as_str).map(str::to_owned));
            }
        } else {
            texts.push(text);
        }
    }
    Ok(texts)
}

/// The shortest of ten runs, after one to warm up.
fn best(mut run: impl FnMut()) -> Duration {
    run();
    (0..10)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .min()
        .unwrap_or_default()
}

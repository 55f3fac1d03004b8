//! Trains the learned tagger of the anonymiser on labelled text, and measures it on other labelled text.
//!
//! `cargo run --release --example train -- [TRAIN] [--test PATH]... [--out FILE]`
//!
//! Paths are folders of marked text or files of JSON lines, as for the example `evaluate`; TRAIN is
//! `schema/lexicon/labelled` if it is not given. Without `--out` nothing is written. The weights that
//! ship are made by `cargo run --release --example train -- --out schema/lexicon/learned-names.bin`.

#[path = "../evaluate/gold.rs"]
#[expect(
    dead_code,
    clippy::indexing_slicing,
    reason = "the example evaluate reads the rest of it; a missing field of JSON is null"
)]
mod gold;
mod learn;

use std::error::Error;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use candor::anonymise::{RawText, Wishes};
use candor::app::anonymiser;
use learn::Example;

const OWN: &str = "schema/lexicon/labelled";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut train, mut tests, mut out) = (PathBuf::from(OWN), Vec::new(), None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--test" => tests.push(arguments.next().ok_or("--test needs a path")?),
            "--out" => out = Some(arguments.next().ok_or("--out needs a file")?),
            _ => train = argument.into(),
        }
    }
    let examples = read(&train)?;
    let names = examples.iter().filter(|example| example.name).count();
    writeln!(
        io::stdout(),
        "{} words to learn from, {names} of them names",
        examples.len()
    )?;
    let weights = learn::weights(&examples);
    report(&train, &examples, &weights)?;
    for test in tests {
        report(Path::new(&test), &read(Path::new(&test))?, &weights)?;
    }
    if let Some(out) = out {
        let bytes: Vec<u8> = weights
            .iter()
            .map(|weight| weight.cast_unsigned())
            .collect();
        fs::write(out, bytes)?;
    }
    Ok(())
}

/// The words of labelled text that the tagger looks at or could learn from.
fn read(path: &Path) -> Result<Vec<Example>, Box<dyn Error>> {
    let anonymiser = anonymiser();
    let mut examples = Vec::new();
    for doc in gold::read(path)? {
        let text = RawText::new(doc.text.as_str());
        for lesson in anonymiser.lessons(&text, &Wishes::default()) {
            let mark = (doc.spans.iter())
                .find(|(start, end, _)| *start < lesson.end && *end > lesson.start)
                .map_or("", |(_, _, label)| label.as_str());
            examples.push(Example {
                name: !matches!(mark, "" | "TECH" | "KEEP" | "TIME" | "AMOUNT"),
                // What must stay weighs more than a word taken too much, a person more than a product.
                weight: match mark {
                    "TECH" | "KEEP" => 4.0,
                    "PERSON" => 1.5,
                    _ => 1.0,
                },
                left: lesson.left,
                features: lesson.features,
            });
        }
    }
    Ok(examples)
}

/// Prints what the weights make of the words that the rules left alone.
fn report(path: &Path, examples: &[Example], weights: &[i8]) -> io::Result<()> {
    writeln!(io::stdout(), "{}", path.display())?;
    for threshold in [-64, -32, 0, 32, 64] {
        let (mut found, mut missed, mut vain) = (0, 0, 0);
        for example in examples.iter().filter(|example| example.left) {
            match (example.score(weights) > threshold, example.name) {
                (true, true) => found += 1,
                (false, true) => missed += 1,
                (true, false) => vain += 1,
                (false, false) => {}
            }
        }
        writeln!(
            io::stdout(),
            "  above {threshold:4}: {found} names found, {missed} missed, {vain} other words taken"
        )?;
    }
    Ok(())
}

//! Trains the learned tagger of the anonymiser on labelled text, and measures it on other labelled text.
//!
//! `cargo run --release --example train -- [TRAIN] [--test PATH]... [--out FOLDER]`
//!
//! Paths are folders of marked text or files of JSON lines, as for the example `evaluate`; TRAIN is
//! `schema/lexicon/labelled` if it is not given. Without `--out` nothing is written. The weights that
//! ship are made by `cargo run --release --example train -- --out schema/lexicon`.

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

use candor::anonymise::{Lesson, RawText, Wishes};
use candor::app::anonymiser;
use learn::Example;

const OWN: &str = "schema/lexicon/labelled";

/// One part of what labelled text teaches.
type Pick = fn(&Examples) -> &[Example];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut train, mut tests, mut out) = (PathBuf::from(OWN), Vec::new(), None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--test" => tests.push(arguments.next().ok_or("--test needs a path")?),
            "--out" => out = Some(arguments.next().ok_or("--out needs a folder")?),
            _ => train = argument.into(),
        }
    }
    let examples = read(&train)?;
    let measured = (tests.into_iter())
        .map(|path| Ok((read(Path::new(&path))?, path)))
        .collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    let parts: [(&str, Pick); 2] = [("names", |of| &of.words), ("codes", |of| &of.codes)];
    for (part, pick) in parts {
        let own = pick(&examples);
        let names = own.iter().filter(|example| example.name).count();
        writeln!(
            io::stdout(),
            "{part}: {} to learn from, {names} of them to remove",
            own.len()
        )?;
        let weights = learn::weights(own);
        report(&train.display().to_string(), own, &weights)?;
        for (test, path) in &measured {
            report(path, pick(test), &weights)?;
        }
        if let Some(folder) = &out {
            let bytes: Vec<u8> = (weights.iter())
                .map(|weight| weight.cast_unsigned())
                .collect();
            fs::write(Path::new(folder).join(format!("learned-{part}.bin")), bytes)?;
        }
    }
    Ok(())
}

/// What labelled text teaches.
#[derive(Default)]
struct Examples {
    words: Vec<Example>,
    codes: Vec<Example>,
}

/// The words and the runs with digits of labelled text that the tagger looks at or could learn from.
fn read(path: &Path) -> Result<Examples, Box<dyn Error>> {
    let anonymiser = anonymiser();
    let mut examples = Examples::default();
    for doc in gold::read(path)? {
        let text = RawText::new(doc.text.as_str());
        let lessons = anonymiser.lessons(&text, &Wishes::default());
        let mark = |lesson: &Lesson| {
            (doc.spans.iter())
                .find(|(start, end, _)| *start < lesson.end && *end > lesson.start)
                .map_or("", |(_, _, label)| label.as_str())
        };
        for lesson in lessons.words {
            let mark = mark(&lesson);
            examples.words.push(Example {
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
        for lesson in lessons.codes {
            let mark = mark(&lesson);
            if !matches!(mark, "TIME" | "AMOUNT") {
                examples.codes.push(Example {
                    name: !matches!(mark, "" | "TECH" | "KEEP"),
                    weight: match mark {
                        "TECH" | "KEEP" => 4.0,
                        "" => 2.0,
                        _ => 1.0,
                    },
                    left: lesson.left,
                    features: lesson.features,
                });
            }
        }
    }
    Ok(examples)
}

/// Prints what the weights make of what the rules left alone.
fn report(path: &str, examples: &[Example], weights: &[i8]) -> io::Result<()> {
    writeln!(io::stdout(), "{path}")?;
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
            "  above {threshold:4}: {found} found, {missed} missed, {vain} others taken"
        )?;
    }
    Ok(())
}

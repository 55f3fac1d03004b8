//! What the pages of patterns cost in a registry of many generated reports: the table of codes,
//! a technology, all counts, the matrix, and mining.
//!
//!     cargo run --release --example patterns -- [REPORTS]

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use candor::generate::Generator;
use candor::patterns::{CodeTable, Fact, Matrix, Mined, Sample};
use candor::report::Slug;

const SEED: u64 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    let reports: u64 = match std::env::args().nth(1) {
        Some(number) => number.parse()?,
        None => 100_000,
    };
    let generator = Generator::new(SEED);
    let mut table = CodeTable::default();
    let mut filling = Duration::ZERO;
    for number in 0..reports {
        let public = generator.report(number);
        let start = Instant::now();
        table.put(&public);
        filling += start.elapsed();
    }
    say("filling the table of codes", filling);
    let last = generator.report(reports.saturating_sub(1));
    time("one report put in anew", || table.put(&last));
    let most: Slug = "kubernetes".parse()?;
    let profile = time("the technology most reported", || table.technology(&most));
    say_text(&format!("  of {} reports", profile.counts.reports));
    let mode: Slug = "overload".parse()?;
    let profile = time("the failure mode most reported", || table.mode(&mode));
    say_text(&format!("  of {} reports", profile.counts.reports));
    let stack: Vec<Slug> = ["nginx", "redis", "postgresql"]
        .iter()
        .map(|name| name.parse())
        .collect::<Result<_, _>>()?;
    let facts: Vec<Fact> = stack.iter().cloned().map(Fact::Technology).collect();
    time("counts of a stack", || table.with_any(&facts).counts());
    time("the matrix of a stack", || Matrix::of_stack(&table, &stack));
    time("counts of all codes", || table.all().counts());
    time("the matrix of all reports", || {
        Matrix::by_category(&table.all())
    });
    let sample = time("taking out what is mined", || Sample::of(&table.all()));
    let mined: Mined = time("mining", || sample.mine());
    say_text(&format!(
        "  {} combinations of {} tested, each in {} reports or more",
        mined.combinations.len(),
        mined.tested,
        mined.least
    ));
    Ok(())
}

fn time<R>(what: &str, mut work: impl FnMut() -> R) -> R {
    let start = Instant::now();
    let made = black_box(work());
    say(what, start.elapsed());
    made
}

fn say(what: &str, took: Duration) {
    say_text(&format!("{what:34}{:>12.3} ms", took.as_secs_f64() * 1e3));
}

#[expect(clippy::print_stdout, reason = "what it is for")]
fn say_text(line: &str) {
    println!("{line}");
}

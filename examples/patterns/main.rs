//! What the pages of patterns cost in a registry of many generated reports: the table of codes,
//! a technology, all counts, the matrix, a fault tree, a checklist, and mining: combinations,
//! growth, chains and look-alikes.
//!
//!     cargo run --release --example patterns -- [REPORTS]

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use candor::generate::Generator;
use candor::patterns::{
    CodeTable, Fact, FaultTree, Matrix, Mined, Occasion, OccasionList, Sample, Stories,
};
use candor::report::Slug;
use candor::tagging::Tagger;
use candor::taxonomy::ListId;

const SEED: u64 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    let reports: u64 = match std::env::args().nth(1) {
        Some(number) => number.parse()?,
        None => 100_000,
    };
    let generator = Generator::new(SEED);
    let mut table = CodeTable::default();
    let mut stories = Stories::default();
    let (mut filling, mut reading) = (Duration::ZERO, Duration::ZERO);
    for number in 0..reports {
        let public = generator.report(number);
        let start = Instant::now();
        table.put(&public);
        filling += start.elapsed();
        let start = Instant::now();
        stories.put(&public, speaks);
        reading += start.elapsed();
    }
    say("filling the table of codes", filling);
    say("reading the stories", reading);
    let last = generator.report(reports.saturating_sub(1));
    time("one report put in anew", || table.put(&last));
    time("its story read anew", || stories.put(&last, speaks));
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
    time("a fault tree of two", || {
        FaultTree::of(&table, stack.get(1..).unwrap_or_default())
    });
    let on_call = Occasion::OnCall;
    time("a checklist of all reports", || {
        OccasionList::of(&table, on_call, &[])
    });
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
    say_text(&format!("  {} new or growing", mined.growth.growing.len()));
    let chains = time("chains", || stories.chains());
    let sure = chains.iter().filter(|chain| chain.beyond_chance()).count();
    say_text(&format!("  {} chains, {sure} beyond chance", chains.len()));
    let clusters = time("look-alikes", || stories.clusters());
    say_text(&format!("  {} groups", clusters.len()));
    Ok(())
}

/// Technologies and codes of which a text speaks.
fn speaks(text: &str) -> Vec<Fact> {
    let tags = Tagger::builtin().tag(text);
    let named = tags
        .technologies
        .into_iter()
        .map(|of| Fact::Technology(of.slug));
    let lists = [
        ListId::Triggers,
        ListId::FailureModes,
        ListId::Factors,
        ListId::EventTypes,
    ];
    let said = tags.cues.into_iter().filter(|of| lists.contains(&of.list));
    named
        .chain(said.map(|of| Fact::Code(of.list, of.code)))
        .collect()
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

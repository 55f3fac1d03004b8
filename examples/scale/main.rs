//! Search over many generated reports: ours beside raw tantivy, SQLite's FTS5 and, where
//! `CANDOR_COMPARE_POSTGRES` names a server, PostgreSQL's full text search, by class of query.
//!
//!     cargo run --release --example scale -- [REPORTS] [FOLDER] [alone]
//!
//! With a folder, what was built is kept there and used again. With `alone`, only ours is measured.
//! Of more than 300,000 reports only those that answers show are written to the database.
//!
//! One client; every question is asked once to warm up and then twenty times, of which the mean
//! counts. Ours gives the whole answer of the search page (total, twenty reports read from the
//! database, snippets, counts of all twelve facets), each time as to a new question; `again` is the
//! same question asked once more, of which total and facets are remembered. Peers give total and
//! twenty titles, and four facets where the class asks for them.

mod classes;
mod ours;
#[path = "../peers/mod.rs"]
mod peers;
mod raw;
mod sql;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use candor::generate::Generator;
use classes::{Question, questions};
use ours::Ours;
use peers::{Document, Postgres, Sqlite};
use raw::Tantivy;

const SEED: u64 = 1;
const ROUNDS: u32 = 20;
const SLOW: Duration = Duration::from_millis(100);

#[expect(
    clippy::disallowed_methods,
    reason = "a measuring tool has no other settings"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let reports: u64 = match std::env::args().nth(1) {
        Some(number) => number.parse()?,
        None => 20_000,
    };
    let temporary = tempfile::tempdir()?;
    let folder = match std::env::args().nth(2) {
        Some(folder) => folder.into(),
        None => temporary.path().to_owned(),
    };
    let generator = Generator::new(SEED);
    let known: Vec<_> = (0..16).map(|n| generator.report(n * 7).id).collect();
    let questions = questions(&known);

    if !folder.join("index").exists() {
        let start = Instant::now();
        let (bytes, generating) = Ours::index(&folder, &generator, reports)?;
        let took = start.elapsed();
        say(&format!("{reports} reports, {} MB of text", bytes >> 20));
        say(&format!("generating them took {} s", generating.as_secs()));
        built("candor", reports, took, size(&folder.join("index"))?);
        Ours::write(&folder, &generator, reports, &questions)?;
    }
    memory("with nothing open")?;
    let ours = Ours::open(&folder)?;
    memory("with the index open")?;
    let mut table = Table::default();
    for question in &questions {
        let after = ours.prepare(question)?;
        let ask = |round| ours.answer(question, after, round).map(Some);
        table.time("candor", question, ask)?;
        table.time("candor, again", question, |_| ask(0))?;
    }
    memory("after all questions")?;
    drop(ours);
    if std::env::args().nth(3).as_deref() == Some("alone") {
        table.print();
        return Ok(());
    }
    let documents: Vec<Document> = (0..reports)
        .map(|n| Document::of(&ours::public(&generator, n)))
        .collect();
    let place = folder.join("tantivy");
    fs::create_dir_all(&place)?;
    let start = Instant::now();
    let mut tantivy = Tantivy::build(&place, &documents)?;
    built("tantivy", reports, start.elapsed(), size(&place)?);
    for question in questions.iter().filter(|question| !question.alike()) {
        table.time("tantivy", question, |_| tantivy.answer(question).map(Some))?;
    }
    drop(tantivy);
    fs::remove_dir_all(&place)?;
    let file = folder.join("fts5.sqlite");
    let start = Instant::now();
    let mut sqlite = Sqlite::create(&file.display().to_string())?;
    sqlite.fill(&documents)?;
    built(
        "SQLite FTS5",
        reports,
        start.elapsed(),
        fs::metadata(&file)?.len(),
    );
    for question in &questions {
        table.time("SQLite FTS5", question, |_| {
            Ok(sql::sqlite(&mut sqlite, question)?)
        })?;
    }
    drop(sqlite);
    fs::remove_file(&file)?;
    if let Ok(server) = std::env::var("CANDOR_COMPARE_POSTGRES") {
        let start = Instant::now();
        let mut postgres = Postgres::create(&server)?;
        postgres.fill(&documents)?;
        built("PostgreSQL", reports, start.elapsed(), 0);
        for question in &questions {
            let ask = |_| Ok(sql::postgres(&mut postgres, question)?);
            table.time("PostgreSQL", question, ask)?;
        }
    } else {
        say("PostgreSQL: not compared, CANDOR_COMPARE_POSTGRES names no server");
    }
    table.print();
    Ok(())
}

fn built(name: &str, reports: u64, took: Duration, bytes: u64) {
    let rate = u128::from(reports) * 1_000 / took.as_millis().max(1);
    say(&format!(
        "{name}: indexed {rate} reports/s, {} MB on disk",
        bytes >> 20
    ));
}

fn size(folder: &std::path::Path) -> Result<u64, std::io::Error> {
    fs::read_dir(folder)?
        .map(|file| Ok(file?.metadata()?.len()))
        .sum()
}

/// Resident memory of this process: its own, and the pages of files that it looked at.
fn memory(when: &str) -> Result<(), std::io::Error> {
    let status = fs::read_to_string("/proc/self/status")?;
    let parts: Vec<&str> = status
        .lines()
        .filter(|line| line.starts_with("Rss") || line.starts_with("VmHWM"))
        .collect();
    say(&format!("{when}: {}", parts.join(", ").replace('\t', " ")));
    Ok(())
}

/// Time that this thread was on a processor, so that neighbours on the machine do not count; by the
/// clock where the system does not tell.
struct Clock(Option<Duration>, Instant);

impl Clock {
    /// PostgreSQL works elsewhere, so only the clock tells.
    fn now(engine: &str) -> Self {
        let busy = (engine != "PostgreSQL").then(Self::busy);
        Self(busy, Instant::now())
    }

    fn elapsed(&self) -> Duration {
        let by_the_clock = self.1.elapsed();
        let busy = self.0.map(|before| Self::busy().saturating_sub(before));
        busy.filter(|busy| !busy.is_zero()).unwrap_or(by_the_clock)
    }

    fn busy() -> Duration {
        let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
        let nanoseconds = told.split(' ').next().unwrap_or_default();
        Duration::from_nanos(nanoseconds.parse().unwrap_or(0))
    }
}

/// Times by engine and class.
#[derive(Default)]
struct Table {
    engines: Vec<&'static str>,
    classes: Vec<&'static str>,
    times: BTreeMap<(&'static str, &'static str), Vec<Duration>>,
}

impl Table {
    fn time<T>(
        &mut self,
        engine: &'static str,
        question: &Question,
        mut answer: impl FnMut(u32) -> Result<Option<T>, Box<dyn Error>>,
    ) -> Result<(), Box<dyn Error>> {
        let warm = Instant::now();
        if answer(0)?.is_none() {
            return Ok(());
        }
        // The slow ones need no more rounds to be timed.
        let rounds = if warm.elapsed() > SLOW { 1 } else { ROUNDS };
        let start = Clock::now(engine);
        for round in 1..=rounds {
            std::hint::black_box(answer(round)?);
        }
        let mean = start.elapsed() / rounds;
        for (list, name) in [
            (&mut self.engines, engine),
            (&mut self.classes, question.class),
        ] {
            if !list.contains(&name) {
                list.push(name);
            }
        }
        let times = self.times.entry((engine, question.class)).or_default();
        times.push(mean);
        Ok(())
    }

    fn print(&self) {
        let mut head = format!("{:<22}", "p50 / p99 ms");
        for engine in &self.engines {
            head = format!("{head}{engine:>20}");
        }
        say(&head);
        for class in self.classes.iter().map(Some).chain([None]) {
            let mut line = format!("{:<22}", class.unwrap_or(&"all"));
            for engine in &self.engines {
                let times = self.times.iter();
                let mut times: Vec<Duration> = times
                    .filter(|((of, kind), _)| {
                        of == engine && class.is_none_or(|class| kind == class)
                    })
                    .flat_map(|(_, times)| times.iter().copied())
                    .collect();
                times.sort_unstable();
                let at = |share: usize| {
                    let place = (times.len() * share).div_ceil(100).saturating_sub(1);
                    times.get(place).copied().unwrap_or_default().as_secs_f64() * 1_000.0
                };
                let cell = format!("{:.2} / {:.2}", at(50), at(99));
                line = format!("{line}{cell:>20}");
            }
            say(&line);
        }
    }
}

#[expect(
    clippy::print_stdout,
    reason = "the figures are what this program is for"
)]
fn say(line: &str) {
    println!("{line}");
}

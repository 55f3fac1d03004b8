//! How well search answers the judged queries of `tests/fixtures/relevance`, beside SQLite's FTS5
//! and, where `CANDOR_COMPARE_POSTGRES` names a server, PostgreSQL's full text search.
//!
//!     cargo run --example relevance [-- --each]
//!
//! The samples go the whole way into a registry in a temporary folder, and every engine gets the
//! words of what was published. With `--each`, a line for every query.

mod ask;
mod judged;
#[path = "../peers/mod.rs"]
mod peers;
mod samples;

use std::collections::HashMap;
use std::error::Error;

use ask::{Match, Peer};
use candor::registry::Found;
use judged::{Fit, Judged, mean};
use peers::{Document, Postgres, Sqlite};
use samples::Library;

#[expect(
    clippy::disallowed_methods,
    reason = "a measuring tool has no other settings"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let each = std::env::args().any(|argument| argument == "--each");
    let queries = judged::queries()?;
    let folder = tempfile::tempdir()?;
    let library = Library::publish(folder.path())?;
    let documents = documents(&library)?;
    let names: HashMap<String, usize> = library
        .numbers
        .iter()
        .map(|(id, number)| (id.to_string(), *number))
        .collect();
    let numbered = |ids: Vec<String>| -> Vec<usize> {
        let ids = ids.iter();
        ids.filter_map(|id| names.get(id).copied()).collect()
    };
    report("candor", &queries, each, |query| library.search(query))?;

    let mut sqlite = Sqlite::create(":memory:")?;
    sqlite.fill(&documents)?;
    for wanted in [Match::All, Match::Any] {
        let label = format!("SQLite FTS5, {wanted:?}");
        report(&label, &queries, each, |query| {
            Ok(numbered(sqlite.search(query, wanted)?))
        })?;
    }
    let Ok(server) = std::env::var("CANDOR_COMPARE_POSTGRES") else {
        say("PostgreSQL: not compared, CANDOR_COMPARE_POSTGRES names no server");
        return Ok(());
    };
    let mut postgres = Postgres::create(&server)?;
    postgres.fill(&documents)?;
    for wanted in [Match::All, Match::Any] {
        let label = format!("PostgreSQL, {wanted:?}");
        report(&label, &queries, each, |query| {
            Ok(numbered(postgres.search(query, wanted)?))
        })?;
    }
    Ok(())
}

fn documents(library: &Library) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut ids: Vec<_> = library.numbers.iter().collect();
    ids.sort_unstable_by_key(|(_, number)| **number);
    ids.into_iter()
        .map(|(id, _)| match library.app.registry.report(*id)? {
            Found::Report(report) => Ok(Document::of(&report)),
            Found::Withdrawn | Found::Nothing => Err("a sample was not published".into()),
        })
        .collect()
}

fn report(
    name: &str,
    queries: &[Judged],
    each: bool,
    mut search: impl FnMut(&str) -> Result<Vec<usize>, Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let mut fits: Vec<Fit> = Vec::new();
    for query in queries {
        let found = search(&query.text)?;
        let fit = query.fit(&found);
        if each {
            say(&format!(
                "{:.2} {:.2}  {:<45} {:?}",
                fit.ndcg,
                fit.recall,
                query.text,
                found.iter().take(10).collect::<Vec<_>>()
            ));
        }
        fits.push(fit);
    }
    let fit = mean(&fits);
    say(&format!(
        "{name:<20} nDCG@10 {:.3}  recall@20 {:.3}  over {} queries",
        fit.ndcg,
        fit.recall,
        fits.len()
    ));
    Ok(())
}

#[expect(
    clippy::print_stdout,
    reason = "the figures are what this program is for"
)]
fn say(line: &str) {
    println!("{line}");
}

//! Takes real write-ups the whole way and says what came of it:
//! import, anonymise, tag, intake, review by two analysts, publish, index, search, digest.
//!
//!     cargo run --release --example whole_way -- WRITEUPS.jsonl
//!
//! One JSON object a line with `text`, and where known `id`, `source_path` and `format`. The
//! registry lives in a temporary folder and goes with it.

use std::error::Error;
use std::num::NonZeroU8;
use std::sync::Arc;
use std::time::Instant;

use candor::anonymise::RawText;
use candor::app::{Access, App};
use candor::auth::Nonce;
use candor::config::Config;
use candor::intake::Draft;
use candor::registry::SearchRequest;
use candor::report::{Clock, Period, SystemClock};
use candor::review::Extent;
use candor::storage::DatabaseUrl;
use candor::storage::accounts::Role;
use candor::writeup::{self, Format};
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: String,
    #[serde(default)]
    source_path: Option<String>,
    #[serde(default)]
    format: Option<String>,
    text: RawText,
}

#[derive(Default)]
struct Tally {
    refused: usize,
    not_taken: usize,
    lines_lost: usize,
    timelines: usize,
    events: usize,
    actions: usize,
    technologies: usize,
    modes: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .ok_or("which file? give a .jsonl with \"text\" in each line")?;
    let lines = std::fs::read_to_string(path)?;
    let folder = tempfile::tempdir()?;
    let config = Config {
        database: DatabaseUrl::Sqlite(folder.path().join("candor.sqlite")),
        data: folder.path().to_owned(),
        listen: ([127, 0, 0, 1], 0).into(),
        approvals: NonZeroU8::MIN.saturating_add(1),
        address: None,
        proxies: 0,
    };
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let app = App::open(&config, &clock, Access::Writer)?;
    let first = app
        .review
        .add_account("first", &Nonce::random().text(), Role::Analyst)?;
    let second = app
        .review
        .add_account("second", &Nonce::random().text(), Role::Analyst)?;

    let start = Instant::now();
    let mut tally = Tally::default();
    let mut published = 0;
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let line: Line = serde_json::from_str(line)?;
        let Some(draft) = understand(&line, &mut tally) else {
            continue;
        };
        let kept = match app.intake.submit(draft, &Nonce::random(), false) {
            Ok(kept) => kept,
            Err(error) => {
                tally.not_taken += 1;
                say(&format!("not taken: {}: {error}", line.id));
                continue;
            }
        };
        tally.technologies += usize::from(!kept.report.technologies.is_empty());
        tally.modes += usize::from(!kept.report.failure_modes.is_empty());
        app.review.approve(kept.id, first)?;
        app.review.approve(kept.id, second)?;
        app.review.publish(kept.id, second, Extent::Full)?;
        published += 1;
    }
    let to_published = start.elapsed();
    app.indexer.catch_up()?;
    let documents = published + tally.not_taken + tally.refused;
    say(&format!("documents in          {documents}"));
    say(&format!("refused by the import {}", tally.refused));
    say(&format!("not taken             {}", tally.not_taken));
    say(&format!("lines lost            {}", tally.lines_lost));
    say(&format!(
        "with a timeline       {} ({} events)",
        tally.timelines, tally.events
    ));
    say(&format!("with actions          {}", tally.actions));
    say(&format!("with technologies     {}", tally.technologies));
    say(&format!("with failure modes    {}", tally.modes));
    say(&format!(
        "published             {published} after {to_published:.2?}"
    ));
    for query in [
        "",
        "stack:kubernetes",
        "stack:postgresql",
        "stack:kubernetes stack:prometheus",
        "mode:disk-full",
    ] {
        search(&app, query)?;
    }
    let month = Period::month_of(clock.now());
    let digest = app.jobs.issue(month)?;
    let markdown = digest.sheet().to_markdown(None);
    say(&format!(
        "digest of {month}: {} reports, {} retold, {} bytes of Markdown, {} of JSON",
        digest.reports,
        digest.retellings.len(),
        markdown.len(),
        serde_json::to_string(&digest)?.len()
    ));
    say(&format!("everything            {:.2?}", start.elapsed()));
    Ok(())
}

fn understand(line: &Line, tally: &mut Tally) -> Option<Draft> {
    let name = line
        .source_path
        .as_deref()
        .and_then(|path| path.rsplit('/').next());
    let format = match line.format.as_deref() {
        Some("text") => Format::Text,
        Some("json") => Format::Json,
        Some("markdown") => Format::Markdown,
        _ => Format::guess(name, line.text.expose()),
    };
    let imported = match writeup::import(&line.text, name, format) {
        Ok(imported) => imported,
        Err(error) => {
            tally.refused += 1;
            say(&format!("refused: {}: {error}", line.id));
            return None;
        }
    };
    tally.lines_lost += imported.lost_lines(&line.text).len();
    tally.timelines += usize::from(!imported.report.timeline.is_empty());
    tally.events += imported.report.timeline.len();
    tally.actions += usize::from(!imported.report.actions.is_empty());
    Some(Draft {
        write_up: imported.write_up(&line.text),
        report: imported.report,
        coded: true,
        ..Draft::default()
    })
}

fn search(app: &App, query: &str) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let page = app.registry.search(&SearchRequest {
        text: query.to_owned(),
        limit: 3,
        ..SearchRequest::default()
    })?;
    let took = start.elapsed();
    let titles: Vec<&str> = page
        .hits
        .iter()
        .map(|hit| hit.report.report.title.as_str())
        .collect();
    say(&format!(
        "search {query:?}: {} reports in {took:.2?}; first: {}",
        page.total,
        titles.join(" | ")
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

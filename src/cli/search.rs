//! `candor search`: the portal's answers in a terminal.

use clap::Args;
use serde_json::json;

use super::input::{self, Format};
use super::{CliError, Outcome, note};
use crate::config::RegistryArgs;
use crate::registry::{Registry, SearchRequest, ShownHit};
use crate::search::Sort;

/// Options of `candor search`.
#[derive(Args, Debug)]
pub struct SearchArgs {
    /// What to look for, as in the portal: words, "phrases", stack:nginx, mode:retry-storm, ...
    query: Vec<String>,
    /// How many reports to show
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u8).range(1..=100))]
    limit: u8,
    /// Form of output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

/// Runs the command: exit code 1 if nothing was found.
pub fn run(args: &SearchArgs, registry: &Registry) -> Result<Outcome, CliError> {
    let request = SearchRequest {
        text: args.query.join(" "),
        sort: Sort::default(),
        after: None,
        limit: usize::from(args.limit),
    };
    let page = registry
        .search(&request)
        .map_err(|error| CliError::io("cannot search", error))?;
    for heard in &page.notes {
        note(&format!("note: {heard}"));
    }
    if let Some(better) = &page.did_you_mean {
        note(&format!("note: did you mean: {better}"));
    }
    if args.format == Format::Text {
        input::print_line(&format!("at least {} reports", page.total))?;
        print_hits(&page.hits)?;
        if !page.nearly.is_empty() {
            input::print_line("\nclose to it, with some of the words:")?;
            print_hits(&page.nearly)?;
        }
    } else {
        let reports =
            |hits: &[ShownHit]| -> Vec<_> { hits.iter().map(|hit| json!(hit.report)).collect() };
        let answer = json!({
            "total": page.total,
            "reports": reports(&page.hits),
            "nearly": reports(&page.nearly),
        });
        input::print_line(&input::to_json(&answer, args.format)?)?;
    }
    Ok(if page.total == 0 {
        Outcome::Findings
    } else {
        Outcome::Fine
    })
}

fn print_hits(hits: &[ShownHit]) -> Result<(), CliError> {
    for hit in hits {
        let report = &hit.report.report;
        let stack: Vec<&str> = report
            .technologies
            .iter()
            .map(|used| used.slug.as_str())
            .collect();
        input::print_line(&format!("\n{}\n  {}", report.title, hit.report.id))?;
        input::print_line(&format!("  {}", stack.join(", ")))?;
        input::print_line(&format!("  {}", report.synopsis))?;
    }
    Ok(())
}

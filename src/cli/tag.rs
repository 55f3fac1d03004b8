//! `candor tag`: names the technologies and failure modes in a text, offline.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::input::{self, Format};
use super::{CliError, Outcome};
use crate::report::Slug;
use crate::tagging::Tagger;
use crate::taxonomy::{ListId, Taxonomy};

/// Options of `candor tag`.
#[derive(Args, Debug)]
pub struct TagArgs {
    /// Files to read; standard input if none is given
    files: Vec<PathBuf>,
    /// Form of input and output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Serialize)]
struct Row<'a> {
    id: Value,
    technologies: Vec<Mention<'a>>,
    failure_modes: Vec<Mention<'a>>,
}

#[derive(Serialize)]
struct Mention<'a> {
    slug: &'a Slug,
    start: usize,
    end: usize,
}

/// Runs the command.
pub fn run(args: &TagArgs) -> Result<Outcome, CliError> {
    let (tagger, taxonomy) = (Tagger::builtin(), Taxonomy::builtin());
    input::for_each(&args.files, args.format, |input| {
        let tags = tagger.tag(input.text.expose());
        let technologies: Vec<_> = tags
            .technologies
            .iter()
            .map(|m| Mention {
                slug: &m.slug,
                start: m.start,
                end: m.end,
            })
            .collect();
        let failure_modes: Vec<_> = tags
            .of(ListId::FailureModes)
            .map(|m| Mention {
                slug: &m.code,
                start: m.start,
                end: m.end,
            })
            .collect();
        if args.format != Format::Text {
            return input::print_line(&input::to_json(
                &Row {
                    id: input.id,
                    technologies,
                    failure_modes,
                },
                args.format,
            )?);
        }
        if args.files.len() > 1 {
            input::print_line(&format!("{}:", input.name))?;
        }
        input::print_line("Technologies")?;
        for (slug, times) in count(&technologies) {
            input::print_line(&format!(
                "  {slug:<28} {times:>3}  {}",
                taxonomy.technology_name(slug)
            ))?;
        }
        input::print_line("Failure modes")?;
        for (slug, times) in count(&failure_modes) {
            let label = taxonomy.label(ListId::FailureModes, slug);
            input::print_line(&format!("  {slug:<28} {times:>3}  {label}"))?;
        }
        Ok(())
    })?;
    Ok(Outcome::Fine)
}

/// Each slug once with its number of mentions, most mentioned first.
fn count<'a>(mentions: &[Mention<'a>]) -> Vec<(&'a Slug, usize)> {
    let mut counts: Vec<(&Slug, usize)> = Vec::new();
    for mention in mentions {
        match counts.iter_mut().find(|(slug, _)| *slug == mention.slug) {
            Some((_, times)) => *times += 1,
            None => counts.push((mention.slug, 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    counts
}

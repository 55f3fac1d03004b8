//! `candor digest`: compiles the digest of a period, or of what one asks for, into a file.

use std::fs;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::bar::Bar;
use super::{CliError, Outcome, input, note};
use crate::anonymise::RedactedText;
use crate::config::RegistryArgs;
use crate::digests::{Digest, Scope};
use crate::jobs::{DigestError, DigestFile, FilesError, Jobs};
use crate::portal;
use crate::registry::Registry;
use crate::report::{Length, Span};

/// Options of `candor digest`.
#[derive(Args, Debug)]
pub struct DigestArgs {
    /// A month, quarter or year: 2026-10, 2026-Q4, 2026; with a filter also month, quarter, year or
    /// four-quarters for the last one that is over
    #[arg(long)]
    period: String,
    #[command(flatten)]
    only: Only,
    /// Form of the digest
    #[arg(long, value_enum, default_value_t = DigestFormat::Md)]
    format: DigestFormat,
    /// Where to write it; standard output if not given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

/// What a digest of one's own is about. With any of these nothing is issued and nothing is kept.
#[derive(Args, Debug)]
#[command(next_help_heading = "Only what is about")]
pub struct Only {
    /// Technologies that took part, with commas between
    #[arg(
        long,
        value_name = "NAMES",
        default_value = "",
        hide_default_value = true
    )]
    stack: String,
    /// Sectors, by their ids
    #[arg(
        long,
        value_name = "IDS",
        default_value = "",
        hide_default_value = true
    )]
    sector: String,
    /// Failure modes, by their ids
    #[arg(
        long,
        value_name = "IDS",
        default_value = "",
        hide_default_value = true
    )]
    mode: String,
    /// Kinds of record, by their ids
    #[arg(
        long,
        value_name = "IDS",
        default_value = "",
        hide_default_value = true
    )]
    kind: String,
}

/// Forms of a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DigestFormat {
    /// One page with everything in it.
    Html,
    /// Markdown.
    Md,
    /// JSON.
    Json,
    /// A PDF to print.
    Pdf,
    /// An EPUB for a reader of books.
    Epub,
    /// Plain text for a letter.
    Txt,
}

/// Runs the command. Without a filter the digest is issued: it is listed at /digests from now on.
pub fn run(args: &DigestArgs, jobs: &Jobs, registry: &Registry) -> Result<Outcome, CliError> {
    let only = &args.only;
    let scope =
        Scope::named(&only.stack, &only.sector, &only.mode, &only.kind).map_err(CliError::usage)?;
    let length = Length::named(&args.period);
    let span = length.map_or_else(
        || args.period.parse().ok(),
        |length| length.back_from(jobs.this_month()).next(),
    );
    let span: Span = span.ok_or_else(|| {
        CliError::usage("--period is a month, quarter or year, such as 2026-10, 2026-Q4 or 2026")
    })?;
    let file = match span.period() {
        Some(period) if scope.is_everything() => {
            let bar = Bar::new("reading reports");
            let digest = jobs.issue_watched(period, &|read, of| bar.at(read, of));
            let digest = digest.map_err(|error| match error {
                DigestError::NotYet => CliError::usage(format!("{period}: {error}")),
                other => CliError::io(format!("cannot compile the digest of {period}"), other),
            })?;
            bar.now("setting pages");
            drawn(args.format, &digest, |file| jobs.digest_file(period, file))?
        }
        _ => {
            let cannot =
                |error| CliError::io(format!("cannot compile the digest of {span}"), error);
            let turn = registry.turn().map_err(cannot)?;
            let digest = registry.own_digest(&scope, span, &turn).map_err(cannot)?;
            let Some(digest) = digest else {
                note(&format!("too few reports in {} to speak of", span.label()));
                return Ok(Outcome::Findings);
            };
            drawn(args.format, &digest, |file| jobs.drawn(&digest, file))?
        }
    };
    match &args.out {
        Some(path) => fs::write(path, file).map_err(|error| CliError::file(path, error))?,
        None => input::print_file(&file)?,
    }
    Ok(Outcome::Fine)
}

fn drawn(
    format: DigestFormat,
    digest: &Digest<RedactedText>,
    made: impl Fn(DigestFile) -> Result<Option<Vec<u8>>, FilesError>,
) -> Result<Vec<u8>, CliError> {
    let made = |file| {
        made(file)
            .map(Option::unwrap_or_default)
            .map_err(|error| CliError::io("cannot make the files of the digest", error))
    };
    Ok(match format {
        DigestFormat::Html => portal::standalone_digest(digest)
            .map_err(|error| CliError::io("cannot draw the digest", error))?
            .into_bytes(),
        DigestFormat::Md => digest.sheet().to_markdown(None).into_bytes(),
        DigestFormat::Json => input::to_json(digest, input::Format::Json)?.into_bytes(),
        DigestFormat::Pdf => made(DigestFile::Pdf)?,
        DigestFormat::Epub => made(DigestFile::Epub)?,
        DigestFormat::Txt => made(DigestFile::Text)?,
    })
}

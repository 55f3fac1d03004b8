//! `candor digest`: compiles the digest of a period into a file.

use std::fs;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{CliError, Outcome, input};
use crate::config::RegistryArgs;
use crate::jobs::{DigestFile, Jobs};
use crate::portal;
use crate::report::Period;

/// Options of `candor digest`.
#[derive(Args, Debug)]
pub struct DigestArgs {
    /// A month, quarter or year: 2026-10, 2026-Q4, 2026
    #[arg(long)]
    period: Period,
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

/// Runs the command. The digest is issued: it is listed at /digests from now on.
pub fn run(args: &DigestArgs, jobs: &Jobs) -> Result<Outcome, CliError> {
    let digest = jobs.issue(args.period).map_err(|error| {
        CliError::io(
            format!("cannot compile the digest of {}", args.period),
            error,
        )
    })?;
    let cannot = |error| CliError::io("cannot make the files of the digest", error);
    let made = |file| {
        let made = jobs.digest_file(args.period, file);
        made.map(Option::unwrap_or_default).map_err(cannot)
    };
    let file = match args.format {
        DigestFormat::Html => portal::standalone_digest(&digest)
            .map_err(|error| CliError::io("cannot draw the digest", error))?
            .into_bytes(),
        DigestFormat::Md => digest.sheet().to_markdown(None).into_bytes(),
        DigestFormat::Json => input::to_json(&digest, input::Format::Json)?.into_bytes(),
        DigestFormat::Pdf => made(DigestFile::Pdf)?,
        DigestFormat::Epub => made(DigestFile::Epub)?,
        DigestFormat::Txt => made(DigestFile::Text)?,
    };
    match &args.out {
        Some(path) => fs::write(path, file).map_err(|error| CliError::file(path, error))?,
        None => input::print_file(&file)?,
    }
    Ok(Outcome::Fine)
}

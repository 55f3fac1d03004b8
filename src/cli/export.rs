//! `candor export`: writes every public report into files to take away, or the audit trail.

use std::path::PathBuf;

use clap::Args;

use super::{CliError, Outcome, input};
use crate::config::RegistryArgs;
use crate::jobs::Corpus;
use crate::review::Review;

/// Options of `candor export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// Folder to write into; made if it is not there
    #[arg(long, value_name = "DIR", default_value = "candor-export")]
    out: PathBuf,
    /// Write the desk's audit trail to standard output instead, one JSON object a line
    #[arg(long, conflicts_with = "out")]
    pub audit: bool,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

/// Prints the audit trail.
pub fn audit(review: &Review) -> Result<Outcome, CliError> {
    let trail = review
        .export_audit()
        .map_err(|error| CliError::io("cannot read the audit trail", error))?;
    trail.lines().try_for_each(input::print_line)?;
    Ok(Outcome::Fine)
}

/// Runs the command. Prints a line for each file, as `sha256sum` does.
pub fn run(args: &ExportArgs, corpus: &Corpus) -> Result<Outcome, CliError> {
    let corpus = corpus.elsewhere(args.out.clone());
    let failed = |error| CliError::io("cannot write the reports", error);
    corpus.refresh().map_err(failed)?;
    let manifest = corpus.current().map_err(failed)?;
    for file in manifest.map(|manifest| manifest.files).unwrap_or_default() {
        input::print_line(&format!("{}  {}", file.sha256, file.name))?;
    }
    Ok(Outcome::Fine)
}

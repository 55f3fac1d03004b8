//! `candor export`: writes every public report into files to take away.

use std::path::PathBuf;

use clap::Args;

use super::{CliError, Outcome, input};
use crate::config::RegistryArgs;
use crate::jobs::Corpus;

/// Options of `candor export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// Folder to write into; made if it is not there
    #[arg(long, value_name = "DIR", default_value = "candor-export")]
    out: PathBuf,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
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

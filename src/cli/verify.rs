//! `candor verify`: whether what must not change has stayed as it was.

use clap::Args;

use super::{CliError, Outcome, input, note};
use crate::config::RegistryArgs;
use crate::review::{Finding, Review};

/// Options of `candor verify`.
#[derive(Args, Debug)]
pub struct VerifyArgs {
    /// Look whether each row of the desk's audit trail follows from the one before
    #[arg(long, required = true)]
    audit: bool,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

/// Runs the command. Prints number and hash of the last row, to be written down elsewhere.
pub fn run(_: &VerifyArgs, review: &Review) -> Result<Outcome, CliError> {
    let found = review
        .verify_audit()
        .map_err(|error| CliError::io("cannot read the audit trail", error))?;
    match found {
        Finding::Whole { rows, last, hash } => {
            note(&format!("The audit trail is whole: {rows} rows."));
            input::print_line(format!("{last} {hash}").trim_end())?;
            Ok(Outcome::Fine)
        }
        Finding::Broken { row } => {
            note(&format!(
                "The audit trail was changed: row {row} does not follow from the row before it."
            ));
            Ok(Outcome::Findings)
        }
    }
}

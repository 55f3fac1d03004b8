//! `candor verify`: whether what must not change has stayed as it was.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{CliError, Outcome, input, note};
use crate::auth::PublicKey;
use crate::config::RegistryArgs;
use crate::jobs::{DigestFile, Unproven, prove};
use crate::review::{Finding, Review};

/// Options of `candor verify`.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct VerifyArgs {
    /// Look whether each row of the desk's audit trail follows from the one before
    #[arg(long, required = true)]
    audit: bool,
    /// What else can be checked
    #[command(subcommand)]
    pub what: Option<What>,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

/// What can be checked apart from the registry itself.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Look whether a file of a digest is as the registry issued it
    Digest(FileArgs),
}

/// Options of `candor verify digest`.
#[derive(Args, Debug)]
pub struct FileArgs {
    /// The file, such as candor-digest-2026-10.pdf; beside it candor-digest-2026-10.sha256 and
    /// candor-digest-2026-10.sha256.minisig
    file: PathBuf,
    /// The registry's public key: the last line of its /candor.pub
    #[arg(long, value_name = "KEY")]
    key: PublicKey,
}

/// Looks through the audit trail. Prints number and hash of the last row, to be written down
/// elsewhere.
pub fn audit(review: &Review) -> Result<Outcome, CliError> {
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

/// Looks at a file of a digest. Prints what the registry says of the issue.
pub fn digest(args: &FileArgs) -> Result<Outcome, CliError> {
    // The poster's name ends in two parts, all others in one.
    let issue = args.file.with_extension("");
    let beside = |file: DigestFile| issue.with_extension(file.ending());
    let file = read(&args.file)?;
    let sums = read(&beside(DigestFile::Sums))?;
    let signature = read(&beside(DigestFile::Signature))?;
    match prove(&file, &sums, &signature, args.key) {
        Ok(comment) => {
            note("The file is as the registry issued it.");
            input::print_line(&comment)?;
            Ok(Outcome::Fine)
        }
        Err(Unproven::Signature(error)) => {
            note(&format!(
                "The list of checksums is not the registry's: {error}."
            ));
            Ok(Outcome::Findings)
        }
        Err(Unproven::NotListed) => {
            note("The file is not one of those the registry issued, or it was changed.");
            Ok(Outcome::Findings)
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    fs::read(path).map_err(|error| CliError::file(path, error))
}

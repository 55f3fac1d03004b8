//! The command line. Data goes to standard output, everything else to standard error; exit codes
//! are 0 (fine), 1 (findings or refused), 2 (usage), 3 (disk, network or database).

pub mod anonymise;
pub mod backup;
mod bar;
pub mod digest;
pub mod doctor;
mod editor;
mod error;
pub mod export;
pub mod generate;
pub mod import;
pub mod input;
mod interrupt;
pub mod lint;
pub mod migrate;
pub mod restore;
mod sarif;
pub mod search;
mod shown;
mod source;
pub mod stack;
pub mod submit;
pub mod tag;
pub mod user;
pub mod verify;

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use error::{CliError, Outcome};

use crate::config::{RegistryArgs, ServeArgs};

/// Candor: an anonymous registry of software incidents.
#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Fill a registry with sample write-ups and serve it, to look around
    Demo(DemoArgs),
    /// Serve a registry
    Serve(ServeArgs),
    /// Take identities, times and secrets out of a text, offline
    Anonymise(anonymise::AnonymiseArgs),
    /// Name the technologies and failure modes in a text, offline
    Tag(tag::TagArgs),
    /// Advise on wording that blames, judges or simplifies, offline
    Lint(lint::LintArgs),
    /// Read write-ups (files, folders, .jsonl) into the desk's queue
    Import(import::ImportArgs),
    /// Anonymise a write-up here, show what was removed, send it, print the receipt
    Submit(submit::SubmitArgs),
    /// Search the published reports
    Search(search::SearchArgs),
    /// Read manifests (compose files, lock files, SBOMs, ...) and find the reports that fit
    Stack(stack::StackArgs),
    /// Compile the digest of a month, quarter or year
    Digest(digest::DigestArgs),
    /// Write every public report into files to take away
    Export(export::ExportArgs),
    /// Write the whole registry into a file, while it runs
    Backup(backup::BackupArgs),
    /// Fill an empty database from a backup
    Restore(restore::RestoreArgs),
    /// Move a registry from one database into another
    Migrate(migrate::MigrateArgs),
    /// Look whether everything is as it should be, and say what to do where it is not
    Doctor(RegistryArgs),
    /// Make and list accounts of analysts
    User(user::UserArgs),
    /// See that what must not change has stayed as it was
    Verify(verify::VerifyArgs),
    /// Build the search index anew
    Reindex(RegistryArgs),
    /// Forget what is due to be forgotten, and take it off the disk
    Retain(RegistryArgs),
    /// Tools for those who work on Candor
    #[command(subcommand)]
    Dev(generate::DevCommand),
}

/// Options of `candor demo`.
#[derive(Args, Debug)]
pub struct DemoArgs {
    /// Address to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Folder for the registry [default: a new folder among the system's temporary files]
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

/// Reads the command line; a mistake in it ends the program with exit code 2.
pub fn parse() -> Cli {
    Cli::parse()
}

/// Writes an error for a person to standard error.
pub fn complain(error: &CliError) {
    if !error.is_quiet() {
        note(&format!("candor: {error}"));
    }
}

/// Writes a line for a person to standard error.
pub fn note(line: &str) {
    // Nobody is left to tell when standard error is gone.
    let _ = writeln!(io::stderr().lock(), "{line}");
}

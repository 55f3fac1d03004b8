//! `candor migrate`: a registry moves from one database into another.

use clap::Args;

use super::restore::{failed, print};
use super::{CliError, Outcome, note};
use crate::backup;
use crate::storage::DatabaseUrl;

/// Options of `candor migrate`.
#[derive(Args, Debug)]
pub struct MigrateArgs {
    /// The database to move from: sqlite:PATH or postgres://...
    #[arg(
        long,
        env = "CANDOR_MIGRATE_FROM",
        value_name = "URL",
        hide_env_values = true
    )]
    from: String,
    /// The empty database to move into
    #[arg(
        long,
        env = "CANDOR_MIGRATE_TO",
        value_name = "URL",
        hide_env_values = true
    )]
    to: String,
}

/// Runs the command. Prints a line for each table: name, rows, SHA-256.
pub fn run(args: &MigrateArgs) -> Result<Outcome, CliError> {
    let url = |text: &str| -> Result<DatabaseUrl, CliError> {
        text.parse()
            .map_err(|error| CliError::usage(format!("{error}")))
    };
    let (from, to) = (url(&args.from)?, url(&args.to)?);
    let tables = backup::migrate(&from, &to).map_err(failed)?;
    print(&tables)?;
    note(&format!(
        "Everything in {from} is in {to}, row by row. Serve it with --database and the same data \
         folder: key and index are there."
    ));
    Ok(Outcome::Fine)
}

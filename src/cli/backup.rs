//! `candor backup`: the whole registry in a file, while others use it.

use std::path::PathBuf;

use clap::Args;

use super::{CliError, Outcome, input, note};
use crate::auth::MasterKey;
use crate::backup;
use crate::config::{Config, RegistryArgs};
use crate::report::SystemClock;
use crate::storage::Storage;

/// Options of `candor backup`.
#[derive(Args, Debug)]
pub struct BackupArgs {
    /// Folder to write into; made if it is not there
    #[arg(long, value_name = "DIR", default_value = "candor-backups")]
    out: PathBuf,
    /// Put the master key into the file, too: whoever has the file can then open pending reports
    #[arg(long)]
    with_key: bool,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

/// Runs the command. Prints the file that was written.
pub fn run(args: &BackupArgs, config: &Config) -> Result<Outcome, CliError> {
    let failed = |error| CliError::io("cannot make a backup", error);
    let key = args
        .with_key
        .then(|| MasterKey::load(&config.key_file()))
        .transpose()
        .map_err(|error| CliError::io("cannot make a backup with the key", error))?;
    let storage = Storage::open_as_it_is(&config.database)
        .map_err(|error| CliError::io(format!("cannot open {}", config.database), error))?;
    let written = backup::write(&storage, &SystemClock, &args.out, key.as_ref()).map_err(failed)?;
    let summary = &written.summary;
    note(&format!(
        "{} rows of {} tables, written and read back.",
        summary.rows, summary.tables
    ));
    note(if args.with_key {
        "The key is in it: keep this file as you keep the key."
    } else {
        "The key is not in it: keep a copy of keys/master.key in another place."
    });
    input::print_line(&written.file.display().to_string())?;
    Ok(Outcome::Fine)
}

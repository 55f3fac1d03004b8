//! `candor restore`: a registry out of a backup.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{CliError, Outcome, input, note};
use crate::auth::MasterKey;
use crate::backup::{self, BackupError, Copied, Summary, withdrawn};
use crate::config::{Config, RegistryArgs};
use crate::report::{Clock, IsoWeek, ReportId, SystemClock};
use crate::storage::{Storage, StorageError};

/// Options of `candor restore`.
#[derive(Args, Debug)]
pub struct RestoreArgs {
    /// The backup
    file: PathBuf,
    /// Only read it from end to end and compare it with what it says of itself
    #[arg(long)]
    check: bool,
    /// The master key that goes with it, where the data folder has none
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// A further list of what was withdrawn since (repeatable); those in the data folder and beside
    /// the backup are read in any case
    #[arg(long, value_name = "FILE")]
    withdrawn: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

/// Runs the command. Prints a line for each table: name, rows, SHA-256.
pub fn run(args: &RestoreArgs, config: &Config) -> Result<Outcome, CliError> {
    let summary = backup::check(&args.file).map_err(failed)?;
    note(&format!(
        "{}: whole; written by Candor {} at {}, {} rows of {} tables.",
        args.file.display(),
        summary.head.version,
        summary.head.made,
        summary.rows,
        summary.tables
    ));
    if args.check {
        return Ok(Outcome::Fine);
    }
    backup::private_folder(&config.data).map_err(|error| CliError::file(&config.data, error))?;
    let taken_back = taken_back(args, config)?;
    place_key(args, &summary, &config.key_file())?;
    let week = IsoWeek::of(SystemClock.now());
    let restored =
        backup::restore(&args.file, &config.database, week, &taken_back).map_err(failed)?;
    // Both follow from the database, and those of another one would be taken for it.
    for folder in [config.index_dir(), config.data.join("corpus")] {
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(CliError::file(&folder, error));
            }
            _ => {}
        }
    }
    withdrawn::add(&config.data.join(withdrawn::NAME), taken_back).map_err(failed)?;
    let storage = Storage::open(&config.database);
    storage
        .and_then(|storage| storage.purge())
        .map_err(|error| failed(error.into()))?;
    print(&restored.tables)?;
    note(&format!(
        "Everything is as it was in the backup. {} reports that were withdrawn since were withdrawn \
         again. The index is built at the next start.",
        restored.withdrawn
    ));
    Ok(Outcome::Fine)
}

/// Prints a line for each table: name, rows, SHA-256.
pub(super) fn print(tables: &[Copied]) -> Result<(), CliError> {
    tables.iter().try_for_each(|copied| {
        let line = format!("{}\t{}\t{}", copied.table, copied.rows, copied.sha256);
        input::print_line(&line)
    })
}

pub(super) fn failed(error: BackupError) -> CliError {
    match error {
        BackupError::Broken { .. }
        | BackupError::Differs { .. }
        | BackupError::Storage(
            StorageError::Occupied | StorageError::Unfinished | StorageError::Newer { .. },
        ) => CliError::refused(error),
        other => CliError::io("this did not work", other),
    }
}

fn taken_back(args: &RestoreArgs, config: &Config) -> Result<BTreeSet<ReportId>, CliError> {
    let beside = args.file.parent().unwrap_or(Path::new(""));
    let mut lists = vec![
        config.data.join(withdrawn::NAME),
        beside.join(withdrawn::NAME),
    ];
    for named in &args.withdrawn {
        if !named.exists() {
            return Err(CliError::file(named, io::ErrorKind::NotFound.into()));
        }
        lists.push(named.clone());
    }
    let mut ids = BTreeSet::new();
    for list in lists {
        ids.extend(withdrawn::read(&list).map_err(failed)?);
    }
    Ok(ids)
}

/// Sees that the key of the data folder is the one that goes with the backup, and puts it there if
/// there is none.
fn place_key(args: &RestoreArgs, summary: &Summary, place: &Path) -> Result<(), CliError> {
    let Some(wanted) = &summary.head.key else {
        return Ok(());
    };
    let load = |path: &Path| {
        MasterKey::load(path).map_err(|error| CliError::io("cannot use the key", error))
    };
    let fits = |key: &MasterKey, from: &Path| {
        if key.fingerprint() == *wanted {
            return Ok(());
        }
        Err(CliError::refused(format!(
            "the key in {} is not the one that goes with this backup; nothing was changed. Put the \
             right one there, or name it with --key and move this one away",
            from.display()
        )))
    };
    if place.exists() {
        return fits(&load(place)?, place);
    }
    let keep = |key: &MasterKey| {
        key.keep(place)
            .map_err(|error| CliError::io("cannot keep the key", error))
    };
    match (&args.key, &summary.key) {
        (Some(file), _) => {
            let key = load(file)?;
            fits(&key, file)?;
            keep(&key)
        }
        (None, Some(key)) => {
            fits(key, &args.file)?;
            keep(key)
        }
        (None, None) => Err(CliError::refused(format!(
            "this backup goes with a key that is not in it; name it with --key, or put it at {}",
            place.display()
        ))),
    }
}

//! The whole registry as a file, and back; and from one database into another. All are one thing:
//! rows that are handed on table by table, counted and hashed on both sides.
//!
//! The master key is no part of it unless it is asked for. What was withdrawn after a backup was
//! made is withdrawn again when it is brought back, from a list that is kept beside database and
//! backups ([`withdrawn`]).

mod copy;
mod file;
mod place;
pub mod withdrawn;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

pub use copy::Copied;
pub use file::{Head, Summary, check};
pub use place::folder as private_folder;

use crate::auth::MasterKey;
use crate::intake::{WithdrawError, withdraw_again};
use crate::report::{Clock, IsoWeek, ReportId};
use crate::storage::{DatabaseUrl, Storage, StorageError, settings, whole};
use copy::Fill;
use file::Writer;
use withdrawn::Withdrawn;

/// Tables whose rows stay where they are: whoever was signed in signs in again.
const LEFT_OUT: [&str; 1] = ["sessions"];

/// The setting in which the database remembers which key it was filled under.
pub const FINGERPRINT: &str = "key-fingerprint";

/// Why something was not kept, brought back or moved.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database did not do what it was asked.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A file could not be read or written.
    #[error("cannot use {}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The file is not whole, or not a backup.
    #[error("{} is not a whole backup: {what}", path.display())]
    Broken {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
    /// What was written is not what was read.
    #[error(
        "the table {table} differs from where it was copied from: stop every Candor that uses \
         either database, and begin again with an empty one"
    )]
    Differs {
        /// The first table that does.
        table: String,
    },
    /// A report could not be withdrawn again.
    #[error("a report that was withdrawn could not be withdrawn again")]
    Withdrawing(#[from] WithdrawError),
}

impl BackupError {
    fn file(path: &Path) -> impl Fn(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File {
            path: path.clone(),
            source,
        }
    }
}

/// A backup that was written and read back.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub file: PathBuf,
    /// What is in it.
    pub summary: Summary,
}

/// Writes everything the database holds at one moment into a new file of a folder, which is made if
/// it is not there. Others may go on reading and writing meanwhile. `key`: to be put into it, too.
pub fn write(
    storage: &Storage,
    clock: &dyn Clock,
    folder: &Path,
    key: Option<&MasterKey>,
) -> Result<Written, BackupError> {
    place::folder(folder).map_err(BackupError::file(folder))?;
    let now = clock.now();
    let file = free(folder, now);
    let schema = storage.schema()?;
    let failed = BackupError::file(&file);
    place::put(&file, |to| {
        storage.read(|tx| {
            let head = Head::new(now, settings::get(tx, FINGERPRINT)?, schema.applied);
            let mut writer = Writer::begin(to, &head).map_err(&failed)?;
            for table in whole::tables(tx)? {
                if LEFT_OUT.contains(&table.name()) {
                    continue;
                }
                writer.table(&table).map_err(&failed)?;
                whole::each_row(tx, &table, |row| writer.row(row).map_err(&failed))?;
                writer.end_of_table().map_err(&failed)?;
            }
            if let Some(key) = key {
                writer.key(key).map_err(&failed)?;
            }
            writer.finish().map_err(&failed)
        })
    })
    .map_err(|error: place::PutError<BackupError>| match error {
        place::PutError::Writing(error) => error,
        place::PutError::File(source) => failed(source),
    })?;
    Withdrawn::new(storage.clone(), folder).keep()?;
    let summary = check(&file)?;
    Ok(Written { file, summary })
}

/// A file that is not there yet: a second backup within a second must not take the place of the
/// first. Names sort by time.
fn free(folder: &Path, now: Timestamp) -> PathBuf {
    let time = now.strftime("%Y-%m-%dT%H%M%SZ").to_string();
    let mut file = folder.join(format!("candor-{time}.backup"));
    let mut number = 1;
    while file.exists() {
        number += 1;
        file = folder.join(format!("candor-{time}-{number}.backup"));
    }
    file
}

/// A registry that was brought back.
#[derive(Debug)]
pub struct Restored {
    /// Its tables.
    pub tables: Vec<Copied>,
    /// Reports that were withdrawn again.
    pub withdrawn: usize,
}

/// Fills an empty database from a backup and compares both. Reports in `taken_back` are withdrawn
/// before anybody can see them. If it is interrupted the same call goes on with it.
pub fn restore(
    file: &Path,
    to: &DatabaseUrl,
    week: IsoWeek,
    taken_back: &BTreeSet<ReportId>,
) -> Result<Restored, BackupError> {
    let summary = check(file)?;
    let mut filled = Fill::begin(to, &summary.sha256, &summary.head.migrations)?;
    file::read(file, |part| filled.take(part))?;
    filled
        .finish(|tx| Ok(withdraw_again(tx, taken_back, week)?))
        .map(|(tables, withdrawn)| Restored { tables, withdrawn })
}

/// Fills an empty database from another one and compares both. If it is interrupted the same call
/// goes on with it. Nothing else may use either database meanwhile.
pub fn migrate(from: &DatabaseUrl, to: &DatabaseUrl) -> Result<Vec<Copied>, BackupError> {
    let storage = Storage::open_as_it_is(from)?;
    let schema = storage.schema()?;
    let fingerprint = storage.read(|tx| settings::get(tx, FINGERPRINT))?;
    let origin = format!("migrate {}", fingerprint.unwrap_or_default());
    let mut filled = Fill::begin(to, &origin, &schema.applied)?;
    storage.read(|tx| {
        for table in whole::tables(tx)? {
            if LEFT_OUT.contains(&table.name()) {
                continue;
            }
            let columns = table.columns().map(str::to_owned).collect();
            filled.take(file::Part::Table(table.name().to_owned(), columns))?;
            whole::each_row(tx, &table, |row| filled.take(file::Part::Row(row)))?;
        }
        Ok::<_, BackupError>(())
    })?;
    Ok(filled.finish(|_| Ok(()))?.0)
}

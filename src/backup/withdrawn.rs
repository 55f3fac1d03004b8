//! The list of what was withdrawn: one id a line, in the order of the ids, beside the database and
//! beside its backups. It outlives an older database that is brought back.

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::BackupError;
use super::place::{self, PutError};
use crate::intake::withdraw_again;
use crate::report::{IsoWeek, ReportId};
use crate::storage::{Storage, pending};

/// The name of the list.
pub const NAME: &str = "withdrawn";

/// The ids of a list; none where there is no list.
pub fn read(path: &Path) -> Result<BTreeSet<ReportId>, BackupError> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeSet::new()),
        text => text.map_err(BackupError::file(path))?,
    };
    text.lines()
        .map(|line| {
            line.parse().map_err(|_| BackupError::Broken {
                path: path.to_owned(),
                what: "a line of the list of withdrawn reports is no id",
            })
        })
        .collect()
}

/// Adds ids to a list. Whatever is on it stays there.
pub fn add(path: &Path, ids: impl IntoIterator<Item = ReportId>) -> Result<(), BackupError> {
    let mut list = read(path)?;
    let before = list.len();
    list.extend(ids);
    if list.len() == before {
        return Ok(());
    }
    place::put(path, |mut file| {
        list.iter().try_for_each(|id| writeln!(file, "{id}"))
    })
    .map_err(
        |(PutError::Writing(source) | PutError::File(source))| BackupError::File {
            path: path.to_owned(),
            source,
        },
    )
}

/// Withdraws again what is on the list of this data folder and not withdrawn in the database: an
/// older database was put there by hand. Answers how many that were.
pub fn catch_up(storage: &Storage, data: &Path, week: IsoWeek) -> Result<usize, BackupError> {
    let mut missed = read(&data.join(NAME))?;
    for known in storage.read(pending::taken_back)? {
        missed.remove(&known);
    }
    if missed.is_empty() {
        return Ok(0);
    }
    let withdrawn = storage.write(|tx| withdraw_again(tx, &missed, week))?;
    if withdrawn > 0 {
        // What it cannot reach now is taken off the disk by the next purge.
        let _ = storage.purge();
    }
    Ok(withdrawn)
}

/// Keeps a list up with a database.
pub struct Withdrawn {
    storage: Storage,
    list: PathBuf,
}

impl Withdrawn {
    /// The list in a registry's data folder.
    pub fn new(storage: Storage, data: &Path) -> Self {
        Self {
            storage,
            list: data.join(NAME),
        }
    }

    /// Adds what the database knows to be withdrawn.
    pub fn keep(&self) -> Result<(), BackupError> {
        add(&self.list, self.storage.read(pending::taken_back)?)
    }
}

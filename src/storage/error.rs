//! What can go wrong with the database, and what to do about it.

use std::fmt;

use diesel::ConnectionError;
use diesel::result::{DatabaseErrorKind, Error as DieselError};

use crate::report::ReportId;

/// What went wrong. `Display` says what to do; no part of it holds contents of a row.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The database is away, or busy for longer than anybody should wait.
    #[error("the database cannot be reached or is too busy; see that it runs, then try again")]
    Unavailable(#[source] Cause),
    /// The disk is full. Nothing of the transaction was kept.
    #[error("the database has run out of disk; make room, then try again")]
    Full(#[source] Cause),
    /// Somebody else was first, or the row is not in the state the caller took it to be in.
    #[error("{0}")]
    Conflict(&'static str),
    /// A newer Candor made or upgraded this database.
    #[error(
        "this database belongs to a newer Candor (it has migration {version}); upgrade Candor, or \
         restore a backup from before the upgrade"
    )]
    Newer {
        /// The newest migration that this Candor does not know.
        version: String,
    },
    /// A copy into this database was begun and not finished: it holds half a registry.
    #[error(
        "a copy into this database was begun and not finished; run the same `candor restore` or \
         `candor migrate` again, or begin with an empty database"
    )]
    Unfinished,
    /// What must be empty holds a registry.
    #[error("this database holds a registry already; choose an empty one")]
    Occupied,
    /// What was read is not what Candor writes there.
    #[error("{place}{} is damaged; restore the latest backup", of(.report.as_ref()))]
    Corrupt {
        /// A table and column, or a part of the database.
        place: &'static str,
        /// Of which public report.
        report: Option<ReportId>,
    },
    /// The text is not the address of a database Candor can use.
    #[error("{0}; write sqlite:PATH or postgres://USER@HOST/NAME")]
    BadUrl(&'static str),
    /// A fault of Candor or of the database.
    #[error(
        "the database refused what Candor asked of it; this is a fault in Candor, please report it"
    )]
    Internal(#[source] Cause),
}

fn of(report: Option<&ReportId>) -> String {
    report.map_or_else(String::new, |id| format!(" of report {id}"))
}

impl StorageError {
    /// A part of the database is not what Candor writes there.
    pub fn corrupt(place: &'static str) -> Self {
        let report = None;
        Self::Corrupt { place, report }
    }

    /// [`StorageError::Conflict`] with these words where a unique constraint objects.
    pub(super) fn unique(error: DieselError, conflict: &'static str) -> Self {
        match error {
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => {
                Self::Conflict(conflict)
            }
            other => other.into(),
        }
    }
}

/// The database's own words, without its details: those may quote a row.
#[derive(Debug)]
pub struct Cause(String);

impl Cause {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Cause {}

impl From<DieselError> for StorageError {
    fn from(error: DieselError) -> Self {
        use DatabaseErrorKind::{
            ClosedConnection, SerializationFailure, UnableToSendCommand, UniqueViolation,
        };
        match error {
            DieselError::DatabaseError(UniqueViolation, _) => {
                Self::Conflict("it exists already; load the page again")
            }
            DieselError::DatabaseError(
                ClosedConnection | SerializationFailure | UnableToSendCommand,
                info,
            ) => Self::Unavailable(Cause::new(info.message())),
            DieselError::DatabaseError(_, info) => by_message(info.message()),
            DieselError::BrokenTransactionManager => {
                Self::Unavailable(Cause::new("the connection broke within a transaction"))
            }
            DieselError::DeserializationError(_) => Self::corrupt("a column"),
            DieselError::NotFound => Self::Internal(Cause::new("a row that must exist is missing")),
            _ => Self::Internal(Cause::new("the query could not be built or run")),
        }
    }
}

impl From<ConnectionError> for StorageError {
    fn from(error: ConnectionError) -> Self {
        match error {
            ConnectionError::BadConnection(message) => match by_message(&message) {
                Self::Internal(cause) => Self::Unavailable(cause),
                other => other,
            },
            ConnectionError::CouldntSetupConfiguration(error) => error.into(),
            _ => Self::Unavailable(Cause::new("the connection could not be opened")),
        }
    }
}

/// Diesel does not hand on the databases' error codes, so their fixed words have to do.
fn by_message(message: &str) -> StorageError {
    const FULL: [&str; 2] = ["disk is full", "No space left on device"];
    const BUSY: [&str; 8] = [
        "is locked",
        "unable to open database",
        "disk I/O error",
        "readonly database",
        "statement timeout",
        "lock timeout",
        "terminating connection",
        "server closed the connection",
    ];
    const DAMAGED: [&str; 2] = ["is malformed", "file is not a database"];
    let says = |words: &[&str]| words.iter().any(|w| message.contains(w));
    if says(&FULL) {
        StorageError::Full(Cause::new(message))
    } else if says(&BUSY) {
        StorageError::Unavailable(Cause::new(message))
    } else if says(&DAMAGED) {
        StorageError::corrupt("the database file")
    } else {
        StorageError::Internal(Cause::new(message))
    }
}

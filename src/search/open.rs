//! Opening an index on disk, and telling a usable one from one that must be built again.

use std::io::{self, ErrorKind};
use std::path::Path;

use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError};
use tantivy::{Index, IndexReader, ReloadPolicy, TantivyError};

use super::folder::{clear, in_folder};
use super::schema::Fields;
use super::snapshot::Snapshot;
use super::words::register;
use super::writer::applied_of;
use super::{RebuildReason, SearchError};

/// An index that can be searched.
pub(super) struct Ready {
    pub(super) index: Index,
    pub(super) fields: Fields,
    pub(super) reader: IndexReader,
    pub(super) snapshot: Snapshot,
    /// Last outbox number applied.
    pub(super) applied: i64,
}

impl Ready {
    fn over(index: Index, applied: i64) -> Result<Self, TantivyError> {
        register(index.tokenizers());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual);
        let reader: IndexReader = reader.try_into()?;
        let snapshot = Snapshot::take(&reader, None)?;
        Ok(Self {
            index,
            fields: Fields::build().1,
            reader,
            snapshot,
            applied,
        })
    }
}

/// How thoroughly to look for damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    /// Read every file and compare its checksum.
    EveryFile,
    /// Only what opening meets.
    WhatIsMet,
}

/// The index in a folder, or why it must be built again. Only the disk itself is an error.
pub(super) fn find(
    folder: &Path,
    check: Check,
) -> Result<Result<Ready, RebuildReason>, SearchError> {
    try_open(folder, check)
        .or_else(|error| reason_of(&error).map(Err))
        .map_err(in_folder(folder))
}

/// An empty index in a folder, in place of what was there.
pub(super) fn create(folder: &Path) -> Result<Ready, SearchError> {
    clear(folder)?;
    let made = Index::create_in_dir(folder, Fields::build().0);
    Ok(made.and_then(|index| Ready::over(index, 0))?)
}

/// An empty index in memory.
pub(super) fn create_in_memory() -> Result<Ready, SearchError> {
    let index = Index::create_in_ram(Fields::build().0);
    Ok(Ready::over(index, 0)?)
}

fn try_open(folder: &Path, check: Check) -> Result<Result<Ready, RebuildReason>, TantivyError> {
    let index = Index::open_in_dir(folder)?;
    // An index without a payload was made and never filled.
    let Some(payload) = index.load_metas()?.payload else {
        return Ok(Err(RebuildReason::Missing));
    };
    let Some(applied) = applied_of(&payload, &index.schema()) else {
        return Ok(Err(RebuildReason::OtherVersion));
    };
    if check == Check::EveryFile && !index.validate_checksum()?.is_empty() {
        return Ok(Err(RebuildReason::Corrupt));
    }
    Ready::over(index, applied).map(Ok)
}

/// Why an index could not be opened, unless the disk or its permissions are to blame.
fn reason_of(error: &TantivyError) -> Result<RebuildReason, io::Error> {
    let copied = |error: &io::Error| io::Error::new(error.kind(), error.to_string());
    let of_disk = match error {
        TantivyError::OpenReadError(OpenReadError::FileDoesNotExist(path)) => {
            return Ok(if path.ends_with("meta.json") {
                RebuildReason::Missing
            } else {
                RebuildReason::Corrupt
            });
        }
        TantivyError::OpenDirectoryError(OpenDirectoryError::DoesNotExist(_)) => {
            return Ok(RebuildReason::Missing);
        }
        TantivyError::IncompatibleIndex(_)
        | TantivyError::OpenReadError(OpenReadError::IncompatibleIndex(_)) => {
            return Ok(RebuildReason::OtherVersion);
        }
        TantivyError::OpenDirectoryError(OpenDirectoryError::NotADirectory(_)) => {
            return Err(ErrorKind::NotADirectory.into());
        }
        TantivyError::OpenDirectoryError(OpenDirectoryError::IoError { io_error, .. })
        | TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. })
        | TantivyError::LockFailure(LockError::IoError(io_error), _)
        | TantivyError::IoError(io_error) => copied(io_error),
        _ => return Ok(RebuildReason::Corrupt),
    };
    match of_disk.kind() {
        ErrorKind::PermissionDenied | ErrorKind::StorageFull | ErrorKind::ReadOnlyFilesystem => {
            Err(of_disk)
        }
        _ => Ok(RebuildReason::Corrupt),
    }
}

//! The folder of an index on disk: who may write to it, and clearing it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::SearchError;

/// Held by the one process that may write; the system lets go of it when the process ends.
const LOCK: &str = "candor.lock";

/// The right to write to a folder, until dropped.
#[derive(Debug)]
pub(super) struct Held {
    _file: File,
}

/// Makes the folder where it is missing and takes the right to write to it.
pub(super) fn hold(folder: &Path) -> Result<Held, SearchError> {
    fs::create_dir_all(folder).map_err(in_folder(folder))?;
    let file = File::create(folder.join(LOCK)).map_err(in_folder(folder))?;
    match file.try_lock() {
        Ok(()) => Ok(Held { _file: file }),
        Err(TryLockError::WouldBlock) => Err(SearchError::Locked(folder.to_owned())),
        Err(TryLockError::Error(error)) => Err(in_folder(folder)(error)),
    }
}

/// Removes the files of an old index; what else lies in the folder stays.
pub(super) fn clear(folder: &Path) -> Result<(), SearchError> {
    for entry in fs::read_dir(folder).map_err(in_folder(folder))? {
        let path = entry.map_err(in_folder(folder))?.path();
        if path.is_file() && belongs_to_index(&path) {
            fs::remove_file(&path).map_err(in_folder(folder))?;
        }
    }
    Ok(())
}

/// tantivy's own names: its lists, its locks, and segments named by 32 hexadecimal digits.
fn belongs_to_index(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.unwrap_or_default();
    let segment = name.split('.').next().unwrap_or_default();
    matches!(name, "meta.json" | ".managed.json")
        || name.starts_with(".tantivy-")
        || (segment.len() == 32 && segment.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Says which folder an error is about.
pub(super) fn in_folder(folder: &Path) -> impl Fn(io::Error) -> SearchError {
    let folder: PathBuf = folder.to_owned();
    move |source| SearchError::Io {
        folder: folder.clone(),
        source,
    }
}

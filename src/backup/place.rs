//! Files that are there whole or not at all, for their owner only.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

/// Why a file was not put in its place.
#[derive(Debug)]
pub(super) enum PutError<E> {
    /// Its contents could not be made.
    Writing(E),
    /// The file could not be made.
    File(io::Error),
}

/// Makes a folder for its owner only, unless it is there.
pub fn folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Puts a file in its place once `write` has filled it and it is on the disk.
pub(super) fn put<E>(
    path: &Path,
    write: impl FnOnce(&File) -> Result<(), E>,
) -> Result<(), PutError<E>> {
    let mut draft = path.as_os_str().to_owned();
    draft.push(".part");
    let draft = Path::new(&draft);
    let result = fresh(draft)
        .map_err(PutError::File)
        .and_then(|file| {
            write(&file).map_err(PutError::Writing)?;
            file.sync_all().map_err(PutError::File)
        })
        .and_then(|()| fs::rename(draft, path).map_err(PutError::File));
    if result.is_err() {
        // What is left of it says so by its name, and the next try takes its place.
        let _ = fs::remove_file(draft);
    }
    result?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = File::open(folder).map_err(PutError::File)?;
    folder.sync_all().map_err(PutError::File)
}

fn fresh(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

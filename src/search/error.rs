//! What can go wrong in the index, and what to do about it.

use std::io;
use std::path::PathBuf;

use tantivy::TantivyError;

use super::CursorError;

/// A search or an update that did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Another process writes to the same folder.
    #[error(
        "the search index in {} is in use by another Candor process; stop that one first, or open the index for reading only",
        .0.display()
    )]
    Locked(PathBuf),
    /// Reading only, and there is no usable index.
    #[error("there is no usable search index in {}: {reason}; `candor reindex` builds one", folder.display())]
    Unusable {
        /// Where it was looked for.
        folder: PathBuf,
        /// Why it cannot be used.
        reason: RebuildReason,
    },
    /// The index was opened for reading only.
    #[error("the search index was opened for reading only")]
    ReadOnly,
    /// The page marker does not belong to this search.
    #[error(transparent)]
    Cursor(#[from] CursorError),
    /// The disk or its permissions.
    #[error("cannot use the search index in {}; check that the disk has space and that Candor may write there", folder.display())]
    Io {
        /// The index folder.
        folder: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The search engine failed.
    #[error("the search engine failed; `candor reindex` builds the index anew")]
    Engine(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<TantivyError> for SearchError {
    fn from(error: TantivyError) -> Self {
        Self::Engine(Box::new(error))
    }
}

/// Why an index must be built again from the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RebuildReason {
    /// There was none, or it was never filled.
    #[error("it was never built")]
    Missing,
    /// Another version of Candor wrote it.
    #[error("another version of Candor built it")]
    OtherVersion,
    /// Its files are damaged.
    #[error("its files are damaged")]
    Corrupt,
}

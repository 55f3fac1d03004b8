//! Work that nobody waits for: keeping the index up with the database, compiling digests,
//! making the files that hold the whole corpus.
//! Every job may be run at any time and twice.

mod corpus;
mod digest;
mod index;
mod retention;

pub use crate::storage::corpus::{TABLES as CORPUS_TABLES, Table as CorpusTable};
pub use corpus::{Corpus, CorpusError, Download, Manifest};
pub use digest::DigestError;
pub(crate) use digest::forget;
pub use index::{IndexError, Indexer};
pub use retention::{Forgotten, RetentionError, Rule, rules as retention_rules};

use std::sync::Arc;

use crate::report::Clock;
use crate::storage::{Storage, StorageError};

/// The use cases of the machine itself.
pub struct Jobs {
    storage: Storage,
    clock: Arc<dyn Clock>,
}

impl Jobs {
    /// Wires the jobs.
    pub fn new(storage: Storage, clock: Arc<dyn Clock>) -> Self {
        Self { storage, clock }
    }

    /// Takes off the disk what was withdrawn or shredded.
    pub fn purge(&self) -> Result<(), StorageError> {
        self.storage.purge()
    }
}

//! Work that nobody waits for: keeping the index up with the database, compiling digests,
//! making the files that hold the whole corpus.
//! Every job may be run at any time and twice.

mod anew;
mod codes;
mod corpus;
mod digest;
mod digest_files;
mod guide;
mod index;
mod retention;

pub use crate::storage::corpus::{TABLES as CORPUS_TABLES, Table as CorpusTable};
pub(crate) use anew::{forget, forget_told};
pub(crate) use codes::Codes;
pub use codes::Watch;
pub use corpus::{Corpus, CorpusError, Download, Manifest};
pub use digest::DigestError;
pub(crate) use digest::{compile, over, put};
pub use digest_files::{DigestFile, FilesError, Unproven, prove};
pub(crate) use guide::{compile_guide, next_guide};
pub use index::{IndexError, Indexer};
pub use retention::{Forgotten, RetentionError, Rule, rules as retention_rules};

use std::sync::{Arc, Mutex};

use crate::auth::{PublicKey, SigningKey};
use crate::export::Site;
use crate::report::Clock;
use crate::storage::{Storage, StorageError};

/// The use cases of the machine itself.
pub struct Jobs {
    storage: Storage,
    clock: Arc<dyn Clock>,
    signing: SigningKey,
    address: Option<Site>,
    /// Setting pages takes a while; one thread at a time does it.
    setting: Mutex<()>,
}

impl Jobs {
    /// Wires the jobs. `address`: where readers reach the registry, if that is set.
    pub fn new(
        storage: Storage,
        clock: Arc<dyn Clock>,
        signing: SigningKey,
        address: Option<Site>,
    ) -> Self {
        Self {
            storage,
            clock,
            signing,
            address,
            setting: Mutex::default(),
        }
    }

    /// The key that checks what the registry issues.
    pub fn public_key(&self) -> PublicKey {
        self.signing.public()
    }

    /// Takes off the disk what was withdrawn since the last look.
    pub fn purge_asked(&self) -> Result<(), StorageError> {
        self.storage.purge_if_asked()
    }

    /// Takes off the disk what was withdrawn or shredded.
    pub fn purge(&self) -> Result<(), StorageError> {
        self.storage.purge()
    }
}

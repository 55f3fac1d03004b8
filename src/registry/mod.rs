//! The public side: reports, search, technologies, patterns, digests, read only.
//!
//! The index only finds; every report shown is read again from the public rows, so that a
//! withdrawn one cannot be shown from an index that has not caught up.

mod alerts;
mod alike;
mod counted;
mod crowd;
mod follow;
mod guide;
mod latest;
mod names;
mod overview;
mod own_digest;
mod reports;
mod retold;
mod search;
mod sets;
mod stack;
mod survey;

use std::sync::{Arc, Mutex, RwLock};

pub use alerts::FoundAlert;
pub use alike::Company;
pub use counted::Counted;
pub use crowd::Shared;
pub use guide::{Guide, GuideCard};
pub use names::TaxonomyNames;
pub use overview::{CountOf, Overview};
pub use own_digest::Turn;
pub use reports::{Alike, Found};
pub use search::{SearchPage, SearchRequest, ShownHit};
pub use sets::FoundSet;

use crate::search::{SearchError, SearchIndex};
use crate::storage::{Storage, StorageError, outbox};

/// The use cases of a reader.
pub struct Registry {
    storage: Storage,
    index: Arc<SearchIndex>,
    survey: RwLock<Option<survey::Survey>>,
    findings: Mutex<survey::Findings>,
    retold: Mutex<retold::Retold>,
    turns: own_digest::Turns,
}

/// Why something could not be read.
#[derive(Debug, thiserror::Error)]
pub enum RegistryError {
    /// The database could not be reached.
    #[error("the registry cannot be read")]
    Storage(#[from] StorageError),
    /// The index could not be searched.
    #[error("the index cannot be searched")]
    Search(#[from] SearchError),
    /// As much is being made for others as the machine should make at once.
    #[error("too many digests are being made at once")]
    Busy,
    /// It named something that was changed or is no longer public.
    #[error("it is being made anew")]
    Anew,
}

impl Registry {
    /// Wires the use cases.
    pub fn new(storage: Storage, index: Arc<SearchIndex>) -> Self {
        Self {
            storage,
            index,
            survey: RwLock::default(),
            findings: Mutex::default(),
            retold: Mutex::default(),
            turns: own_digest::Turns::default(),
        }
    }

    /// Whether the database answers and the index has caught up with it.
    pub fn ready(&self) -> Result<bool, RegistryError> {
        self.storage.check()?;
        let head = self.storage.read(outbox::head)?;
        Ok(self.index.applied() >= head)
    }
}

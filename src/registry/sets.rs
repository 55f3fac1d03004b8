//! Sets of reports on a theme.

use super::{Registry, RegistryError};
use crate::anonymise::RedactedText;
use crate::report::{PublicReport, SetId};
use crate::storage::sets::{self, Kept};
use crate::storage::{StorageError, published};

/// A public set with its reports.
pub struct FoundSet {
    /// The set.
    pub set: Kept,
    /// Its reports, in order; those that were withdrawn are left out.
    pub reports: Vec<PublicReport<RedactedText>>,
}

impl Registry {
    /// Public sets, by title.
    pub fn sets(&self) -> Result<Vec<Kept>, RegistryError> {
        Ok(self.storage.read(|tx| sets::list(tx, false))?)
    }

    /// A public set; `None` where there is none.
    pub fn set(&self, id: SetId) -> Result<Option<FoundSet>, RegistryError> {
        Ok(self.storage.read(|tx| {
            let Some(set) = sets::get(tx, id)?.filter(|set| set.public) else {
                return Ok(None);
            };
            let reports = published::many(tx, &set.reports)?;
            Ok::<_, StorageError>(Some(FoundSet { set, reports }))
        })?)
    }
}

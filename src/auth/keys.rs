//! The keys of a registry, together.

use std::path::Path;

use super::{KeyError, MasterKey, Sealer};

/// The master key and what is made from it once.
#[derive(Debug)]
pub struct Keys {
    master: MasterKey,
    sealer: Sealer,
}

impl Keys {
    /// Reads the master key from its file, or makes it: see [`MasterKey::load_or_create`].
    pub fn load_or_create(path: &Path) -> Result<Self, KeyError> {
        let master = MasterKey::load_or_create(path)?;
        let sealer = Sealer::new(&master);
        Ok(Self { master, sealer })
    }

    /// For receipts and nonces.
    pub fn master(&self) -> &MasterKey {
        &self.master
    }

    /// For the texts of pending reports.
    pub fn sealer(&self) -> &Sealer {
        &self.sealer
    }
}

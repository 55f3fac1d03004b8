//! Reports that are counted and have no page.

use std::collections::BTreeMap;

use super::{CountOf, Registry, RegistryError};
use crate::storage::counted;

/// Reports without a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// How many there are.
    pub total: usize,
    /// How many carry each failure mode, most first.
    pub modes: Vec<CountOf>,
}

impl Registry {
    /// Reports that are counted and have no page.
    pub fn counted(&self) -> Result<Counted, RegistryError> {
        let all = self.storage.read(counted::all)?;
        let mut modes = BTreeMap::new();
        for mode in all.iter().flat_map(|(_, codes)| &codes.failure_modes) {
            *modes.entry(mode.code.clone()).or_insert(0) += 1;
        }
        let mut modes: Vec<CountOf> = modes
            .into_iter()
            .map(|(slug, count)| CountOf { slug, count })
            .collect();
        modes.sort_by_key(|of| std::cmp::Reverse(of.count));
        Ok(Counted {
            total: all.len(),
            modes,
        })
    }
}

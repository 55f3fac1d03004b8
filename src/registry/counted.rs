//! Reports that are counted and have no page.

use std::collections::{BTreeMap, BTreeSet};

use super::{CountOf, Registry, RegistryError};
use crate::patterns::{MINIMUM, sure};
use crate::storage::counted;

/// Reports without a page, [`MINIMUM`] of them or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How many there are.
    pub total: usize,
    /// How many carry each failure mode, most first; none that fewer than [`MINIMUM`] carry.
    pub modes: Vec<CountOf>,
}

impl Registry {
    /// Reports that are counted and have no page; `None` while they are too few to speak of.
    pub fn counted(&self) -> Result<Option<Counted>, RegistryError> {
        let all = self.storage.read(counted::all)?;
        if all.len() < MINIMUM {
            return Ok(None);
        }
        let mut modes = BTreeMap::new();
        for (_, codes) in &all {
            let modes_of_one: BTreeSet<_> = sure(&codes.failure_modes).collect();
            for mode in modes_of_one {
                *modes.entry(mode.clone()).or_insert(0) += 1;
            }
        }
        let mut modes: Vec<CountOf> = modes
            .into_iter()
            .filter(|(_, count)| *count >= MINIMUM)
            .map(|(slug, count)| CountOf { slug, count })
            .collect();
        modes.sort_by_key(|of| std::cmp::Reverse(of.count));
        Ok(Some(Counted {
            total: all.len(),
            modes,
        }))
    }
}

//! At most so many at once: hashing a password takes 64 MiB and a core for a while.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Lets in at most a given number at a time.
#[derive(Debug)]
pub(super) struct Gate {
    free: Mutex<usize>,
    left: Condvar,
}

impl Gate {
    /// For `places` at once.
    pub(super) fn new(places: usize) -> Self {
        Self {
            free: Mutex::new(places),
            left: Condvar::new(),
        }
    }

    /// Waits for a place, but not longer than `patience`. Blocks the thread.
    pub(super) fn enter(&self, patience: Duration) -> Result<Pass<'_>, Busy> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut free, _) = self
            .left
            .wait_timeout_while(free, patience, |free| *free == 0)
            .unwrap_or_else(PoisonError::into_inner);
        *free = free.checked_sub(1).ok_or(Busy)?;
        Ok(Pass(self))
    }
}

/// A place taken, given back when dropped.
#[derive(Debug)]
pub(super) struct Pass<'a>(&'a Gate);

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.left.notify_one();
    }
}

/// Too many at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many people are signing in; try again in a moment")]
pub struct Busy;

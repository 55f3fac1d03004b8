//! Follows the outbox: what was published goes into the index, what was withdrawn leaves it.

use std::sync::{Arc, Mutex, PoisonError};

use crate::report::ReportId;
use crate::search::{Change, SearchError, SearchIndex};
use crate::storage::outbox::{self, Op};
use crate::storage::{Storage, StorageError, published};

/// Changes applied in one commit.
const BATCH: u32 = 500;

/// Keeps one index up with the database.
pub struct Indexer {
    storage: Storage,
    index: Arc<SearchIndex>,
    at_work: Mutex<AtWork>,
}

/// What whoever works on the index knows of its files.
#[derive(Default)]
struct AtWork {
    /// Whether nothing removed or replaced is left in them. At first that is not known: whoever
    /// removed something may have come no further.
    clean: bool,
}

/// Why the index could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The database could not be read.
    #[error("the index could not be brought up to date: the registry cannot be read")]
    Storage(#[from] StorageError),
    /// The index could not be written.
    #[error("the index could not be brought up to date")]
    Search(#[from] SearchError),
}

impl Indexer {
    /// Wires the job.
    pub fn new(storage: Storage, index: Arc<SearchIndex>) -> Self {
        Self {
            storage,
            index,
            at_work: Mutex::default(),
        }
    }

    /// Applies what the outbox holds beyond the index; returns how many entries that were.
    /// A withdrawal also clears the disk of what the index still held.
    pub fn catch_up(&self) -> Result<usize, IndexError> {
        let mut at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        let mut applied = 0;
        if self.index.applied() > self.storage.read(outbox::head)? {
            // The database is an older one, restored: what the index knows beyond it never was.
            self.refill()?;
            at_work.clean = false;
        }
        loop {
            let entries = self
                .storage
                .read(|tx| outbox::after(tx, self.index.applied(), BATCH))?;
            let Some(last) = entries.last().map(|entry| entry.seq) else {
                break;
            };
            let touched: Vec<ReportId> = entries.iter().map(|entry| entry.report).collect();
            let rows = self.storage.read(|tx| published::many(tx, &touched))?;
            let changes = entries
                .iter()
                .map(
                    |entry| match rows.iter().find(|row| row.id == entry.report) {
                        Some(row) if entry.op == Op::Upsert => {
                            Change::Upsert(Box::new(row.clone()))
                        }
                        _ => Change::Remove(entry.report),
                    },
                )
                .collect::<Vec<_>>();
            let amended = rows.iter().any(|row| row.revision > 0);
            if amended || entries.iter().any(|entry| entry.op == Op::Remove) {
                at_work.clean = false;
            }
            self.index.apply(changes, last)?;
            applied += entries.len();
        }
        if !at_work.clean {
            self.index.purge()?;
            at_work.clean = true;
        }
        Ok(applied)
    }

    /// Fills the index anew from every public row; searches see the old one until it is done.
    pub fn rebuild(&self) -> Result<u64, IndexError> {
        let _alone = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        self.refill()
    }

    fn refill(&self) -> Result<u64, IndexError> {
        self.storage.read(|tx| {
            let head = outbox::head(tx)?;
            let mut page = Vec::new().into_iter();
            let mut after = Some(None);
            let reports = std::iter::from_fn(|| {
                loop {
                    if let Some(report) = page.next() {
                        return Some(Ok(report));
                    }
                    match published::all(tx, after?, BATCH) {
                        Ok(rows) => {
                            let full = rows.len() == BATCH as usize;
                            after = full.then(|| rows.last().map(|report| report.id));
                            page = rows.into_iter();
                            if page.len() == 0 {
                                return None;
                            }
                        }
                        Err(error) => return Some(Err(IndexError::from(error))),
                    }
                }
            });
            self.index.rebuild(reports, head)
        })
    }
}

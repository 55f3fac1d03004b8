//! The index as the rest of Candor uses it.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use tantivy::IndexReader;

use crate::anonymise::RedactedText;
use crate::report::{PublicReport, ReportId, Slug};

use super::answer::answer;
use super::folder::{self, Held};
use super::open::{self, Check, Ready};
use super::schema::Fields;
use super::similar::similar;
use super::snapshot::Snapshot;
use super::stack::with_any;
use super::writer::Writer;
use super::{Names, PageRequest, Query, RebuildReason, Results, SearchError};

/// A change to the index.
#[derive(Clone, Debug)]
pub enum Change {
    /// A report was published or amended.
    Upsert(Box<PublicReport<RedactedText>>),
    /// A report is no longer public.
    Remove(ReportId),
}

/// An index opened for writing.
pub struct Opened {
    /// The index.
    pub index: SearchIndex,
    /// Whether it can be used as it is.
    pub state: State,
}

/// Whether an index can be used as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It holds every change up to an outbox number.
    Current {
        /// Last outbox number applied.
        applied: i64,
    },
    /// It is empty and waits for [`SearchIndex::rebuild`].
    NeedsRebuild(RebuildReason),
}

/// The full-text index. Searches run on the last commit and never wait for changes.
///
/// Everything here works on the caller's thread: milliseconds for a search, up to minutes for a
/// rebuild or a purge.
pub struct SearchIndex {
    fields: Fields,
    reader: IndexReader,
    snapshot: RwLock<Arc<Snapshot>>,
    applied: AtomicI64,
    /// `None` if opened for reading only.
    writer: Option<Mutex<Writer>>,
    /// Let go after the writer, fields being dropped in order.
    _held: Option<Held>,
}

impl SearchIndex {
    /// Opens the index in a folder for reading and writing; one process at a time may.
    ///
    /// A missing, damaged or foreign index is no error: its files are removed, and the answer is
    /// an empty index that [waits to be rebuilt](State::NeedsRebuild). Reads every file once.
    pub fn open(folder: &Path) -> Result<Opened, SearchError> {
        let held = folder::hold(folder)?;
        let (ready, state) = match open::find(folder, Check::EveryFile)? {
            Ok(ready) => {
                let applied = ready.applied;
                (ready, State::Current { applied })
            }
            Err(reason) => (open::create(folder)?, State::NeedsRebuild(reason)),
        };
        let index = Self::writing(ready, Some(held));
        Ok(Opened { index, state })
    }

    /// Opens the index in a folder for reading only, beside a process that may be writing to it,
    /// and stays at the commit it found.
    pub fn open_read_only(folder: &Path) -> Result<Self, SearchError> {
        match open::find(folder, Check::WhatIsMet)? {
            Ok(ready) => Ok(Self::over(ready, None, None)),
            Err(reason) => Err(SearchError::Unusable {
                folder: folder.to_owned(),
                reason,
            }),
        }
    }

    /// An empty index in memory.
    pub fn in_memory() -> Result<Self, SearchError> {
        Ok(Self::writing(open::create_in_memory()?, None))
    }

    fn writing(ready: Ready, held: Option<Held>) -> Self {
        let writer = Writer::new(ready.index.clone(), ready.fields);
        Self::over(ready, Some(Mutex::new(writer)), held)
    }

    fn over(ready: Ready, writer: Option<Mutex<Writer>>, held: Option<Held>) -> Self {
        Self {
            fields: ready.fields,
            reader: ready.reader,
            snapshot: RwLock::new(Arc::new(ready.snapshot)),
            applied: AtomicI64::new(ready.applied),
            writer,
            _held: held,
        }
    }

    /// Makes changes in one durable commit that remembers the last outbox number they came from.
    /// Afterwards searches see them. Applying the same changes again does no harm.
    pub fn apply(&self, changes: Vec<Change>, applied: i64) -> Result<(), SearchError> {
        let mut writer = self.writer()?;
        writer.change(applied, |batch| {
            for change in changes {
                match change {
                    Change::Upsert(report) => batch.upsert(&report)?,
                    Change::Remove(id) => batch.remove(id),
                }
            }
            Ok::<_, SearchError>(())
        })?;
        self.committed(applied)
    }

    /// Replaces the whole content in one commit; until then searches see the old one. If `reports`
    /// fails, nothing changes. Answers how many reports there were.
    pub fn rebuild<E: From<SearchError>>(
        &self,
        reports: impl IntoIterator<Item = Result<PublicReport<RedactedText>, E>>,
        applied: i64,
    ) -> Result<u64, E> {
        let mut count = 0;
        let mut writer = self.writer()?;
        writer.replace(applied, |batch| {
            for report in reports {
                batch.add(&report?)?;
                count += 1;
            }
            Ok::<_, E>(())
        })?;
        self.committed(applied)?;
        Ok(count)
    }

    /// Last outbox number applied.
    pub fn applied(&self) -> i64 {
        self.applied.load(Ordering::Acquire)
    }

    /// Rewrites what still holds the text of removed or replaced reports, so that it leaves the
    /// disk. Until then it is out of all results and still in the files.
    pub fn purge(&self) -> Result<(), SearchError> {
        let mut writer = self.writer()?;
        writer.purge()?;
        self.refresh()
    }

    /// One page of the reports that match a query.
    pub fn search(
        &self,
        query: &Query,
        page: &PageRequest,
        names: &dyn Names,
    ) -> Result<Results, SearchError> {
        answer(&self.snapshot(), &self.fields, query, page, names)
    }

    /// Other reports like this one, which need not be in the index, the most alike first, each with
    /// the technologies and failure modes they share.
    pub fn similar(
        &self,
        report: &PublicReport<RedactedText>,
        limit: usize,
    ) -> Result<Vec<(ReportId, Vec<String>)>, SearchError> {
        similar(&self.snapshot(), &self.fields, report, limit)
    }

    /// How many reports name any of these technologies, and those in which the weights of what they
    /// name add up highest, at most `limit`.
    pub fn with_any(
        &self,
        technologies: &[(Slug, f32)],
        limit: usize,
    ) -> Result<(usize, Vec<ReportId>), SearchError> {
        with_any(&self.snapshot(), &self.fields, technologies, limit)
    }

    /// Reports in the index.
    pub fn count(&self) -> u64 {
        self.snapshot().searcher.num_docs()
    }

    /// Lets searches see what was committed; called with the writer held.
    fn committed(&self, applied: i64) -> Result<(), SearchError> {
        self.refresh()?;
        self.applied.store(applied, Ordering::Release);
        Ok(())
    }

    fn writer(&self) -> Result<MutexGuard<'_, Writer>, SearchError> {
        let writer = self.writer.as_ref().ok_or(SearchError::ReadOnly)?;
        // A writer that panicked begins anew at the last commit, as after any failure.
        Ok(writer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        let current = self.snapshot.read();
        Arc::clone(&current.unwrap_or_else(PoisonError::into_inner))
    }

    /// Lets searches see the last commit. The lock is held for the exchange alone.
    fn refresh(&self) -> Result<(), SearchError> {
        let taken = Arc::new(Snapshot::take(&self.reader, Some(&self.snapshot()))?);
        let current = self.snapshot.write();
        *current.unwrap_or_else(PoisonError::into_inner) = taken;
        Ok(())
    }
}

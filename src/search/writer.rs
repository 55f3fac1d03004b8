//! Changing the index: one commit a batch, and merging so that removed text leaves the disk.

use std::num::NonZero;
use std::thread::available_parallelism;

use tantivy::indexer::{LogMergePolicy, NoMergePolicy};
use tantivy::query::AllQuery;
use tantivy::schema::Schema;
use tantivy::{Index, IndexWriter, TantivyError, Term};

use crate::anonymise::RedactedText;
use crate::report::{PublicReport, ReportId};

use super::SearchError;
use super::document::document;
use super::schema::{Fields, SEARCH_SCHEMA_VERSION};

/// Bytes a thread holds in memory before it writes a segment.
const MEMORY: usize = 64 * 1024 * 1024;
/// Threads that build an index from the start; more would only make more segments.
const MOST_THREADS: usize = 4;
/// Share of deleted documents at which a segment is rewritten without being asked.
const DELETED_SHARE: f32 = 0.1;

/// The one writer of an index. After a failure it begins anew at the last commit.
pub(super) struct Writer {
    index: Index,
    fields: Fields,
    running: Option<IndexWriter>,
}

impl Writer {
    pub(super) fn new(index: Index, fields: Fields) -> Self {
        Self {
            index,
            fields,
            running: None,
        }
    }

    /// Replaces everything with the reports that `fill` adds, on all processors.
    pub(super) fn replace<E: From<SearchError>>(
        &mut self,
        applied: i64,
        fill: impl FnOnce(&mut Batch<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.running = None;
        let threads = available_parallelism().map_or(1, NonZero::get);
        self.running = Some(self.start(threads.min(MOST_THREADS))?);
        self.change(applied, |batch| {
            batch
                .writer
                .delete_query(Box::new(AllQuery))
                .map_err(SearchError::from)?;
            fill(batch)
        })?;
        self.running = None;
        Ok(())
    }

    /// Runs changes and commits them; none of them is kept if one fails.
    pub(super) fn change<E: From<SearchError>>(
        &mut self,
        applied: i64,
        changes: impl FnOnce(&mut Batch<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut writer = match self.running.take() {
            Some(writer) => writer,
            None => self.start(1)?,
        };
        // Dropped on failure, the writer forgets what it did not commit.
        changes(&mut Batch {
            writer: &mut writer,
            fields: &self.fields,
        })?;
        commit(&mut writer, applied)?;
        self.running = Some(writer);
        Ok(())
    }

    /// Rewrites every segment that still holds removed documents and removes the old files.
    pub(super) fn purge(&mut self) -> Result<(), SearchError> {
        if let Some(writer) = self.running.take() {
            writer.wait_merging_threads()?;
        }
        let mut writer = self.start(1)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        for segment in self.index.searchable_segment_metas()? {
            if segment.has_deletes() {
                writer.merge(&[segment.id()]).wait()?;
            }
        }
        let collected = writer.garbage_collect_files().wait()?;
        if let Some(file) = collected.failed_to_delete_files.first() {
            let message = format!("{} could not be removed", file.display());
            return Err(TantivyError::SystemError(message).into());
        }
        Ok(())
    }

    fn start(&self, threads: usize) -> Result<IndexWriter, SearchError> {
        let memory = MEMORY * threads;
        let writer = self.index.writer_with_num_threads(threads, memory)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(DELETED_SHARE);
        writer.set_merge_policy(Box::new(policy));
        Ok(writer)
    }
}

/// Changes that will be one commit.
pub(super) struct Batch<'a> {
    writer: &'a mut IndexWriter,
    fields: &'a Fields,
}

impl Batch<'_> {
    pub(super) fn remove(&mut self, id: ReportId) {
        let term = Term::from_field_text(self.fields.id, &id.to_string());
        self.writer.delete_term(term);
    }

    /// Adds a report in place of what was there under its id.
    pub(super) fn upsert(
        &mut self,
        report: &PublicReport<RedactedText>,
    ) -> Result<(), SearchError> {
        self.remove(report.id);
        self.add(report)
    }

    /// Adds a report that is not there: without a look for it in every segment.
    pub(super) fn add(&mut self, report: &PublicReport<RedactedText>) -> Result<(), SearchError> {
        self.writer.add_document(document(self.fields, report))?;
        Ok(())
    }
}

fn commit(writer: &mut IndexWriter, applied: i64) -> Result<(), SearchError> {
    let mut commit = writer.prepare_commit()?;
    commit.set_payload(&payload(applied));
    commit.commit()?;
    Ok(())
}

/// What a commit says of itself: version of the index and last outbox number applied.
fn payload(applied: i64) -> String {
    format!("{SEARCH_SCHEMA_VERSION}:{applied}")
}

/// The last outbox number of an index of this version; `None` for another version.
pub(super) fn applied_of(payload: &str, schema: &Schema) -> Option<i64> {
    let (version, applied) = payload.split_once(':')?;
    let same = version == SEARCH_SCHEMA_VERSION.to_string() && *schema == Fields::build().0;
    applied.parse().ok().filter(|_| same)
}

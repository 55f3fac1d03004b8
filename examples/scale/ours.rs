//! Candor's own search: the whole answer as the page shows it, read again from the public rows.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use candor::anonymise::RedactedText;
use candor::generate::Generator;
use candor::registry::{Registry, SearchRequest};
use candor::report::PublicReport;
use candor::search::{Cursor, SearchError, SearchIndex, Sort};
use candor::storage::{DatabaseUrl, Storage, StorageError, published};

use super::classes::Question;

/// Reports written in one transaction.
const BATCH: usize = 1_000;

fn storage(folder: &Path) -> Result<Storage, StorageError> {
    Storage::open(&DatabaseUrl::Sqlite(folder.join("candor.sqlite")))
}

/// A registry of generated reports.
pub(crate) struct Ours {
    registry: Registry,
}

/// A generated report, as if it had come from the database.
pub(crate) fn public(generator: &Generator, number: u64) -> PublicReport<RedactedText> {
    generator.report(number).map_text(RedactedText::from_store)
}

impl Ours {
    /// Writes the public rows.
    pub(crate) fn write(
        folder: &Path,
        reports: &[PublicReport<RedactedText>],
    ) -> Result<(), StorageError> {
        let storage = storage(folder)?;
        for batch in reports.chunks(BATCH) {
            storage.write(|tx| {
                batch
                    .iter()
                    .try_for_each(|public| published::publish(tx, public))
            })?;
        }
        Ok(())
    }

    /// Indexes reports made beforehand, so that only indexing is timed.
    pub(crate) fn index(
        folder: &Path,
        reports: Vec<PublicReport<RedactedText>>,
    ) -> Result<Self, Box<dyn Error>> {
        let index = SearchIndex::open(&folder.join("index"))?.index;
        index.rebuild(reports.into_iter().map(Ok::<_, SearchError>), 1)?;
        Ok(Self {
            registry: Registry::new(storage(folder)?, Arc::new(index)),
        })
    }

    /// What an earlier run has made.
    pub(crate) fn open(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let index = SearchIndex::open_read_only(&folder.join("index"))?;
        Ok(Self {
            registry: Registry::new(storage(folder)?, Arc::new(index)),
        })
    }

    /// Makes ready what is not part of the question: the marker of page 50.
    pub(crate) fn prepare(&self, question: &Question) -> Result<Option<Cursor>, Box<dyn Error>> {
        let mut after = None;
        for _ in 0..question.offset / 20 {
            let page = self.registry.search(&SearchRequest {
                text: question.text.clone(),
                after,
                limit: 20,
                ..SearchRequest::default()
            })?;
            after = page.next.or(after);
        }
        Ok(after)
    }

    /// Answers; how many reports match. Other rounds of a first page are other texts for the same
    /// question, so that nothing is remembered of an earlier one.
    pub(crate) fn answer(
        &self,
        question: &Question,
        after: Option<Cursor>,
        round: u32,
    ) -> Result<usize, Box<dyn Error>> {
        if let Some(id) = question.like {
            return Ok(self.registry.similar(id, 10)?.len());
        }
        let text = question.text.clone();
        let page = self.registry.search(&SearchRequest {
            text: match after {
                None => text + &" ()".repeat(round as usize),
                Some(_) => text,
            },
            sort: if question.newest {
                Sort::Newest
            } else {
                Sort::Relevance
            },
            after,
            limit: 20,
        })?;
        Ok(page.total)
    }
}

//! Candor's own search: the whole answer as the page shows it, read again from the public rows.

use std::collections::HashSet;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use candor::anonymise::RedactedText;
use candor::generate::Generator;
use candor::registry::{Registry, SearchRequest, TaxonomyNames};
use candor::report::{PublicReport, ReportId};
use candor::search::{Cursor, PageRequest, Query, SearchError, SearchIndex};
use candor::storage::{DatabaseUrl, Storage, StorageError, published};

use super::classes::Question;

/// Reports written in one transaction.
const BATCH: usize = 1_000;
/// More reports are not all written to the database.
const MOST_ROWS: u64 = 300_000;
/// Reports on a page.
const PAGE: usize = 20;

fn storage(folder: &Path) -> Result<Storage, StorageError> {
    Storage::open(&DatabaseUrl::Sqlite(folder.join("candor.sqlite")))
}

/// A registry of generated reports.
pub(crate) struct Ours {
    registry: Registry,
}

/// The reports that answers show, and those that others are compared with.
fn shown(index: &SearchIndex, questions: &[Question]) -> Result<HashSet<ReportId>, Box<dyn Error>> {
    let mut shown: HashSet<ReportId> = questions.iter().filter_map(|each| each.like).collect();
    for question in questions {
        let mut cursor = None;
        for page in 0..=question.offset / PAGE {
            let page_request = PageRequest {
                sort: question.sort(),
                limit: PAGE,
                cursor,
            };
            let query = Query::parse(&question.text, &TaxonomyNames);
            let results = index.search(&query, &page_request, &TaxonomyNames)?;
            if page == question.offset / PAGE {
                shown.extend(results.hits.iter().chain(&results.nearly).map(|hit| hit.id));
            }
            cursor = results.next.or(cursor);
        }
    }
    Ok(shown)
}

/// A generated report, as if it had come from the database.
pub(crate) fn public(generator: &Generator, number: u64) -> PublicReport<RedactedText> {
    generator.report(number).map_text(RedactedText::from_store)
}

impl Ours {
    /// Indexes generated reports as they come; bytes of their text, and the time that generating
    /// them took on the thread that feeds the index.
    pub(crate) fn index(
        folder: &Path,
        generator: &Generator,
        reports: u64,
    ) -> Result<(usize, Duration), Box<dyn Error>> {
        let (mut bytes, mut generating) = (0, Duration::ZERO);
        let made = (0..reports).map(|number| {
            let start = Instant::now();
            let public = public(generator, number);
            let texts = public.report.texts();
            bytes += texts.iter().map(|text| text.as_str().len()).sum::<usize>();
            generating += start.elapsed();
            Ok::<_, SearchError>(public)
        });
        let index = SearchIndex::open(&folder.join("index"))?.index;
        index.rebuild(made, 1)?;
        Ok((bytes, generating))
    }

    /// Writes the public rows, all of them or those that the answers show.
    pub(crate) fn write(
        folder: &Path,
        generator: &Generator,
        reports: u64,
        questions: &[Question],
    ) -> Result<(), Box<dyn Error>> {
        let mut numbers: Vec<u64> = (0..reports).collect();
        if reports > MOST_ROWS {
            let shown = shown(
                &SearchIndex::open_read_only(&folder.join("index"))?,
                questions,
            )?;
            numbers.retain(|number| shown.contains(&generator.report(*number).id));
        }
        let storage = storage(folder)?;
        for batch in numbers.chunks(BATCH) {
            storage.write(|tx| {
                batch
                    .iter()
                    .try_for_each(|number| published::publish(tx, &public(generator, *number)))
            })?;
        }
        Ok(())
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
        for _ in 0..question.offset / PAGE {
            let page = self.registry.search(&SearchRequest {
                text: question.text.clone(),
                after,
                limit: PAGE,
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
            sort: question.sort(),
            after,
            limit: PAGE,
        })?;
        Ok(page.total)
    }
}

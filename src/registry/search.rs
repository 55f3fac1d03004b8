//! Searching, with results read again from the public rows.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Registry, RegistryError, TaxonomyNames};
use crate::anonymise::RedactedText;
use crate::report::PublicReport;
use crate::search::{Cursor, Facet, Hit, Note, PageRequest, Piece, Query, Sort};
use crate::storage::published;

/// What a reader asks.
#[derive(Clone, Debug, Default)]
pub struct SearchRequest {
    /// The query as typed.
    pub text: String,
    /// In which order.
    pub sort: Sort,
    /// Where to go on.
    pub after: Option<Cursor>,
    /// How many at most.
    pub limit: usize,
}

/// One part of the answer.
pub struct SearchPage {
    /// The query as understood.
    pub query: Query,
    /// What could not be understood.
    pub notes: Vec<Note>,
    /// How many reports match.
    pub total: usize,
    /// The reports, best first.
    pub hits: Vec<ShownHit>,
    /// Reports with some of the words only, where those with all leave room on the first page.
    pub nearly: Vec<ShownHit>,
    /// No report has all the words; these have any of them.
    pub relaxed: bool,
    /// The query as reports would spell it, where it found nothing as typed.
    pub did_you_mean: Option<String>,
    /// Counts to narrow the search by.
    pub facets: Arc<[Facet]>,
    /// Where the next part begins.
    pub next: Option<Cursor>,
}

/// One report that matched.
pub struct ShownHit {
    /// The report.
    pub report: PublicReport<RedactedText>,
    /// Where it matched.
    pub snippet: Vec<Piece>,
}

impl Registry {
    /// Searches. A query is never an error; what was not understood is said.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchPage, RegistryError> {
        let query = Query::parse(&request.text, &TaxonomyNames);
        let page = PageRequest {
            sort: request.sort,
            limit: request.limit,
            cursor: request.after,
        };
        let results = self.index.search(&query, &page, &TaxonomyNames)?;
        let found = results.hits.iter().chain(&results.nearly);
        let ids: Vec<_> = found.map(|hit| hit.id).collect();
        let rows = self.storage.read(|tx| published::many(tx, &ids))?;
        let mut rows: HashMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        let mut shown = |hits: Vec<Hit>| -> Vec<ShownHit> {
            let hits = hits.into_iter();
            hits.filter_map(|hit| {
                let report = rows.remove(&hit.id)?;
                let snippet = results.snippets.cut(&report.report);
                Some(ShownHit { report, snippet })
            })
            .collect()
        };
        let hits = shown(results.hits);
        let nearly = shown(results.nearly);
        let notes = query.notes().to_vec();
        Ok(SearchPage {
            query,
            notes,
            total: results.total,
            relaxed: results.relaxed,
            did_you_mean: results.did_you_mean,
            hits,
            nearly,
            facets: results.facets,
            next: results.next,
        })
    }
}

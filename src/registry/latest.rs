//! What was published last among the reports that match: for feeds.

use std::cmp::Reverse;

use super::{Registry, RegistryError, SearchRequest};
use crate::anonymise::RedactedText;
use crate::report::PublicReport;
use crate::search::Sort;
use crate::storage::published;

/// Reports on one page of the search.
const PAGE: usize = 100;
/// Reports that are looked at, those of the latest periods first.
const WITHIN: usize = 1000;

impl Registry {
    /// The reports that match and were published last, at most so many, the latest month first.
    /// Within a month they are in no order that tells when.
    ///
    /// The index knows when something happened and not when it was published, so that of a query
    /// this looks at the thousand latest by period.
    pub fn latest(
        &self,
        query: &str,
        limit: usize,
    ) -> Result<Vec<PublicReport<RedactedText>>, RegistryError> {
        if query.trim().is_empty() {
            return self.storage.read(|tx| {
                let recent = published::recent(tx, u32::try_from(limit).unwrap_or(u32::MAX))?;
                let ids: Vec<_> = recent.iter().map(|card| card.id).collect();
                Ok(published::many(tx, &ids)?)
            });
        }
        let mut request = SearchRequest {
            text: query.to_owned(),
            sort: Sort::Newest,
            after: None,
            limit: PAGE,
        };
        let mut found = Vec::new();
        loop {
            let page = self.search(&request)?;
            if page.relaxed {
                break;
            }
            found.extend(page.hits.into_iter().map(|hit| hit.report));
            request.after = page.next;
            if request.after.is_none() || found.len() >= WITHIN {
                break;
            }
        }
        found.sort_by_key(|report| (Reverse(report.published), report.id));
        found.truncate(limit);
        Ok(found)
    }
}

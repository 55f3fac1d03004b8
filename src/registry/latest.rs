//! What was published last among the reports that match: for feeds.

use super::{Registry, RegistryError, SearchRequest};
use crate::anonymise::RedactedText;
use crate::report::PublicReport;
use crate::search::Sort;
use crate::storage::published;

impl Registry {
    /// The reports that match and were published last, at most so many (100 for a query), the latest
    /// month first. Within a month they are in no order that tells when.
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
        let page = self.search(&SearchRequest {
            text: query.to_owned(),
            sort: Sort::Published,
            after: None,
            limit,
        })?;
        let hits = if page.relaxed { Vec::new() } else { page.hits };
        Ok(hits.into_iter().map(|hit| hit.report).collect())
    }
}

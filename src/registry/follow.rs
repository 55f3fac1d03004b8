//! Following the outbox: what changed since a place in it, report by report.

use std::collections::BTreeSet;

use crate::anonymise::RedactedText;
use crate::report::{PublicReport, ReportId};
use crate::storage::{ReadTx, StorageError, outbox, published};

/// Reports read at once.
const PAGE: u32 = 500;
/// Changes that are followed; after more, everything is read anew.
const FOLLOWED: u32 = 5_000;

/// What is known of all reports, as of one place in the outbox.
pub(super) trait Follows: Default {
    /// Takes a report in, in place of what was known of it.
    fn put(&mut self, public: &PublicReport<RedactedText>);
    /// Forgets a report.
    fn forget(&mut self, id: ReportId);
}

/// Brings what is known as of `head` up to date, and gives the new place.
pub(super) fn follow<F: Follows>(
    tx: &mut ReadTx<'_>,
    known: &mut F,
    head: i64,
) -> Result<i64, StorageError> {
    let now = outbox::head(tx)?;
    let changes = if head == 0 || now < head {
        None
    } else {
        let changes = outbox::after(tx, head, FOLLOWED)?;
        (changes.len() < FOLLOWED as usize).then_some(changes)
    };
    let Some(changes) = changes else {
        *known = F::default();
        let mut after: Option<ReportId> = None;
        loop {
            let page = published::all(tx, after, PAGE)?;
            after = page.last().map(|report| report.id);
            for public in &page {
                known.put(public);
            }
            if page.len() < PAGE as usize {
                return Ok(now);
            }
        }
    };
    let touched: BTreeSet<ReportId> = changes.iter().map(|change| change.report).collect();
    let touched: Vec<ReportId> = touched.into_iter().collect();
    for ids in touched.chunks(PAGE as usize) {
        for id in ids {
            known.forget(*id);
        }
        for public in published::many(tx, ids)? {
            known.put(&public);
        }
    }
    Ok(now)
}

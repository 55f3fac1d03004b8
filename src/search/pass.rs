//! One pass over the reports that match: how many, which codes, and the best of them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::query::{EnableScoring, Query};
use tantivy::{DocAddress, DocId, Score};

use crate::report::ReportId;

use super::snapshot::{Counts, Segment, Snapshot, Tally};
use super::{SearchError, Sort};

/// Where a report stands in the order of results; the better is the lesser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// Greater is better.
    pub(super) key: Reverse<u64>,
    /// Tells equals apart, so that pages neither repeat nor leave out a report.
    pub(super) id: ReportId,
}

/// A report found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) rank: Rank,
    pub(super) address: DocAddress,
}

impl Found {
    /// The score behind its rank, if the order was by relevance.
    pub(super) fn score(&self, sort: Sort) -> Score {
        let bits = u32::try_from(self.rank.key.0 >> 32).unwrap_or(0);
        if sort == Sort::Relevance {
            Score::from_bits(bits)
        } else {
            0.0
        }
    }
}

/// Which reports to keep.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub(super) sort: Sort,
    /// Only those after this one.
    pub(super) after: Option<Rank>,
    pub(super) limit: usize,
}

/// What a pass found.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) total: usize,
    pub(super) counts: Counts,
    /// The best, in order.
    pub(super) found: Vec<Found>,
    /// Whether more come after them.
    pub(super) more: bool,
}

/// All reports; the first page is kept ready.
pub(super) fn everything(snapshot: &Snapshot, window: Window) -> Outcome {
    if window.after.is_some() {
        return collect_all(snapshot, window);
    }
    let first = snapshot.first(window.sort);
    let found = first.found.iter().take(window.limit).copied().collect();
    Outcome {
        total: first.total,
        counts: first.counts.clone(),
        more: first.more || first.found.len() > window.limit,
        found,
    }
}

/// All reports, with the counts that the snapshot keeps ready.
pub(super) fn collect_all(snapshot: &Snapshot, window: Window) -> Outcome {
    let mut best = Best::new(window);
    for (number, (segment, reader)) in (0..).zip(snapshot.parts()) {
        for document in 0..reader.max_doc() {
            if !reader.is_deleted(document) {
                best.offer((number, segment), document, 0.0);
            }
        }
    }
    let (found, more) = best.into_sorted();
    Outcome {
        total: usize::try_from(snapshot.searcher.num_docs()).unwrap_or(usize::MAX),
        counts: snapshot.counts_of_everything().clone(),
        found,
        more,
    }
}

/// Total, counts of all codes, and one page of reports.
pub(super) fn collect(
    snapshot: &Snapshot,
    query: &dyn Query,
    window: Window,
) -> Result<Outcome, SearchError> {
    let mut best = Best::new(window);
    let mut counts = Counts(vec![0; snapshot.codes.len()]);
    let mut total = 0;
    let by_score = window.sort == Sort::Relevance;
    let mut matching = Vec::new();
    for_each(snapshot, query, by_score, |segment, documents| {
        matching.clear();
        documents(&mut |document, score| {
            matching.push(document);
            best.offer(segment, document, score);
        })?;
        total += matching.len();
        let mut tally = Tally::new(segment.1);
        tally.add(matching.iter().copied());
        tally.pour_into(&mut counts);
        Ok(())
    })?;
    let (found, more) = best.into_sorted();
    Ok(Outcome {
        total,
        counts,
        found,
        more,
    })
}

/// One page of reports of which the total and the counts are known.
pub(super) fn page(
    snapshot: &Snapshot,
    query: &dyn Query,
    window: Window,
    total: usize,
) -> Result<Outcome, SearchError> {
    let (found, more) = if window.sort == Sort::Relevance && window.after.is_none() {
        let found = best(snapshot, query, window.limit)?;
        let more = total > found.len();
        (found, more)
    } else {
        let mut best = Best::new(window);
        let by_score = window.sort == Sort::Relevance;
        for_each(snapshot, query, by_score, |segment, documents| {
            documents(&mut |document, score| best.offer(segment, document, score))
        })?;
        best.into_sorted()
    };
    Ok(Outcome {
        total,
        counts: Counts::default(),
        found,
        more,
    })
}

/// The reports that score best, without a look at most of the others.
pub(super) fn best(
    snapshot: &Snapshot,
    query: &dyn Query,
    limit: usize,
) -> Result<Vec<Found>, SearchError> {
    let mut best = Best::new(Window {
        sort: Sort::Relevance,
        after: None,
        limit,
    });
    let weight = query.weight(EnableScoring::enabled_from_searcher(&snapshot.searcher))?;
    for (number, (segment, reader)) in (0..).zip(snapshot.parts()) {
        weight.for_each_pruning(best.threshold(), reader, &mut |document, score| {
            if !reader.is_deleted(document) {
                best.offer((number, segment), document, score);
            }
            best.threshold()
        })?;
    }
    Ok(best.into_sorted().0)
}

/// Counts of all codes alone.
pub(super) fn count(snapshot: &Snapshot, query: &dyn Query) -> Result<Counts, SearchError> {
    let mut counts = Counts(vec![0; snapshot.codes.len()]);
    for_each(snapshot, query, false, |(_, segment), documents| {
        let mut tally = Tally::new(segment);
        documents(&mut |document, _| tally.add([document]))?;
        tally.pour_into(&mut counts);
        Ok(())
    })?;
    Ok(counts)
}

/// A segment's number and the segment.
type Numbered<'a> = (u32, &'a Segment);
/// Calls back with each live document and its score.
type Documents<'a> = dyn Fn(&mut dyn FnMut(DocId, Score)) -> Result<(), SearchError> + 'a;

fn for_each<'a>(
    snapshot: &'a Snapshot,
    query: &dyn Query,
    scored: bool,
    mut visit: impl FnMut(Numbered<'a>, &Documents) -> Result<(), SearchError>,
) -> Result<(), SearchError> {
    let weight = query.weight(if scored {
        EnableScoring::enabled_from_searcher(&snapshot.searcher)
    } else {
        EnableScoring::disabled_from_searcher(&snapshot.searcher)
    })?;
    for (number, (segment, reader)) in (0..).zip(snapshot.parts()) {
        visit((number, segment), &|each| {
            let mut live = |document, score| {
                if !reader.is_deleted(document) {
                    each(document, score);
                }
            };
            if scored {
                weight.for_each(reader, &mut live)?;
            } else {
                weight.for_each_no_score(reader, &mut |documents| {
                    for &document in documents {
                        live(document, 0.0);
                    }
                })?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// The best reports so far; the worst of them on top.
struct Best {
    window: Window,
    heap: BinaryHeap<Found>,
    more: bool,
}

impl Best {
    fn new(window: Window) -> Self {
        Self {
            window,
            heap: BinaryHeap::with_capacity(window.limit + 1),
            more: false,
        }
    }

    /// A score that a report must be above to be of interest; equals still are.
    fn threshold(&self) -> Score {
        let full = self.heap.len() == self.window.limit;
        let worst = self.heap.peek().filter(|_| full);
        worst.map_or(Score::MIN, |worst| worst.score(Sort::Relevance).next_down())
    }

    /// Most reports are turned away by their key alone, before their id is looked up.
    fn offer(&mut self, (number, segment): Numbered, document: DocId, score: Score) {
        let month = u64::from(segment.table.month(document));
        let severity = u64::from(segment.table.severity(document));
        let key = Reverse(match self.window.sort {
            Sort::Relevance => u64::from(score.max(0.0).to_bits()) << 32 | month,
            Sort::Newest => month << 32 | severity,
            Sort::Severity => severity << 32 | month,
            Sort::Seen => u64::from(segment.seen(document)) << 32 | month,
            Sort::Published => u64::from(segment.table.published(document)) << 32,
        });
        let shown = self.window.after;
        if shown.is_some_and(|after| key < after.key) {
            return;
        }
        let full = self.heap.len() == self.window.limit;
        let worst = self.heap.peek().filter(|_| full).map(|found| found.rank);
        if worst.is_some_and(|worst| key > worst.key) {
            self.more = true;
            return;
        }
        let Some(id) = segment.table.id(document) else {
            return;
        };
        let rank = Rank { key, id };
        if shown.is_some_and(|after| rank <= after) {
            return;
        }
        if let Some(worst) = worst {
            self.more = true;
            if rank >= worst {
                return;
            }
            self.heap.pop();
        }
        self.heap.push(Found {
            rank,
            address: DocAddress::new(number, document),
        });
    }

    fn into_sorted(self) -> (Vec<Found>, bool) {
        (self.heap.into_sorted_vec(), self.more)
    }
}

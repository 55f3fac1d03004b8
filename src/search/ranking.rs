//! The order of results, and the best of many.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::{DocAddress, DocId, Score};

use crate::report::ReportId;

use super::Sort;
use super::snapshot::Segment;
use super::table::Table;

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

/// A segment's number and the segment.
pub(super) type Numbered<'a> = (u32, &'a Segment);

/// The best reports so far; the worst of them on top.
pub(super) struct Best {
    window: Window,
    heap: BinaryHeap<Found>,
    /// The key of the worst, once there are enough: what is below it is not looked at.
    floor: u64,
    more: bool,
}

impl Best {
    pub(super) fn new(window: Window) -> Self {
        Self {
            window,
            heap: BinaryHeap::with_capacity(window.limit + 1),
            floor: 0,
            more: false,
        }
    }

    /// A score that a report must be above to be of interest; equals still are.
    pub(super) fn threshold(&self) -> Score {
        let full = self.heap.len() == self.window.limit;
        let worst = self.heap.peek().filter(|_| full);
        worst.map_or(Score::MIN, |worst| worst.score(Sort::Relevance).next_down())
    }

    /// Most reports are turned away by the first part of their key, before the rest is looked up.
    pub(super) fn offer(&mut self, (number, segment): Numbered, document: DocId, score: Score) {
        let table = segment.table.as_ref();
        let (first, second): (u32, fn(&Table, DocId) -> u32) = match self.window.sort {
            Sort::Relevance => (score.max(0.0).to_bits(), Table::month),
            Sort::Newest => (table.month(document), |table, document| {
                u32::from(table.severity(document))
            }),
            Sort::Severity => (u32::from(table.severity(document)), Table::month),
            Sort::Seen => (segment.seen(document), Table::month),
            Sort::Published => (table.published(document), |_, _| 0),
        };
        let first = u64::from(first) << 32;
        if first | u64::from(u32::MAX) < self.floor {
            self.more = true;
            return;
        }
        let key = Reverse(first | u64::from(second(table, document)));
        let shown = self.window.after;
        if shown.is_some_and(|after| key < after.key) {
            return;
        }
        if key.0 < self.floor {
            self.more = true;
            return;
        }
        let Some(id) = table.id(document) else {
            return;
        };
        let rank = Rank { key, id };
        if shown.is_some_and(|after| rank <= after) {
            return;
        }
        if self.heap.len() == self.window.limit {
            self.more = true;
            if self.heap.peek().is_some_and(|worst| rank >= worst.rank) {
                return;
            }
            self.heap.pop();
        }
        self.heap.push(Found {
            rank,
            address: DocAddress::new(number, document),
        });
        if self.heap.len() == self.window.limit {
            self.floor = self.heap.peek().map_or(0, |worst| worst.rank.key.0);
        }
    }

    pub(super) fn into_sorted(self) -> (Vec<Found>, bool) {
        (self.heap.into_sorted_vec(), self.more)
    }
}

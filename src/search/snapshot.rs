//! The index as it was at one commit: what every search runs on.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tantivy::index::{SegmentId, SegmentReader};
use tantivy::{DocId, IndexReader, Searcher, TantivyError};

use super::answer::MOST_HITS;
use super::pass::{Outcome, collect_all};
use super::ranking::Window;
use super::table::{Code, Table};
use super::{Facet, FacetField, Names, Sort};

/// A stable view of the index. Searches that began on an older one finish on it.
pub(super) struct Snapshot {
    pub(super) searcher: Searcher,
    pub(super) segments: Vec<Segment>,
    /// Every code of the index, in order; what [`Counts`] are aligned to.
    pub(super) codes: Vec<Code>,
    everything: OnceLock<Counts>,
    /// The codes as people read them; an index meets one set of names only.
    listed: OnceLock<Vec<Listed>>,
    /// The first of all reports, by order.
    first: [OnceLock<Outcome>; Sort::ALL.len()],
    answered: Mutex<VecDeque<(String, Arc<Answered>)>>,
}

/// What holds of every page of a query's answer, in every order.
#[derive(Debug)]
pub(super) struct Answered {
    /// Reports that match.
    pub(super) total: usize,
    /// Whether those with any of the words count as matching.
    pub(super) relaxed: bool,
    /// The query with its words as reports spell them.
    pub(super) did_you_mean: Option<String>,
    /// Counts of all fields.
    pub(super) facets: Arc<[Facet]>,
}

/// A code with the words people read.
pub(super) struct Listed {
    pub(super) field: FacetField,
    pub(super) label: Arc<str>,
    /// Its place in [`Snapshot::codes`].
    pub(super) place: usize,
}

/// Queries whose answer is remembered for their next page.
const REMEMBERED: usize = 64;

/// One segment with its columns.
pub(super) struct Segment {
    id: SegmentId,
    pub(super) table: Arc<Table>,
    /// From places in the table's terms to places in [`Snapshot::codes`].
    pub(super) to_codes: Vec<usize>,
    /// How many reports of the index carry each of the table's terms that is a failure mode.
    seen: Vec<u32>,
}

impl Segment {
    /// How many reports tell of the failure mode of this one that most tell of. Removed reports
    /// count until the index is purged of them.
    pub(super) fn seen(&self, document: DocId) -> u32 {
        let codes = self.table.codes(document).iter();
        let seen = codes.filter_map(|&place| self.seen.get(usize::from(place)));
        seen.copied().max().unwrap_or(0)
    }

    /// Adds how many of these documents, which are in order, carry each code.
    pub(super) fn count(&self, documents: &[DocId], total: &mut Counts) {
        let counts = self.table.counts_among(documents);
        for (place, count) in self.to_codes.iter().zip(counts) {
            if let Some(total) = total.0.get_mut(*place) {
                *total += count;
            }
        }
    }
}

/// How many reports carry each code of a snapshot.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts(pub(super) Vec<u32>);

impl Snapshot {
    /// Reads the last commit; tables of segments that were there before are taken over.
    pub(super) fn take(reader: &IndexReader, before: Option<&Self>) -> Result<Self, TantivyError> {
        reader.reload()?;
        let searcher = reader.searcher();
        let mut tables = Vec::new();
        for segment in searcher.segment_readers() {
            let id = segment.segment_id();
            let known = before
                .into_iter()
                .flat_map(|snapshot| &snapshot.segments)
                .find(|known| known.id == id);
            let table = match known {
                Some(known) => Arc::clone(&known.table),
                None => Arc::new(Table::build(segment)?),
            };
            tables.push((id, table));
        }
        let mut places: BTreeMap<&Code, usize> = tables
            .iter()
            .flat_map(|(_, table)| table.terms())
            .map(|code| (code, 0))
            .collect();
        for (place, slot) in places.values_mut().enumerate() {
            *slot = place;
        }
        let mut seen = vec![0; places.len()];
        for (_, table) in &tables {
            for (code, count) in table.terms().iter().zip(table.counts()) {
                let total = places.get(code).and_then(|place| seen.get_mut(*place));
                if let Some(total) = total.filter(|_| code.0 == FacetField::FailureMode) {
                    *total += count;
                }
            }
        }
        let codes = places.keys().map(|&code| code.clone()).collect();
        let segments = tables
            .iter()
            .map(|(id, table)| Segment {
                id: *id,
                table: Arc::clone(table),
                to_codes: table
                    .terms()
                    .iter()
                    .filter_map(|code| places.get(code).copied())
                    .collect(),
                seen: table
                    .terms()
                    .iter()
                    .filter_map(|code| seen.get(*places.get(code)?).copied())
                    .collect(),
            })
            .collect();
        Ok(Self {
            searcher,
            segments,
            codes,
            everything: OnceLock::new(),
            listed: OnceLock::new(),
            first: Default::default(),
            answered: Mutex::default(),
        })
    }

    /// What is known of a query since it was asked before.
    pub(super) fn answered(&self, text: &str) -> Option<Arc<Answered>> {
        let answered = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, known) = answered.iter().find(|(asked, _)| asked == text)?;
        Some(Arc::clone(known))
    }

    /// Remembers it, in place of the one that was remembered first.
    pub(super) fn remember(&self, text: &str, known: Arc<Answered>) {
        let mut answered = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        answered.truncate(REMEMBERED - 1);
        answered.push_front((text.to_owned(), known));
    }

    /// The codes of a field, by the words people read.
    pub(super) fn listed(&self, field: FacetField, names: &dyn Names) -> &[Listed] {
        let all = self.listed.get_or_init(|| {
            let codes = self.codes.iter().enumerate();
            let mut all: Vec<_> = codes
                .map(|(place, (field, code))| Listed {
                    field: *field,
                    label: names.label(*field, code).into(),
                    place,
                })
                .collect();
            all.sort_by(|a, b| (a.field, &a.label).cmp(&(b.field, &b.label)));
            all
        });
        let start = all.partition_point(|listed| listed.field < field);
        let end = all.partition_point(|listed| listed.field <= field);
        all.get(start..end).unwrap_or_default()
    }

    /// The first [`MOST_HITS`] of all reports in an order, made once.
    pub(super) fn first(&self, sort: Sort) -> &Outcome {
        let place = Sort::ALL.iter().position(|other| *other == sort);
        let slot = place.and_then(|place| self.first.get(place));
        let made = || {
            collect_all(
                self,
                Window {
                    sort,
                    after: None,
                    limit: MOST_HITS,
                },
            )
        };
        match slot {
            Some(slot) => slot.get_or_init(made),
            None => self.first(Sort::Newest),
        }
    }

    /// Segments with their readers.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&Segment, &SegmentReader)> {
        self.segments.iter().zip(self.searcher.segment_readers())
    }

    /// The counts over all reports, made once.
    pub(super) fn counts_of_everything(&self) -> &Counts {
        self.everything.get_or_init(|| {
            let mut counts = Counts(vec![0; self.codes.len()]);
            for (segment, reader) in self.parts() {
                let alive: Vec<_> = reader.doc_ids_alive().collect();
                segment.count(&alive, &mut counts);
            }
            counts
        })
    }
}

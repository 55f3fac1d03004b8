//! One pass over the reports that match: how many, which codes, and the best of them.

use tantivy::query::{BooleanQuery, BoostQuery, EnableScoring, Occur, Query, TermQuery};
use tantivy::{DocId, Score};

use super::ranking::{Best, Found, Numbered, Window};
use super::snapshot::{Counts, Snapshot};
use super::{SearchError, Sort};

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
    let by_score = window.sort == Sort::Relevance;
    if by_score && can_skip(query) {
        let (total, counts) = count(snapshot, query)?;
        let page = page(snapshot, query, window, total)?;
        return Ok(Outcome { counts, ..page });
    }
    let mut best = Best::new(window);
    let mut counting = Counting::new(snapshot);
    for_each(snapshot, query, by_score, |segment, documents| {
        documents(&mut |document, score| {
            counting.matching.push(document);
            best.offer(segment, document, score);
        })?;
        counting.finish(segment);
        Ok(())
    })?;
    let Counting { total, counts, .. } = counting;
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
    let by_score = window.sort == Sort::Relevance;
    let (found, more) = if by_score && (window.after.is_none() || can_skip(query)) {
        best(snapshot, query, window)?
    } else {
        let mut best = Best::new(window);
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

/// Whether tantivy finds the best reports for this without a look at most of the others, and gives
/// each the same score however many are wanted: for terms that must all be there.
fn can_skip(query: &dyn Query) -> bool {
    let is_term = |query: &dyn Query| query.is::<TermQuery>() || query.is::<BoostQuery>();
    query.is::<TermQuery>()
        || query.downcast_ref::<BooleanQuery>().is_some_and(|all| {
            let mut clauses = all.clauses().iter();
            clauses.all(|(occur, query)| *occur == Occur::Must && is_term(query.as_ref()))
        })
}

/// The reports that score best, and whether more come after them.
pub(super) fn best(
    snapshot: &Snapshot,
    query: &dyn Query,
    window: Window,
) -> Result<(Vec<Found>, bool), SearchError> {
    // One more tells whether there is a next page.
    let mut best = Best::new(Window {
        limit: window.limit + 1,
        ..window
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
    let mut found = best.into_sorted().0;
    let more = found.len() > window.limit;
    found.truncate(window.limit);
    Ok((found, more))
}

/// How many reports match, and the counts of all codes.
pub(super) fn count(
    snapshot: &Snapshot,
    query: &dyn Query,
) -> Result<(usize, Counts), SearchError> {
    let mut counting = Counting::new(snapshot);
    for_each(snapshot, query, false, |segment, documents| {
        documents(&mut |document, _| counting.matching.push(document))?;
        counting.finish(segment);
        Ok(())
    })?;
    Ok((counting.total, counting.counts))
}

/// Counts what matches, segment by segment.
struct Counting {
    total: usize,
    counts: Counts,
    /// What matches in the segment at hand.
    matching: Vec<DocId>,
}

impl Counting {
    fn new(snapshot: &Snapshot) -> Self {
        Self {
            total: 0,
            counts: Counts(vec![0; snapshot.codes.len()]),
            matching: Vec::new(),
        }
    }

    fn finish(&mut self, (_, segment): Numbered) {
        self.total += self.matching.len();
        segment.count(&self.matching, &mut self.counts);
        self.matching.clear();
    }
}

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

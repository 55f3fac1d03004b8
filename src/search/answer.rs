//! From a query to a page of results.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::pass::{self, Outcome};
use super::plan::Planner;
use super::query::Expr;
use super::ranking::{Found, Window};
use super::schema::Fields;
use super::snapshot::{Answered, Counts, Snapshot};
use super::spelling;
use super::{
    Cursor, Facet, FacetField, FacetValue, Filter, Hit, Names, PageRequest, Query, Results,
    SearchError, Snippets, Sort,
};

/// Hits on one page, at most.
pub(super) const MOST_HITS: usize = 100;

/// Answers a query on one snapshot.
pub(super) fn answer(
    snapshot: &Snapshot,
    fields: &Fields,
    query: &Query,
    page: &PageRequest,
    names: &dyn Names,
) -> Result<Results, SearchError> {
    let after = page
        .cursor
        .map(|cursor| cursor.rank(query, page.sort))
        .transpose()?;
    let window = Window {
        sort: effective_sort(query, page.sort),
        after,
        limit: page.limit.clamp(1, MOST_HITS),
    };
    let mut search = Search {
        snapshot,
        planner: Planner::new(snapshot, fields),
        query,
    };
    let mut expression = query.expression().cloned();
    let known = snapshot.answered(query.text());
    let (outcome, known) = if let Some(known) = known {
        if known.relaxed {
            expression = expression.as_ref().and_then(Expr::relaxed);
        }
        let outcome = search.page(expression.as_ref(), window, known.total)?;
        (outcome, known)
    } else {
        let (outcome, known) = search.first_time(&mut expression, window, names)?;
        let known = Arc::new(known);
        snapshot.remember(query.text(), Arc::clone(&known));
        (outcome, known)
    };
    let whole_answer = !known.relaxed && page.cursor.is_none() && !outcome.more;
    let nearly = if whole_answer && window.sort == Sort::Relevance {
        search.nearly(expression.as_ref(), &outcome.found, window)?
    } else {
        Vec::new()
    };
    let last = outcome.found.last().filter(|_| outcome.more);
    Ok(Results {
        total: known.total,
        relaxed: known.relaxed,
        did_you_mean: known.did_you_mean.clone(),
        next: last.map(|found| Cursor::new(query, page.sort, found.rank)),
        hits: hits(window.sort, &outcome.found),
        nearly: hits(window.sort, &nearly),
        snippets: Snippets::of(expression.as_ref()),
        facets: Arc::clone(&known.facets),
    })
}

/// Without words there is nothing to be relevant to.
fn effective_sort(query: &Query, sort: Sort) -> Sort {
    let mut words = false;
    if let Some(expression) = query.expression() {
        expression.wanted(&mut |_| words = true);
    }
    if sort == Sort::Relevance && !words {
        Sort::Newest
    } else {
        sort
    }
}

struct Search<'a> {
    snapshot: &'a Snapshot,
    planner: Planner<'a>,
    query: &'a Query,
}

impl Search<'_> {
    /// A page with everything that holds of the other pages, too. Where no report has all the
    /// words, `expression` becomes what was searched for instead.
    fn first_time(
        &mut self,
        expression: &mut Option<Expr>,
        window: Window,
        names: &dyn Names,
    ) -> Result<(Outcome, Answered), SearchError> {
        let mut relaxed = false;
        let mut outcome = self.run(expression.as_ref(), window)?;
        if outcome.total == 0
            && let Some(any_word) = expression.as_ref().and_then(Expr::relaxed)
        {
            outcome = self.run(Some(&any_word), window)?;
            relaxed = outcome.total > 0;
            if relaxed {
                *expression = Some(any_word);
            }
        }
        let did_you_mean = if relaxed || outcome.total == 0 {
            spelling::correction(self.snapshot, self.planner.fields(), self.query)?
        } else {
            None
        };
        let answered = Answered {
            total: outcome.total,
            relaxed,
            did_you_mean,
            facets: self.facets(expression.as_ref(), &outcome.counts, names)?,
        };
        Ok((outcome, answered))
    }

    fn run(&mut self, expression: Option<&Expr>, window: Window) -> Result<Outcome, SearchError> {
        let filters = self.query.filters().iter();
        match self.planner.matching(expression, filters)? {
            Some(matching) => pass::collect(self.snapshot, matching.as_ref(), window),
            None => Ok(pass::everything(self.snapshot, window)),
        }
    }

    /// A page alone.
    fn page(
        &mut self,
        expression: Option<&Expr>,
        window: Window,
        total: usize,
    ) -> Result<Outcome, SearchError> {
        let filters = self.query.filters().iter();
        match self.planner.matching(expression, filters)? {
            Some(matching) => pass::page(self.snapshot, matching.as_ref(), window, total),
            None => Ok(pass::everything(self.snapshot, window)),
        }
    }

    /// What fills the page after the reports that have all the words: the best of those that have
    /// some of them.
    fn nearly(
        &mut self,
        expression: Option<&Expr>,
        found: &[Found],
        window: Window,
    ) -> Result<Vec<Found>, SearchError> {
        let room = window.limit.saturating_sub(found.len());
        let Some(any_word) = expression.and_then(Expr::relaxed).filter(|_| room > 0) else {
            return Ok(Vec::new());
        };
        let mut nearly = self.page(Some(&any_word), window, 0)?.found;
        nearly.retain(|other| found.iter().all(|one| one.address != other.address));
        nearly.truncate(room);
        Ok(nearly)
    }

    /// Counts of all fields. Those of a field that is filtered by come from a pass without its
    /// filters; the others are in the counts of the results.
    fn facets(
        &mut self,
        expression: Option<&Expr>,
        counts: &Counts,
        names: &dyn Names,
    ) -> Result<Arc<[Facet]>, SearchError> {
        let filters = self.query.filters();
        let filtered: BTreeSet<_> = filters.iter().map(Filter::field).collect();
        let mut facets = Vec::new();
        for field in FacetField::ALL {
            let values = if filtered.contains(&field) {
                let others = filters.iter().filter(|filter| filter.field() != field);
                match self.planner.matching(expression, others)? {
                    Some(query) => {
                        let (_, counts) = pass::count(self.snapshot, query.as_ref())?;
                        self.values(field, &counts, names)
                    }
                    None => self.values(field, self.snapshot.counts_of_everything(), names),
                }
            } else {
                self.values(field, counts, names)
            };
            facets.push(Facet { field, values });
        }
        Ok(facets.into())
    }

    fn values(&self, field: FacetField, counts: &Counts, names: &dyn Names) -> Vec<FacetValue> {
        let filters = self.query.filters().iter();
        let selected: Vec<&str> = filters
            .filter(|filter| filter.field() == field && !filter.is_range())
            .map(Filter::value)
            .collect();
        let listed = self.snapshot.listed(field, names).iter();
        let mut values: Vec<_> = listed
            .filter_map(|listed| {
                let count = *counts.0.get(listed.place).filter(|count| **count > 0)?;
                let (_, code) = self.snapshot.codes.get(listed.place)?;
                Some(FacetValue {
                    value: Arc::clone(code),
                    label: Arc::clone(&listed.label),
                    count,
                    selected: selected.contains(&code.as_ref()),
                })
            })
            .collect();
        for value in selected {
            if !values.iter().any(|listed| listed.value.as_ref() == value) {
                values.push(FacetValue {
                    value: value.into(),
                    label: names.label(field, value).into(),
                    count: 0,
                    selected: true,
                });
            }
        }
        match field {
            FacetField::Severity | FacetField::Period => {
                values.sort_by(|a, b| b.value.cmp(&a.value));
            }
            // Equals stay in the order of their labels.
            _ => values.sort_by_key(|value| Reverse(value.count)),
        }
        values
    }
}

fn hits(sort: Sort, found: &[Found]) -> Vec<Hit> {
    found
        .iter()
        .map(|found| Hit {
            id: found.rank.id,
            score: found.score(sort),
        })
        .collect()
}

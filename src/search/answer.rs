//! From a query to a page of results.

use std::collections::BTreeSet;

use tantivy::TantivyDocument;
use tantivy::schema::Value;

use super::pass::{self, Found, Outcome, Window};
use super::plan::Planner;
use super::query::Expr;
use super::schema::Fields;
use super::snapshot::{Counts, Snapshot};
use super::snippet::Cutter;
use super::spelling;
use super::{
    Cursor, Facet, FacetField, FacetValue, Filter, Hit, Names, PageRequest, Query, Results,
    SearchError, Sort,
};

/// Hits on one page, at most.
const MOST_HITS: usize = 100;

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
    let mut relaxed = false;
    let mut outcome = search.run(expression.as_ref(), window)?;
    if outcome.total == 0
        && let Some(any_word) = expression.as_ref().and_then(Expr::relaxed)
    {
        outcome = search.run(Some(&any_word), window)?;
        relaxed = outcome.total > 0;
        if relaxed {
            expression = Some(any_word);
        }
    }
    let did_you_mean = if relaxed || outcome.total == 0 {
        spelling::correction(snapshot, fields, query)?
    } else {
        None
    };
    let facets = search.facets(expression.as_ref(), &outcome.counts, names)?;
    let whole_answer = !relaxed && page.cursor.is_none() && !outcome.more;
    let nearly = if whole_answer && window.sort == Sort::Relevance {
        search.nearly(expression.as_ref(), &outcome.found, window)?
    } else {
        Vec::new()
    };
    let last = outcome.found.last().filter(|_| outcome.more);
    Ok(Results {
        total: outcome.total,
        relaxed,
        did_you_mean,
        next: last.map(|found| Cursor::new(query, page.sort, found.rank)),
        hits: hits(
            snapshot,
            fields,
            expression.as_ref(),
            window.sort,
            &outcome.found,
        )?,
        nearly: hits(snapshot, fields, expression.as_ref(), window.sort, &nearly)?,
        facets,
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
    fn run(&mut self, expression: Option<&Expr>, window: Window) -> Result<Outcome, SearchError> {
        let filters = self.query.filters().iter();
        let Some(matching) = self.planner.matching(expression, filters)? else {
            return Ok(pass::collect_all(self.snapshot, window));
        };
        let query = match expression {
            Some(words) if window.sort == Sort::Relevance => {
                self.planner.preferring_title_and_lead(matching, words)
            }
            _ => matching,
        };
        pass::collect(self.snapshot, query.as_ref(), window)
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
        let mut nearly = self.run(Some(&any_word), window)?.found;
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
    ) -> Result<Vec<Facet>, SearchError> {
        let filters = self.query.filters();
        let filtered: BTreeSet<_> = filters.iter().map(Filter::field).collect();
        let mut facets = Vec::new();
        for field in FacetField::ALL {
            let values = if filtered.contains(&field) {
                let others = filters.iter().filter(|filter| filter.field() != field);
                match self.planner.matching(expression, others)? {
                    Some(query) => {
                        let counts = pass::count(self.snapshot, query.as_ref())?;
                        self.values(field, &counts, names)
                    }
                    None => self.values(field, self.snapshot.counts_of_everything(), names),
                }
            } else {
                self.values(field, counts, names)
            };
            facets.push(Facet { field, values });
        }
        Ok(facets)
    }

    fn values(&self, field: FacetField, counts: &Counts, names: &dyn Names) -> Vec<FacetValue> {
        let value = |value: &str, count| FacetValue {
            label: names.label(field, value),
            selected: self.query.selects(field, value),
            value: value.to_owned(),
            count,
        };
        let codes = &self.snapshot.codes;
        let start = codes.partition_point(|(other, _)| *other < field);
        let mut values: Vec<_> = codes
            .iter()
            .zip(&counts.0)
            .skip(start)
            .take_while(|((other, _), _)| *other == field)
            .filter(|(_, count)| **count > 0)
            .map(|((_, code), count)| value(code, *count))
            .collect();
        for filter in self.query.filters() {
            let listed = values.iter().any(|value| value.value == filter.value());
            if filter.field() == field && !filter.is_range() && !listed {
                values.push(value(filter.value(), 0));
            }
        }
        match field {
            FacetField::Severity | FacetField::Period => {
                values.sort_by(|a, b| b.value.cmp(&a.value));
            }
            _ => values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label))),
        }
        values
    }
}

fn hits(
    snapshot: &Snapshot,
    fields: &Fields,
    expression: Option<&Expr>,
    sort: Sort,
    found: &[Found],
) -> Result<Vec<Hit>, SearchError> {
    let mut cutter = Cutter::new(expression);
    found
        .iter()
        .map(|found| {
            let document: TantivyDocument = snapshot.searcher.doc(found.address)?;
            let text = document.get_first(fields.text);
            Ok(Hit {
                id: found.rank.id,
                score: found.score(sort),
                snippet: cutter.cut(text.and_then(|text| text.as_str()).unwrap_or_default()),
            })
        })
        .collect()
}

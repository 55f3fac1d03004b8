//! Reports like a given one: the same codes, the rarer the better, and the same rare words.

use std::collections::BTreeMap;

use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, Score, TantivyDocument, Term};

use crate::report::ReportId;

use super::document::code_term;
use super::pass::{Window, collect};
use super::plan::Planner;
use super::schema::Fields;
use super::snapshot::Snapshot;
use super::table::Code;
use super::words::{analyse, stemmed};
use super::{FacetField, SearchError, Sort};

/// Bytes of the text that words are taken from: summary and what follows it.
const BEGINNING: usize = 4_000;
/// Words asked for.
const MOST_WORDS: usize = 12;

/// The reports most like one of the index, with the technologies and failure modes they share.
pub(super) fn similar(
    snapshot: &Snapshot,
    fields: &Fields,
    id: ReportId,
    limit: usize,
) -> Result<Vec<(ReportId, Vec<String>)>, SearchError> {
    let Some(address) = address_of(snapshot, fields, id)? else {
        return Ok(Vec::new());
    };
    let codes = codes_at(snapshot, address);
    let weighted: Vec<_> = codes
        .iter()
        .map(|(field, value)| {
            let weight = rarity(snapshot, (*field, value)) * importance(*field);
            (code_term(*field, value), weight)
        })
        .collect();
    let words = telling_words(snapshot, fields, address)?;
    let query = Planner::new(snapshot, fields).alike(&weighted, &words);
    let window = Window {
        sort: Sort::Relevance,
        after: None,
        limit: limit + 1,
    };
    let mut alike = Vec::new();
    for found in collect(snapshot, query.as_ref(), window)?.found {
        let shared = codes_at(snapshot, found.address)
            .into_iter()
            .filter(|code| codes.contains(code))
            .map(|(_, value)| value)
            .collect::<Vec<_>>();
        if found.rank.id != id && (codes.is_empty() || !shared.is_empty()) {
            alike.push((found.rank.id, shared));
        }
    }
    alike.truncate(limit);
    Ok(alike)
}

fn address_of(
    snapshot: &Snapshot,
    fields: &Fields,
    id: ReportId,
) -> Result<Option<DocAddress>, SearchError> {
    let term = Term::from_field_text(fields.id, &id.to_string());
    let query = TermQuery::new(term, IndexRecordOption::Basic);
    let window = Window {
        sort: Sort::Newest,
        after: None,
        limit: 1,
    };
    let found = collect(snapshot, &query, window)?.found;
    Ok(found.first().map(|found| found.address))
}

/// Technologies and failure modes of a report.
fn codes_at(snapshot: &Snapshot, address: DocAddress) -> Vec<Code> {
    let Some(segment) = snapshot.segments.get(address.segment_ord as usize) else {
        return Vec::new();
    };
    let terms = segment.table.terms();
    segment
        .table
        .codes(address.doc_id)
        .iter()
        .filter_map(|&place| terms.get(usize::from(place)))
        .filter(|(field, _)| importance(*field) > 0.0)
        .cloned()
        .collect()
}

fn importance(field: FacetField) -> Score {
    match field {
        FacetField::FailureMode => 3.0,
        FacetField::Technology => 2.0,
        _ => 0.0,
    }
}

/// 1 for a code that every report has, more for rarer ones.
#[expect(clippy::cast_precision_loss, reason = "a weight, not a count")]
fn rarity(snapshot: &Snapshot, (field, value): (FacetField, &str)) -> Score {
    let place = snapshot
        .codes
        .binary_search_by(|(f, v)| (*f, v.as_str()).cmp(&(field, value)));
    let counts = &snapshot.counts_of_everything().0;
    let count = place.ok().and_then(|place| counts.get(place));
    let reports = snapshot.searcher.num_docs() as Score;
    1.0 + (reports / (count.copied().unwrap_or(0) as Score + 1.0))
        .max(1.0)
        .ln()
}

/// The words of a report that tell it apart: frequent in it, rare elsewhere, but not unique to it.
#[expect(clippy::cast_precision_loss, reason = "a weight, not a count")]
fn telling_words(
    snapshot: &Snapshot,
    fields: &Fields,
    address: DocAddress,
) -> Result<Vec<String>, SearchError> {
    let document: TantivyDocument = snapshot.searcher.doc(address)?;
    let text = document
        .get_first(fields.text)
        .and_then(|text| text.as_str());
    let text = text.unwrap_or_default();
    let beginning = text
        .char_indices()
        .take_while(|(place, _)| *place < BEGINNING)
        .last()
        .and_then(|(place, _)| text.get(..place));
    let mut frequencies: BTreeMap<String, u32> = BTreeMap::new();
    for (_, word) in analyse(&mut stemmed(), beginning.unwrap_or_default()) {
        *frequencies.entry(word).or_default() += 1;
    }
    let reports = snapshot.searcher.num_docs();
    let mut weighted = Vec::new();
    for (word, frequency) in frequencies {
        let term = Term::from_field_text(fields.everything, &word);
        let reports_with = snapshot.searcher.doc_freq(&term)?;
        if word.len() > 2 && reports_with > 1 && reports_with <= reports / 4 {
            let weight = frequency as Score * (reports as Score / reports_with as Score).ln();
            weighted.push((word, weight));
        }
    }
    weighted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    weighted.truncate(MOST_WORDS);
    Ok(weighted.into_iter().map(|(word, _)| word).collect())
}

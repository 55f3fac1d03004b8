//! Reports like a given one: the same codes, the rarer the better, and the same rare words.

use std::collections::BTreeMap;

use tantivy::{DocAddress, Score, Term};

use crate::anonymise::RedactedText;
use crate::report::{PublicReport, Report, ReportId};

use super::document::{code_term, codes, push_snippet_line, snippet_lines};
use super::pass::best;
use super::plan::Planner;
use super::ranking::Window;
use super::schema::Fields;
use super::snapshot::Snapshot;
use super::table::Code;
use super::words::{analyse, stemmed};
use super::{FacetField, SearchError, Sort};

/// Bytes of the text that words are taken from: summary and what follows it.
const BEGINNING: usize = 4_000;
/// Words asked for.
const MOST_WORDS: usize = 12;

/// The reports most like this one, with the technologies and failure modes they share.
pub(super) fn similar(
    snapshot: &Snapshot,
    fields: &Fields,
    public: &PublicReport<RedactedText>,
    limit: usize,
) -> Result<Vec<(ReportId, Vec<String>)>, SearchError> {
    let codes: Vec<Code> = codes(&public.report)
        .into_iter()
        .filter(|(field, _)| importance(*field) > 0.0)
        .map(|(field, value)| (field, value.into()))
        .collect();
    let weighted: Vec<_> = codes
        .iter()
        .map(|(field, value)| (code_term(*field, value), importance(*field)))
        .collect();
    let words = telling_words(snapshot, fields, &public.report)?;
    let query = Planner::new(snapshot, fields).alike(&weighted, &words);
    let mut alike = Vec::new();
    let window = Window {
        sort: Sort::Relevance,
        after: None,
        limit: limit + 1,
    };
    for found in best(snapshot, query.as_ref(), window)?.0 {
        let shared = codes_at(snapshot, found.address)
            .into_iter()
            .filter(|code| codes.contains(code))
            .map(|(_, value)| value.to_string())
            .collect::<Vec<_>>();
        if found.rank.id != public.id && (codes.is_empty() || !shared.is_empty()) {
            alike.push((found.rank.id, shared));
        }
    }
    alike.truncate(limit);
    Ok(alike)
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

/// What a shared code adds, beside its rarity.
fn importance(field: FacetField) -> Score {
    match field {
        FacetField::FailureMode => 3.0,
        FacetField::Technology => 2.0,
        _ => 0.0,
    }
}

/// The words of a report that tell it apart: frequent in it, rare elsewhere, but not unique to it.
#[expect(clippy::cast_precision_loss, reason = "a weight, not a count")]
fn telling_words(
    snapshot: &Snapshot,
    fields: &Fields,
    report: &Report<RedactedText>,
) -> Result<Vec<String>, SearchError> {
    let mut text = String::new();
    for line in snippet_lines(report) {
        push_snippet_line(&mut text, line);
        if text.len() >= BEGINNING {
            break;
        }
    }
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

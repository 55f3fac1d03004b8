//! Promises of the search index, kept over twenty small invented reports.

mod facets;
mod hostile;
mod language;
mod lifecycle;
mod paging;
mod reading;
mod spelling;
mod words;

use crate::anonymise::RedactedText;
use crate::report::{PublicReport, ReportId, Slug};

use super::{
    Change, FacetField, Names, PageRequest, Query, Results, SearchError, SearchIndex, Sort,
};

/// A taxonomy of a few names.
struct FewNames;

impl Names for FewNames {
    fn code(&self, field: FacetField, name: &str) -> Option<Slug> {
        let name = name.to_lowercase();
        let code = name.replace([' ', '_'], "-");
        let slug = match name.as_str() {
            _ if field == FacetField::FailureMode => {
                let known = ["retry-storm", "cache-stampede", "expired-credential"];
                known.into_iter().find(|known| *known == code)?
            }
            _ if field != FacetField::Technology => return code.parse().ok(),
            "pg" | "postgres" | "postgresql" => "postgresql",
            "k8s" | "kubernetes" => "kubernetes",
            "c++" | "cpp" => "cpp",
            known @ ("nginx" | "redis" | "kafka" | "envoy" | "node.js" | "prometheus") => known,
            _ => return None,
        };
        slug.parse().ok()
    }

    fn synonyms(&self, words: &str) -> &[String] {
        static OTHERS: std::sync::LazyLock<[Vec<String>; 2]> = std::sync::LazyLock::new(|| {
            ["out of memory", "oom"].map(|other| vec![other.to_owned()])
        });
        match words.to_lowercase().as_str() {
            "oom" => &OTHERS[0],
            "out of memory" => &OTHERS[1],
            _ => &[],
        }
    }

    fn label(&self, _: FacetField, value: &str) -> String {
        value.replace('-', " ")
    }
}

fn query(text: &str) -> Query {
    Query::parse(text, &FewNames)
}

/// The invented reports; the number of each is the end of its id.
fn reports() -> Vec<PublicReport<RedactedText>> {
    include_str!("../../../tests/fixtures/search/reports.jsonl")
        .lines()
        .map(|line| {
            let public: PublicReport<String> = serde_json::from_str(line).unwrap();
            public.map_text(RedactedText::from_store)
        })
        .collect()
}

fn upserts() -> Vec<Change> {
    let reports = reports().into_iter();
    reports.map(|r| Change::Upsert(Box::new(r))).collect()
}

/// An index of all of them.
fn filled() -> SearchIndex {
    let index = SearchIndex::in_memory().unwrap();
    index.apply(upserts(), 20).unwrap();
    index
}

fn id(number: usize) -> ReportId {
    format!("00000000-0000-4000-8000-{number:012}")
        .parse()
        .unwrap()
}

fn number(id: ReportId) -> usize {
    let text = id.to_string();
    text.rsplit('-').next().unwrap().parse().unwrap()
}

fn search(index: &SearchIndex, text: &str) -> Results {
    let page = PageRequest {
        limit: 100,
        ..PageRequest::default()
    };
    index.search(&query(text), &page, &FewNames).unwrap()
}

/// Numbers of the reports found, best first.
fn ranked(index: &SearchIndex, text: &str) -> Vec<usize> {
    let hits = search(index, text).hits;
    hits.into_iter().map(|hit| number(hit.id)).collect()
}

/// Numbers of the reports found, in order of number.
fn found(index: &SearchIndex, text: &str) -> Vec<usize> {
    let mut numbers = ranked(index, text);
    numbers.sort_unstable();
    numbers
}

/// Count and selection of a facet's value.
fn facet(results: &Results, field: FacetField, value: &str) -> Option<(u32, bool)> {
    let facet = results.facets.iter().find(|facet| facet.field == field)?;
    let value = facet.values.iter().find(|listed| *listed.value == *value)?;
    Some((value.count, value.selected))
}

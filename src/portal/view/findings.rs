//! Codes that come together, as a list with evidence.

use askama::Template;

use super::component;
use crate::patterns::{Combination, Fact};
use crate::portal::{Labels, paths};
use crate::taxonomy::ListId;

/// Combinations, in the order given.
#[derive(Clone, Debug, Template)]
#[template(path = "components/findings.html")]
pub(crate) struct Findings(Vec<Finding>);

component!(Findings);

#[derive(Clone, Debug)]
struct Finding {
    parts: Vec<Part>,
    reports: u32,
    /// "3.2 times as often as by chance".
    times: String,
    /// A search for all of its parts; empty where one cannot be searched for.
    search: String,
    evidence: Vec<String>,
}

/// A fact in words.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// "Failed".
    pub(crate) sort: &'static str,
    pub(crate) label: String,
    pub(crate) href: String,
    /// As a search asks for it: `mode:retry-storm`.
    query: Option<String>,
}

impl Findings {
    pub(crate) fn new<'a>(found: impl Iterator<Item = &'a Combination>, labels: Labels) -> Self {
        let finding = |found: &Combination| {
            let parts: Vec<Part> = found.items.iter().map(|fact| part(fact, labels)).collect();
            let queries: Option<Vec<_>> = parts.iter().map(|part| part.query.clone()).collect();
            Finding {
                reports: found.reports,
                times: times(found.lift),
                search: queries
                    .map(|all| paths::search(&all.join(" AND ")))
                    .unwrap_or_default(),
                evidence: found.evidence.iter().map(|id| paths::report(*id)).collect(),
                parts,
            }
        };
        Self(found.map(finding).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn times(lift: f64) -> String {
    if lift >= 9.95 {
        format!("{lift:.0} times as often as by chance")
    } else {
        format!("{lift:.1} times as often as by chance")
    }
}

pub(crate) fn part(fact: &Fact, labels: Labels) -> Part {
    let term = |sort, list, code, field: Option<&str>| Part {
        sort,
        label: labels.term(list, code).label,
        href: if list == ListId::FailureModes {
            paths::pattern(code.as_str())
        } else {
            String::new()
        },
        query: field.map(|field| format!("{field}:{code}")),
    };
    match fact {
        Fact::Technology(slug) => Part {
            sort: "Technology",
            label: labels.technology(slug).label,
            href: paths::technology(slug.as_str()),
            query: Some(format!("stack:{slug}")),
        },
        Fact::Code(ListId::Triggers, code) => {
            term("Trigger", ListId::Triggers, code, Some("trigger"))
        }
        Fact::Code(ListId::Factors, code) => term("Factor", ListId::Factors, code, Some("factor")),
        Fact::Code(ListId::DetectionGaps, code) => {
            term("Not seen", ListId::DetectionGaps, code, None)
        }
        Fact::Eased(code) => term("Helped", ListId::Mitigations, code, Some("helped")),
        Fact::Code(list, code) => term("Failed", *list, code, Some("mode")),
        other => Part {
            sort: "Also",
            label: format!("{other:?}"),
            href: String::new(),
            query: None,
        },
    }
}

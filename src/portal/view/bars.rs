//! Counts with bars: a table whose middle column is drawn.

use askama::Template;

use super::component;
use crate::portal::{Labelled, Phrase, Table};

/// A term and the number of reports that have it.
#[derive(Clone, Debug)]
pub struct Count {
    /// The term.
    pub item: Labelled,
    /// Where its reports or its page are; empty for none.
    pub href: String,
    /// Number of reports.
    pub reports: u64,
}

impl Count {
    /// A term, its page and its number of reports.
    pub fn new(item: Labelled, href: impl Into<String>, reports: u64) -> Self {
        Self {
            item,
            href: href.into(),
            reports,
        }
    }
}

/// Counts under a heading, longest bar first as given.
#[derive(Clone, Debug, Template)]
#[template(path = "components/bars.html")]
pub struct Bars {
    /// For the heading's anchor.
    pub(crate) id: String,
    /// What is counted: "How it fails".
    pub(crate) title: String,
    /// One sentence under the heading; may be empty.
    pub(crate) note: Phrase,
    pub(crate) rows: Vec<Bar>,
    /// Where the table can be taken along; empty for nowhere.
    pub(crate) csv: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Bar {
    pub(crate) count: Count,
    /// Length in per cent of the longest.
    pub(crate) width: u64,
}

component!(Bars);

impl Bars {
    /// Bars to a common scale: the largest count fills the width.
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        note: impl Into<Phrase>,
        counts: Vec<Count>,
    ) -> Self {
        let most = counts
            .iter()
            .map(|count| count.reports)
            .max()
            .unwrap_or(0)
            .max(1);
        let rows = counts
            .into_iter()
            .map(|count| Bar {
                width: (count.reports * 100).div_ceil(most),
                count,
            })
            .collect();
        Self {
            id: id.into(),
            title: title.into(),
            note: note.into(),
            rows,
            csv: String::new(),
        }
    }

    /// The same to take along.
    pub(crate) fn table(&self) -> Table {
        let row = |bar: &Bar| {
            let item = &bar.count.item;
            vec![
                item.id.clone(),
                item.label.clone(),
                bar.count.reports.to_string(),
            ]
        };
        Table {
            head: vec!["Code", "Term", "Reports, at least"],
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

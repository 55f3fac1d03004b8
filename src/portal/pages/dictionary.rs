//! The data dictionary: what each field of a report means.

use askama::Template;
use serde_json::Value;

use crate::jobs::CorpusTable;
use crate::portal::schema::{Field, fields};
use crate::portal::{Layout, Section};

/// Fields within fields are told this deep.
const DEPTH: usize = 3;

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "public/dictionary.html")]
pub struct DictionaryPage {
    layout: Layout,
    fields: Vec<Field>,
    tables: &'static [CorpusTable],
}

impl DictionaryPage {
    /// From the description of the API, which holds the form of a report, and the tables of the
    /// download for SQLite.
    pub fn new(layout: Layout, document: &Value, tables: &'static [CorpusTable]) -> Self {
        let mut rows = Vec::new();
        if let Some(report) = document.pointer("/components/schemas/PublicReport") {
            fields(document, report, "", DEPTH, &mut rows);
        }
        Self {
            layout,
            fields: rows,
            tables,
        }
    }
}

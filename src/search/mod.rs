//! Full-text search over published reports: the only home of tantivy.
//!
//! The index is a projection of the public rows in the database and can be rebuilt from them at
//! any time. It holds redacted text only, and answers with ids, snippets and counts; whoever shows
//! a hit reads it again from the database, so that a withdrawn report cannot come from a stale index.
//!
//! - [`Query`]: what a reader typed, understood as far as possible.
//! - [`SearchIndex`]: feeding, searching and purging.
//! - [`Results`]: one page of answers with facets.
//!
//! Three decisions shape the rest. What *matches* is decided in one field that holds every word of
//! a report; title and lead (synopsis, summary, factors) only raise the score. All codes of a
//! report sit in one column as `field:value`, so that every filter is one kind of term and every
//! facet is counted in one pass. And what a pass needs of each report (id, period, severity, codes)
//! is kept as plain arrays beside each segment, built once when the segment appears.

mod answer;
mod cursor;
mod document;
mod error;
mod excluded;
mod field;
mod folder;
mod index;
mod open;
mod pass;
mod plan;
mod query;
mod ranking;
mod results;
mod schema;
mod similar;
mod snapshot;
mod snippet;
mod spelling;
mod stack;
mod table;
mod vocabulary;
mod words;
mod writer;

#[cfg(test)]
mod tests;

pub use cursor::{Cursor, CursorError};
pub use error::{RebuildReason, SearchError};
pub use field::{FacetField, Names};
pub use index::{Change, Opened, SearchIndex, State};
pub use query::{Filter, Note, Query};
pub use results::{Facet, FacetValue, Hit, PageRequest, Results, Sort};
pub use schema::SEARCH_SCHEMA_VERSION;
pub use snippet::{Piece, Snippets};

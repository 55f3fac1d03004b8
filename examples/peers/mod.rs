//! Other engines over the same reports, for the programs that compare.

mod document;
mod postgres;
mod sqlite;

pub(crate) use document::{Document, words};
pub(crate) use postgres::Postgres;
pub(crate) use sqlite::Sqlite;

/// Which reports a peer takes for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// Those with all words, or any of them where there is none.
    All,
    /// Those with any word.
    Any,
}

//! Other engines over the same reports, for the programs that compare.

mod document;
mod postgres;
mod sqlite;

pub(crate) use document::Document;
pub(crate) use postgres::Postgres;
pub(crate) use sqlite::Sqlite;

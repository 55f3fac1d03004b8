//! SQLite's FTS5, with stemming and BM25 weighted by field as ours is.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;

use super::Document;

/// An index in a file, or in memory.
pub(crate) struct Sqlite(pub(crate) SqliteConnection);

impl Sqlite {
    /// An empty index at a path (`:memory:` for none).
    pub(crate) fn create(path: &str) -> QueryResult<Self> {
        let mut conn = SqliteConnection::establish(path)
            .map_err(|error| diesel::result::Error::QueryBuilderError(Box::new(error)))?;
        conn.batch_execute(
            "PRAGMA journal_mode = off; PRAGMA synchronous = off;
             CREATE VIRTUAL TABLE report USING
             fts5(id UNINDEXED, title, lead, text, tokenize = 'porter unicode61 remove_diacritics 2');
             CREATE TABLE code (code TEXT, report INTEGER, PRIMARY KEY (code, report)) WITHOUT ROWID;",
        )?;
        Ok(Self(conn))
    }

    /// Adds documents in one transaction.
    pub(crate) fn fill(&mut self, documents: &[Document]) -> QueryResult<()> {
        self.0.transaction(|conn| {
            for document in documents {
                sql_query("INSERT INTO report (id, title, lead, text) VALUES (?, ?, ?, ?)")
                    .bind::<Text, _>(&document.id)
                    .bind::<Text, _>(&document.title)
                    .bind::<Text, _>(&document.lead)
                    .bind::<Text, _>(&document.text)
                    .execute(conn)?;
                for code in &document.codes {
                    sql_query("INSERT INTO code VALUES (?, last_insert_rowid())")
                        .bind::<Text, _>(code)
                        .execute(conn)?;
                }
            }
            Ok(())
        })
    }
}

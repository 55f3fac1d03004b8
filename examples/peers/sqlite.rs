//! SQLite's FTS5, with stemming and BM25 weighted by field as ours is.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;

use super::{Document, Match, words};

/// An index in a file, or in memory.
pub(crate) struct Sqlite(SqliteConnection);

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    id: String,
}

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

    /// Ids of the twenty best.
    pub(crate) fn search(&mut self, query: &str, wanted: Match) -> QueryResult<Vec<String>> {
        let words = words(query).into_iter().map(|word| format!("\"{word}\""));
        let words: Vec<String> = words.collect();
        let mut found = Vec::new();
        if wanted == Match::All {
            found = self.matching(&words.join(" AND "))?;
        }
        if found.is_empty() {
            found = self.matching(&words.join(" OR "))?;
        }
        Ok(found)
    }

    fn matching(&mut self, expression: &str) -> QueryResult<Vec<String>> {
        let rows: Vec<Row> = sql_query(
            "SELECT id FROM report WHERE report MATCH ? ORDER BY bm25(report, 0, 3, 1.5, 1) LIMIT 20",
        )
        .bind::<Text, _>(expression)
        .load(&mut self.0)?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }
}

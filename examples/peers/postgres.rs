//! PostgreSQL's full text search: English stemming, weights by field, a GIN index, `ts_rank_cd`.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Text};

use super::Document;

/// A temporary table on a server.
pub(crate) struct Postgres(pub(crate) PgConnection);

impl Postgres {
    /// An empty table on the server at `url`; it goes with the connection.
    pub(crate) fn create(url: &str) -> QueryResult<Self> {
        let mut conn = PgConnection::establish(url)
            .map_err(|error| diesel::result::Error::QueryBuilderError(Box::new(error)))?;
        conn.batch_execute(
            "CREATE TEMPORARY TABLE report (id text NOT NULL, title text NOT NULL, words tsvector NOT NULL, codes text[] NOT NULL);",
        )?;
        Ok(Self(conn))
    }

    /// Adds documents, then indexes them.
    pub(crate) fn fill(&mut self, documents: &[Document]) -> QueryResult<()> {
        self.0.transaction(|conn| {
            for document in documents {
                sql_query(
                    "INSERT INTO report (id, title, words, codes) VALUES ($1, $2,
                     setweight(to_tsvector('english', $2), 'A') ||
                     setweight(to_tsvector('english', $3), 'B') ||
                     setweight(to_tsvector('english', $4), 'D'), $5)",
                )
                .bind::<Text, _>(&document.id)
                .bind::<Text, _>(&document.title)
                .bind::<Text, _>(&document.lead)
                .bind::<Text, _>(&document.text)
                .bind::<Array<Text>, _>(&document.codes)
                .execute(conn)?;
            }
            conn.batch_execute(
                "CREATE INDEX report_words ON report USING gin (words);
                 CREATE INDEX report_codes ON report USING gin (codes); ANALYZE report;",
            )
        })
    }
}

//! PostgreSQL's full text search: English stemming, weights by field, a GIN index, `ts_rank_cd`.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Text};

use super::{Document, Match, words};

/// A temporary table on a server.
pub(crate) struct Postgres(PgConnection);

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    id: String,
}

impl Postgres {
    /// An empty table on the server at `url`; it goes with the connection.
    pub(crate) fn create(url: &str) -> QueryResult<Self> {
        let mut conn = PgConnection::establish(url)
            .map_err(|error| diesel::result::Error::QueryBuilderError(Box::new(error)))?;
        conn.batch_execute(
            "CREATE TEMPORARY TABLE report (id text NOT NULL, words tsvector NOT NULL, codes text[] NOT NULL);",
        )?;
        Ok(Self(conn))
    }

    /// Adds documents, then indexes them.
    pub(crate) fn fill(&mut self, documents: &[Document]) -> QueryResult<()> {
        self.0.transaction(|conn| {
            for document in documents {
                sql_query(
                    "INSERT INTO report (id, words, codes) VALUES ($1,
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
                "CREATE INDEX report_words ON report USING gin (words); ANALYZE report;",
            )
        })
    }

    /// Ids of the twenty best.
    pub(crate) fn search(&mut self, query: &str, wanted: Match) -> QueryResult<Vec<String>> {
        let words = words(query);
        let mut found = Vec::new();
        if wanted == Match::All {
            found = self.matching(&words.join(" "))?;
        }
        if found.is_empty() {
            found = self.matching(&words.join(" or "))?;
        }
        Ok(found)
    }

    fn matching(&mut self, query: &str) -> QueryResult<Vec<String>> {
        let rows: Vec<Row> = sql_query(
            "SELECT id FROM report, websearch_to_tsquery('english', $1) AS query
             WHERE words @@ query ORDER BY ts_rank_cd(words, query) DESC, id LIMIT 20",
        )
        .bind::<Text, _>(query)
        .load(&mut self.0)?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }
}

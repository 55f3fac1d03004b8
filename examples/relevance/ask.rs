//! Asking the other engines: ids of the twenty best.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;

use super::peers::{Postgres, Sqlite};

/// Which reports a peer takes for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// Those with all words, or any of them where there is none.
    All,
    /// Those with any word.
    Any,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    id: String,
}

/// A peer with its language for several words.
pub(crate) trait Peer {
    /// The twenty best for an expression of the peer's own.
    fn matching(&mut self, expression: &str) -> QueryResult<Vec<String>>;
    /// Words joined so that all, or any, must occur.
    fn joined(words: &[String], wanted: Match) -> String;

    /// The twenty best.
    fn search(&mut self, query: &str, wanted: Match) -> QueryResult<Vec<String>> {
        let words = words(query);
        let mut found = Vec::new();
        if wanted == Match::All {
            found = self.matching(&Self::joined(&words, Match::All))?;
        }
        if found.is_empty() {
            found = self.matching(&Self::joined(&words, Match::Any))?;
        }
        Ok(found)
    }
}

impl Peer for Sqlite {
    fn joined(words: &[String], wanted: Match) -> String {
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        quoted.join(if wanted == Match::All {
            " AND "
        } else {
            " OR "
        })
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

impl Peer for Postgres {
    fn joined(words: &[String], wanted: Match) -> String {
        words.join(if wanted == Match::All { " " } else { " or " })
    }

    fn matching(&mut self, expression: &str) -> QueryResult<Vec<String>> {
        let rows: Vec<Row> = sql_query(
            "SELECT id FROM report, websearch_to_tsquery('english', $1) AS query
             WHERE words @@ query ORDER BY ts_rank_cd(words, query) DESC, id LIMIT 20",
        )
        .bind::<Text, _>(expression)
        .load(&mut self.0)?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }
}

/// The words of a query as people type it, without the marks that engines read differently.
fn words(query: &str) -> Vec<String> {
    query
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

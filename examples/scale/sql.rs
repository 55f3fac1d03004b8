//! SQLite's FTS5 and PostgreSQL's full text search: total, titles of a page, counts where asked for.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Text};

use super::classes::{Kind, Question};
use super::peers::{Postgres, Sqlite};

#[derive(QueryableByName)]
struct Title {
    #[diesel(sql_type = Text)]
    title: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// `None` for what a peer cannot do.
pub(crate) fn sqlite(peer: &mut Sqlite, question: &Question) -> QueryResult<Option<i64>> {
    if question.kind == Kind::Near || question.alike() {
        return Ok(None);
    }
    let words: Vec<String> = if question.kind == Kind::Phrase {
        vec![format!("\"{}\"", question.words.join(" "))]
    } else {
        let star = if question.kind == Kind::Prefix {
            "*"
        } else {
            ""
        };
        let quoted = question
            .words
            .iter()
            .map(|word| format!("\"{word}\"{star}"));
        quoted.collect()
    };
    let mut conditions = Vec::new();
    if !words.is_empty() {
        conditions.push(format!("report MATCH '{}'", words.join(" AND ")));
    }
    for code in &question.codes {
        conditions.push(format!(
            "rowid IN (SELECT report FROM code WHERE code = '{code}')"
        ));
    }
    let filter = match conditions.as_slice() {
        [] => String::new(),
        _ => format!("WHERE {}", conditions.join(" AND ")),
    };
    let order = if words.is_empty() || question.newest {
        "rowid DESC"
    } else {
        "bm25(report, 0, 3, 1.5, 1)"
    };
    let total: Count = sql_query(format!("SELECT count(*) AS count FROM report {filter}"))
        .get_result(&mut peer.0)?;
    let offset = question.offset;
    let page =
        format!("SELECT title FROM report {filter} ORDER BY {order} LIMIT 20 OFFSET {offset}");
    let titles: Vec<Title> = sql_query(page).load(&mut peer.0)?;
    std::hint::black_box(titles.iter().map(|row| row.title.len()).sum::<usize>());
    if question.facets {
        let within = match filter.as_str() {
            "" => String::new(),
            filter => format!("WHERE report IN (SELECT rowid FROM report {filter})"),
        };
        let counts = format!("SELECT count(*) AS count FROM code {within} GROUP BY code");
        let counts: Vec<Count> = sql_query(counts).load(&mut peer.0)?;
        std::hint::black_box(counts.iter().map(|row| row.count).sum::<i64>());
    }
    Ok(Some(total.count))
}

/// `None` for what a peer cannot do.
pub(crate) fn postgres(peer: &mut Postgres, question: &Question) -> QueryResult<Option<i64>> {
    if question.kind == Kind::Near || question.alike() {
        return Ok(None);
    }
    let text = if question.kind == Kind::Phrase {
        format!(
            "phraseto_tsquery('english', '{}')",
            question.words.join(" ")
        )
    } else if question.kind == Kind::Prefix {
        format!("to_tsquery('english', '{}:*')", question.words.join(""))
    } else {
        format!("plainto_tsquery('english', '{}')", question.words.join(" "))
    };
    let (filter, order) = match (question.words.is_empty(), question.newest) {
        (true, _) => ("codes @> $1", "id".to_owned()),
        (false, true) => ("words @@ query AND codes @> $1", "id".to_owned()),
        (false, false) => (
            "words @@ query AND codes @> $1",
            "ts_rank_cd(words, query) DESC, id".to_owned(),
        ),
    };
    let from = format!("FROM report, {text} AS query WHERE {filter}");
    let codes = &question.codes;
    let total: Count = sql_query(format!("SELECT count(*) AS count {from}"))
        .bind::<Array<Text>, _>(codes)
        .get_result(&mut peer.0)?;
    let offset = question.offset;
    let page = format!("SELECT title {from} ORDER BY {order} LIMIT 20 OFFSET {offset}");
    let titles: Vec<Title> = sql_query(page)
        .bind::<Array<Text>, _>(codes)
        .load(&mut peer.0)?;
    std::hint::black_box(titles.iter().map(|row| row.title.len()).sum::<usize>());
    if question.facets {
        let counts = format!(
            "SELECT count(*) AS count FROM (SELECT unnest(codes) AS code {from}) AS each GROUP BY code"
        );
        let counts: Vec<Count> = sql_query(counts)
            .bind::<Array<Text>, _>(codes)
            .load(&mut peer.0)?;
        std::hint::black_box(counts.iter().map(|row| row.count).sum::<i64>());
    }
    Ok(Some(total.count))
}

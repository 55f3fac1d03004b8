//! Each column has an audience, written down in `schema/visibility.toml`.

use std::collections::BTreeMap;

use crate::support::Database;

/// Each column of the live catalogue with what it holds and whether it may be empty, in words that
/// are the same for both databases.
pub(crate) fn columns(db: &Database) -> BTreeMap<String, String> {
    let rows = if db.is_sqlite() {
        db.values(
            "SELECT t.name || '.' || c.name || ' ' ||
                    CASE WHEN c.type = 'INTEGER' THEN 'number' WHEN c.type = 'BLOB' THEN 'bytes'
                         WHEN c.type LIKE 'TIMESTAMP%' THEN 'time' ELSE 'text' END ||
                    CASE WHEN c.\"notnull\" OR c.pk THEN '' ELSE '?' END AS v
             FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'",
        )
    } else {
        db.values(
            "SELECT table_name || '.' || column_name || ' ' ||
                    CASE WHEN data_type IN ('bigint', 'boolean') THEN 'number'
                         WHEN data_type = 'bytea' THEN 'bytes'
                         WHEN data_type LIKE 'timestamp%' THEN 'time' ELSE 'text' END ||
                    CASE is_nullable WHEN 'NO' THEN '' ELSE '?' END AS v
             FROM information_schema.columns WHERE table_schema = 'public'",
        )
    };
    let pairs = rows.iter().map(|row| row.split_once(' ').unwrap());
    pairs
        .map(|(name, what)| (name.to_owned(), what.to_owned()))
        .collect()
}

/// Table, column, audience.
fn audiences() -> BTreeMap<String, String> {
    let text = include_str!("../../schema/visibility.toml");
    let tables: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(text).unwrap();
    let columns = tables.into_iter().flat_map(|(table, columns)| {
        columns
            .into_iter()
            .map(move |(column, audience)| (format!("{table}.{column}"), audience))
    });
    columns.collect()
}

on_both! {
    fn every_column_has_an_audience_and_every_audience_a_column(db) {
        drop(db.open());
        let live: Vec<String> = columns(db).into_keys().collect();
        let written: Vec<String> = audiences().into_keys().collect();
        assert_eq!(live, written);
    }
}

#[test]
fn there_are_three_audiences() {
    for (column, audience) in audiences() {
        let known = ["public", "desk", "secret"].contains(&audience.as_str());
        assert!(known, "{column}: {audience}");
    }
}

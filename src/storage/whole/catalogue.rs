//! Which tables there are, read from the database itself, so that none can be forgotten.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

use super::super::StorageError;
use super::super::dialect::AnyConnection;
use super::super::error::Cause;
use super::UNFINISHED;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Truth,
    Bytes,
}

#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Place in the primary key, from 1; 0 outside it.
    place: i64,
}

/// A table as it is copied: its columns by name, its rows by primary key.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
}

impl Table {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names of its columns, in the order in which a row tells them.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    /// The columns of the primary key, in its order.
    pub(super) fn key(&self) -> Vec<&Column> {
        let mut key: Vec<&Column> = self.columns.iter().filter(|c| c.place > 0).collect();
        key.sort_by_key(|column| column.place);
        key
    }
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    in_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = BigInt)]
    place: i64,
}

#[derive(QueryableByName)]
struct Reference {
    #[diesel(sql_type = Text)]
    in_table: String,
    #[diesel(sql_type = Text)]
    target: String,
}

const SQLITE_COLUMNS: &str =
    "SELECT t.name AS in_table, c.name AS name, c.type AS kind, c.pk AS place
    FROM sqlite_schema t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
const SQLITE_REFERENCES: &str = "SELECT DISTINCT t.name AS in_table, f.\"table\" AS target
    FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'";
const POSTGRES_COLUMNS: &str = "SELECT t.relname::text AS in_table, a.attname::text AS name,
        format_type(a.atttypid, NULL) AS kind,
        coalesce(array_position(k.conkey, a.attnum), 0)::bigint AS place
    FROM pg_class t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
    WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace";
const POSTGRES_REFERENCES: &str = "SELECT DISTINCT c.relname::text AS in_table, t.relname::text AS target
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace";

/// Every table of the registry, each after those it refers to.
pub(super) fn tables(conn: &mut AnyConnection) -> Result<Vec<Table>, StorageError> {
    let (columns, references): (Vec<Found>, Vec<Reference>) = match conn {
        AnyConnection::Sqlite(conn) => (
            sql_query(SQLITE_COLUMNS).load(conn)?,
            sql_query(SQLITE_REFERENCES).load(conn)?,
        ),
        AnyConnection::Postgres(conn) => (
            sql_query(POSTGRES_COLUMNS).load(conn)?,
            sql_query(POSTGRES_REFERENCES).load(conn)?,
        ),
    };
    let mut found: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    for column in columns {
        if column.in_table.starts_with("__diesel") || column.in_table == UNFINISHED {
            continue;
        }
        let kind = kind(&column)?;
        found.entry(column.in_table).or_default().push(Column {
            name: column.name,
            kind,
            place: column.place,
        });
    }
    let tables = found.into_iter().map(|(name, mut columns)| {
        columns.sort_by(|a, b| a.name.cmp(&b.name));
        Table { name, columns }
    });
    in_order(tables.collect(), &references)
}

fn kind(column: &Found) -> Result<Kind, StorageError> {
    match column.kind.to_ascii_lowercase().as_str() {
        "text" => Ok(Kind::Text),
        "integer" | "bigint" => Ok(Kind::Number),
        "boolean" => Ok(Kind::Truth),
        "blob" | "bytea" => Ok(Kind::Bytes),
        other => Err(StorageError::Internal(Cause::new(format!(
            "nobody said how to copy the column {}.{} ({other})",
            column.in_table, column.name
        )))),
    }
}

/// Tables with those first that others refer to.
fn in_order(mut waiting: Vec<Table>, references: &[Reference]) -> Result<Vec<Table>, StorageError> {
    let mut ordered: Vec<Table> = Vec::new();
    let mut done = BTreeSet::new();
    while !waiting.is_empty() {
        let free = |table: &Table, done: &BTreeSet<String>| {
            references
                .iter()
                .filter(|r| r.in_table == table.name && r.target != table.name)
                .all(|r| done.contains(&r.target))
        };
        let (ready, rest): (Vec<Table>, Vec<Table>) =
            waiting.into_iter().partition(|table| free(table, &done));
        if ready.is_empty() {
            return Err(StorageError::corrupt("the references between tables"));
        }
        done.extend(ready.iter().map(|table| table.name.clone()));
        ordered.extend(ready);
        waiting = rest;
    }
    Ok(ordered)
}

//! The whole of a database as rows in one form for both kinds, to be kept, brought back or moved.
//!
//! A row is a line: a JSON array of the table's columns by name, bytes in hexadecimal digits, truths
//! as 0 and 1. Rows come by primary key, in the order of their bytes. So the same content gives the
//! same lines from either database, and what was copied is compared line by line.

mod catalogue;
mod filling;

use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;
use serde_json::Value;

use super::dialect::AnyConnection;
use super::{ReadTx, StorageError};
use catalogue::Kind;

pub use catalogue::Table;
pub use filling::Filling;
pub(super) use filling::unfinished;

/// Marks a database into which a copy was begun and not finished. It holds where the copy is from.
const UNFINISHED: &str = "candor_unfinished_copy";

/// A reader may take longer over the rows than a statement of a request may.
const PATIENCE: &str =
    "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Every table of the registry, each after those it refers to.
pub fn tables(tx: &mut ReadTx<'_>) -> Result<Vec<Table>, StorageError> {
    catalogue::tables(tx.conn())
}

/// Hands every row of a table to `take`, as a line, one at a time.
pub fn each_row<E: From<StorageError>>(
    tx: &mut ReadTx<'_>,
    table: &Table,
    take: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    rows(tx.conn(), table, take)
}

fn rows<E: From<StorageError>>(
    conn: &mut AnyConnection,
    table: &Table,
    mut take: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let failed = |error: diesel::result::Error| E::from(error.into());
    match conn {
        AnyConnection::Sqlite(conn) => {
            let rows = sql_query(from_sqlite(table))
                .load_iter::<Line, DefaultLoadingMode>(conn)
                .map_err(failed)?;
            for row in rows {
                take(&canonical(&row.map_err(failed)?.line)?)?;
            }
        }
        AnyConnection::Postgres(conn) => {
            conn.batch_execute(PATIENCE).map_err(failed)?;
            let rows = sql_query(from_postgres(table))
                .load_iter::<Line, PgRowByRowLoadingMode>(conn)
                .map_err(failed)?;
            for row in rows {
                take(&canonical(&row.map_err(failed)?.line)?)?;
            }
        }
    }
    Ok(())
}

/// The two databases write the same JSON with other spaces and escapes.
fn canonical(line: &str) -> Result<String, StorageError> {
    let row: Vec<Value> = serde_json::from_str(line).map_err(|_| StorageError::corrupt("a row"))?;
    serde_json::to_string(&row).map_err(|_| StorageError::corrupt("a row"))
}

/// Names come from the database's catalogue; quoted, they stay names.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

fn from_sqlite(table: &Table) -> String {
    let values = table.columns.iter().map(|column| {
        let name = quoted(&column.name);
        match column.kind {
            // hex() makes nothing of NULL, which is not NULL.
            Kind::Bytes => format!("iif({name} IS NULL, NULL, lower(hex({name})))"),
            Kind::Text | Kind::Number | Kind::Truth => name,
        }
    });
    let order = table.key().into_iter().map(|column| quoted(&column.name));
    format!(
        "SELECT json_array({}) AS line FROM {} ORDER BY {}",
        listed(values),
        quoted(&table.name),
        listed(order)
    )
}

fn from_postgres(table: &Table) -> String {
    let values = table.columns.iter().map(|column| {
        let name = quoted(&column.name);
        match column.kind {
            Kind::Bytes => format!("encode({name}, 'hex')"),
            Kind::Truth => format!("{name}::int"),
            Kind::Text | Kind::Number => name,
        }
    });
    let order = table.key().into_iter().map(|column| {
        let name = quoted(&column.name);
        match column.kind {
            Kind::Text => format!("{name} COLLATE \"C\""),
            Kind::Bytes | Kind::Number | Kind::Truth => name,
        }
    });
    format!(
        "SELECT json_build_array({})::text AS line FROM {} ORDER BY {}",
        listed(values),
        quoted(&table.name),
        listed(order)
    )
}

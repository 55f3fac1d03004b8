//! Making what was deleted or overwritten unreadable in the database's own files.

use std::thread::sleep;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Integer, Text};

use super::StorageError;
use super::error::Cause;

/// Rewriting a table may take long once it has begun, but must not make readers queue behind it.
const LIMITS: &str = "SET LOCAL statement_timeout = '10min'; SET LOCAL lock_timeout = '5s'";

/// How often, and how long in between, to look whether older transactions have ended.
const LOOKS: u32 = 200;
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = Integer)]
    busy: i32,
}

/// `secure_delete` has zeroed the pages; the log keeps their old contents until it is truncated.
pub(super) fn sqlite(conn: &mut SqliteConnection) -> Result<(), StorageError> {
    let checkpoint: Checkpoint = sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(conn)?;
    if checkpoint.busy == 0 {
        Ok(())
    } else {
        Err(still_read())
    }
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = Text)]
    transaction: String,
}

#[derive(QueryableByName)]
struct Older {
    #[diesel(sql_type = BigInt)]
    transactions: i64,
}

#[derive(QueryableByName)]
struct Keyed {
    #[diesel(sql_type = Text)]
    of_table: String,
    #[diesel(sql_type = Text)]
    by_index: String,
}

/// A row that was changed stays in its page until the table is written anew, which leaves out only
/// what no running transaction can see: so those that are older have to end first. Writing the
/// tables in the order of their random ids takes the order of arrival out of the files, too.
pub(super) fn postgres(conn: &mut PgConnection) -> Result<(), StorageError> {
    let now: Number =
        sql_query("SELECT pg_current_xact_id()::text AS transaction").get_result(conn)?;
    let older = "SELECT count(*) AS transactions FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
        AND (age(backend_xid) > age($1::xid8::xid)
             OR datname = current_database() AND age(backend_xmin) > age($1::xid8::xid))";
    for look in 0.. {
        let older: Older = sql_query(older)
            .bind::<Text, _>(&now.transaction)
            .get_result(conn)?;
        if older.transactions == 0 {
            break;
        }
        if look == LOOKS {
            return Err(still_read());
        }
        sleep(BETWEEN_LOOKS);
    }
    // Every table: each loses rows or words when something is taken back, changed or forgotten.
    let keyed: Vec<Keyed> = sql_query(
        "SELECT indrelid::regclass::text AS of_table, indexrelid::regclass::text AS by_index
         FROM pg_index WHERE indisprimary AND indrelid IN (
             SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace)
         ORDER BY of_table",
    )
    .load(conn)?;
    for Keyed { of_table, by_index } in keyed {
        conn.transaction(|conn| {
            conn.batch_execute(LIMITS)?;
            conn.batch_execute(&format!("CLUSTER {of_table} USING {by_index}"))
        })?;
    }
    Ok(())
}

fn still_read() -> StorageError {
    StorageError::Unavailable(Cause::new(
        "somebody still reads an older state, so it cannot be purged yet",
    ))
}

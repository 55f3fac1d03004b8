//! The one place that knows that there are two databases.
//!
//! Everything else is written once, in diesel's query language, for [`AnyConnection`].

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use diesel::connection::{AnsiTransactionManager, SimpleConnection};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use diesel::sqlite::Sqlite;
use diesel_migrations::{EmbeddedMigrations, embed_migrations};

use super::error::Cause;
use super::{DatabaseUrl, StorageError, migrate, purge};

const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// One writer at a time, on PostgreSQL as on SQLite: what a write transaction reads stays true until
/// it commits, and outbox numbers become visible in order. Any number does, if it never changes.
const WRITER_LOCK: &str = "SELECT pg_advisory_xact_lock(4843061731186)";

/// One statement each, in this order: `busy_timeout` is for those after it, and `auto_vacuum` can
/// only be chosen before WAL mode writes the first page.
const PRAGMAS: [&str; 9] = [
    "PRAGMA busy_timeout = 10000",
    "PRAGMA auto_vacuum = FULL",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
];

const POSTGRES_SESSION: &str = "SET application_name = 'candor'; \
     SET statement_timeout = '30s'; \
     SET idle_in_transaction_session_timeout = '60s'";

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub(super) enum AnyConnection {
    /// To a file.
    Sqlite(SqliteConnection),
    /// To a server.
    Postgres(PgConnection),
}

/// What a connection is for.
#[derive(Clone, Copy)]
pub(super) enum Access {
    /// Transactions that see one moment and change nothing.
    Read,
    /// Transactions that are alone with the database.
    Write,
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = Text)]
    version: String,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Creates the file of an SQLite database, for its owner only, unless it exists.
pub(super) fn create(url: &DatabaseUrl) -> Result<(), StorageError> {
    let DatabaseUrl::Sqlite(path) = url else {
        return Ok(());
    };
    let created = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match created {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(StorageError::Unavailable(Cause::new(format!(
            "{} cannot be created: {error}",
            path.display()
        )))),
    }
}

/// Connects, by the scheme of the address alone.
pub(super) fn connect(url: &DatabaseUrl, access: Access) -> Result<AnyConnection, StorageError> {
    match url {
        DatabaseUrl::Sqlite(path) => {
            let mut conn = SqliteConnection::establish(&file_name(path)?)?;
            for pragma in PRAGMAS {
                conn.batch_execute(pragma)?;
            }
            if matches!(access, Access::Read) {
                conn.batch_execute("PRAGMA query_only = ON")?;
            }
            Ok(AnyConnection::Sqlite(conn))
        }
        DatabaseUrl::Postgres(url) => {
            let mut conn = PgConnection::establish(url.expose())?;
            conn.batch_execute(POSTGRES_SESSION)?;
            Ok(AnyConnection::Postgres(conn))
        }
    }
}

/// An absolute path, because SQLite gives names such as `:memory:` and `file:x` a meaning.
fn file_name(path: &Path) -> Result<String, StorageError> {
    std::path::absolute(path)
        .ok()
        .filter(|path| path.exists())
        .and_then(|path| path.to_str().map(str::to_owned))
        .ok_or_else(|| {
            StorageError::Unavailable(Cause::new(format!("{} is not there", path.display())))
        })
}

/// Begins a transaction. Reading ones see the database as it is at one moment.
pub(super) fn begin(conn: &mut AnyConnection, access: Access) -> Result<(), StorageError> {
    match (conn, access) {
        (AnyConnection::Sqlite(conn), Access::Read) => {
            AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?;
        }
        (AnyConnection::Sqlite(conn), Access::Write) => {
            AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?;
        }
        (AnyConnection::Postgres(conn), Access::Read) => {
            let sql = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
            AnsiTransactionManager::begin_transaction_sql(conn, sql)?;
        }
        (AnyConnection::Postgres(conn), Access::Write) => {
            AnsiTransactionManager::begin_transaction_sql(
                conn,
                "BEGIN ISOLATION LEVEL READ COMMITTED",
            )?;
            conn.batch_execute(WRITER_LOCK)?;
        }
    }
    Ok(())
}

/// Applies what is missing of the migrations, within the caller's write transaction.
pub(super) fn apply_migrations(conn: &mut AnyConnection) -> Result<(), StorageError> {
    match conn {
        AnyConnection::Sqlite(conn) => migrate::apply(conn, SQLITE_MIGRATIONS),
        AnyConnection::Postgres(conn) => migrate::apply(conn, POSTGRES_MIGRATIONS),
    }
}

/// How far the database has been brought. Only reads.
pub(super) fn schema(conn: &mut AnyConnection) -> Result<migrate::Schema, StorageError> {
    let applied = if exists(conn, "__diesel_schema_migrations")? {
        let query = sql_query("SELECT version FROM __diesel_schema_migrations ORDER BY version");
        let rows: Vec<Applied> = match conn {
            AnyConnection::Sqlite(conn) => query.load(conn)?,
            AnyConnection::Postgres(conn) => query.load(conn)?,
        };
        rows.into_iter().map(|row| row.version).collect()
    } else {
        Vec::new()
    };
    let known = match conn {
        AnyConnection::Sqlite(_) => migrate::known::<Sqlite>(&SQLITE_MIGRATIONS),
        AnyConnection::Postgres(_) => migrate::known::<Pg>(&POSTGRES_MIGRATIONS),
    }?;
    Ok(migrate::Schema { applied, known })
}

/// Whether there is a table of this name.
pub(super) fn exists(conn: &mut AnyConnection, table: &str) -> Result<bool, StorageError> {
    let found: Found = match conn {
        AnyConnection::Sqlite(conn) => {
            sql_query("SELECT count(*) AS count FROM sqlite_schema WHERE name = ?")
                .bind::<Text, _>(table)
                .get_result(conn)?
        }
        AnyConnection::Postgres(conn) => {
            sql_query("SELECT count(*) AS count FROM pg_class WHERE oid = to_regclass($1)")
                .bind::<Text, _>(table)
                .get_result(conn)?
        }
    };
    Ok(found.count > 0)
}

/// Makes the schema of an empty database anew, as it was after these migrations.
pub(super) fn start_over(
    conn: &mut AnyConnection,
    versions: &[String],
) -> Result<(), StorageError> {
    match conn {
        AnyConnection::Sqlite(conn) => migrate::start_over(conn, SQLITE_MIGRATIONS, versions),
        AnyConnection::Postgres(conn) => migrate::start_over(conn, POSTGRES_MIGRATIONS, versions),
    }
}

/// Makes what was deleted or overwritten unreadable in the database's own files.
pub(super) fn purge(conn: &mut AnyConnection) -> Result<(), StorageError> {
    match conn {
        AnyConnection::Sqlite(conn) => purge::sqlite(conn),
        AnyConnection::Postgres(conn) => purge::postgres(conn),
    }
}

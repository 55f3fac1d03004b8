//! Filling an empty database with the rows of another one, a part at a time.
//!
//! Until it is finished nothing else can open the database; whoever begins the same copy again goes
//! on where it stopped.

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

use super::super::dialect::{self, Access, AnyConnection};
use super::super::pool::transaction;
use super::super::{DatabaseUrl, StorageError, WriteTx};
use super::catalogue::{self, Kind};
use super::{Table, UNFINISHED, listed, quoted, rows};

/// A database that is being filled.
pub struct Filling {
    conn: AnyConnection,
    tables: BTreeMap<String, Table>,
}

#[derive(QueryableByName)]
struct Origin {
    #[diesel(sql_type = Text)]
    origin: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Numbers that are given out go on after the highest one that was copied. SQLite sees to it itself.
const POSTGRES_SEQUENCES: &str = "DO $$ DECLARE numbered record; BEGIN
    FOR numbered IN SELECT t.relname, a.attname FROM pg_class t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attidentity <> ''
        WHERE t.relnamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format(
            'SELECT setval(pg_get_serial_sequence(quote_ident(%L), %L), max(%I)) FROM %I HAVING count(*) > 0',
            numbered.relname, numbered.attname, numbered.attname, numbered.relname);
    END LOOP;
END $$";

impl Filling {
    /// Begins a copy from `origin`, whose database had these migrations, or goes on with it. An
    /// SQLite file is made if its folder exists.
    ///
    /// Fails with [`StorageError::Occupied`] on a database that holds a registry, with
    /// [`StorageError::Unfinished`] where another copy was begun, and with [`StorageError::Newer`]
    /// on migrations that this Candor does not know.
    pub fn begin(
        url: &DatabaseUrl,
        origin: &str,
        migrations: &[String],
    ) -> Result<Self, StorageError> {
        dialect::create(url)?;
        let mut conn = dialect::connect(url, Access::Write)?;
        let tables = transaction(&mut conn, Access::Write, |conn| {
            match unfinished(conn)? {
                Some(begun) if begun == origin => {}
                Some(_) => return Err(StorageError::Unfinished),
                None => {
                    let tables = catalogue::tables(conn)?;
                    // An empty registry has settings: a key was made for it.
                    for table in tables.iter().filter(|table| table.name != "settings") {
                        if count(conn, table)? > 0 {
                            return Err(StorageError::Occupied);
                        }
                    }
                    dialect::start_over(conn, migrations)?;
                    let made = format!("CREATE TABLE {UNFINISHED} (origin TEXT NOT NULL)");
                    conn.batch_execute(&made)?;
                    note(conn, origin)?;
                }
            }
            catalogue::tables(conn)
        })?;
        Ok(Self {
            conn,
            tables: tables
                .into_iter()
                .map(|table| (table.name.clone(), table))
                .collect(),
        })
    }

    /// The table of this name with exactly these columns.
    pub fn table(&self, name: &str, columns: &[String]) -> Result<Table, StorageError> {
        self.tables
            .get(name)
            .filter(|table| table.columns().eq(columns.iter().map(String::as_str)))
            .cloned()
            .ok_or(StorageError::corrupt("a table of the copy"))
    }

    /// How many rows of a table are there already: the first ones.
    pub fn held(&mut self, table: &Table) -> Result<u64, StorageError> {
        transaction(&mut self.conn, Access::Write, |conn| count(conn, table))
    }

    /// Adds rows, all or none.
    pub fn insert(&mut self, table: &Table, lines: &[String]) -> Result<(), StorageError> {
        let lines = format!("[{}]", lines.join(","));
        transaction(&mut self.conn, Access::Write, |conn| {
            match conn {
                AnyConnection::Sqlite(conn) => sql_query(into_sqlite(table))
                    .bind::<Text, _>(&lines)
                    .execute(conn),
                AnyConnection::Postgres(conn) => sql_query(into_postgres(table))
                    .bind::<Text, _>(&lines)
                    .execute(conn),
            }
            .map(drop)
            .map_err(StorageError::from)
        })
    }

    /// Hands every row of a table to `take`: see [`super::each_row`].
    pub fn each_row<E: From<StorageError>>(
        &mut self,
        table: &Table,
        take: impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        transaction(&mut self.conn, Access::Read, |conn| rows(conn, table, take))
    }

    /// Brings the schema up to date, runs `last`, and opens the database to everybody; all or none.
    pub fn finish<T, E: From<StorageError>>(
        mut self,
        last: impl FnOnce(&mut WriteTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        transaction(&mut self.conn, Access::Write, |conn| {
            dialect::apply_migrations(conn)?;
            if let AnyConnection::Postgres(conn) = conn {
                conn.batch_execute(POSTGRES_SEQUENCES)
                    .map_err(StorageError::from)?;
            }
            let value = last(&mut WriteTx::new(conn))?;
            conn.batch_execute(&format!("DROP TABLE {UNFINISHED}"))
                .map_err(StorageError::from)?;
            Ok(value)
        })
    }
}

/// Where a copy is from that was begun here and not finished.
pub(in crate::storage) fn unfinished(
    conn: &mut AnyConnection,
) -> Result<Option<String>, StorageError> {
    if !dialect::exists(conn, UNFINISHED)? {
        return Ok(None);
    }
    let query = sql_query(format!("SELECT origin FROM {UNFINISHED}"));
    let found: Origin = match conn {
        AnyConnection::Sqlite(conn) => query.get_result(conn)?,
        AnyConnection::Postgres(conn) => query.get_result(conn)?,
    };
    Ok(Some(found.origin))
}

fn note(conn: &mut AnyConnection, origin: &str) -> Result<(), StorageError> {
    match conn {
        AnyConnection::Sqlite(conn) => sql_query(format!("INSERT INTO {UNFINISHED} VALUES (?)"))
            .bind::<Text, _>(origin)
            .execute(conn)?,
        AnyConnection::Postgres(conn) => sql_query(format!("INSERT INTO {UNFINISHED} VALUES ($1)"))
            .bind::<Text, _>(origin)
            .execute(conn)?,
    };
    Ok(())
}

fn count(conn: &mut AnyConnection, table: &Table) -> Result<u64, StorageError> {
    let query = sql_query(format!(
        "SELECT count(*) AS count FROM {}",
        quoted(&table.name)
    ));
    let found: Count = match conn {
        AnyConnection::Sqlite(conn) => query.get_result(conn)?,
        AnyConnection::Postgres(conn) => query.get_result(conn)?,
    };
    Ok(found.count.unsigned_abs())
}

fn into_sqlite(table: &Table) -> String {
    let values = table.columns.iter().enumerate().map(|(place, column)| {
        let value = format!("json_extract(value, '$[{place}]')");
        match column.kind {
            Kind::Bytes => format!("unhex({value})"),
            Kind::Text | Kind::Number | Kind::Truth => value,
        }
    });
    format!(
        "INSERT INTO {} ({}) SELECT {} FROM json_each(?)",
        quoted(&table.name),
        listed(table.columns().map(quoted)),
        listed(values)
    )
}

fn into_postgres(table: &Table) -> String {
    let values = table.columns.iter().enumerate().map(|(place, column)| {
        let value = format!("(r->>{place})");
        match column.kind {
            Kind::Bytes => format!("decode({value}, 'hex')"),
            Kind::Number => format!("{value}::bigint"),
            Kind::Truth => format!("{value}::boolean"),
            Kind::Text => value,
        }
    });
    format!(
        "INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE SELECT {} FROM json_array_elements($1::json) AS r",
        quoted(&table.name),
        listed(table.columns().map(quoted)),
        listed(values)
    )
}

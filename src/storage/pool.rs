//! The handle on the database: connections, and transactions as closures.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use diesel::connection::TransactionManager;
use diesel::r2d2::{ManageConnection, NopErrorHandler, Pool, PooledConnection, R2D2Connection};

use super::dialect::{self, Access, AnyConnection};
use super::error::Cause;
use super::whole::unfinished;
use super::{DatabaseUrl, ReadTx, Schema, StorageError, WriteTx, settings};

/// Enough that a slow reader does not make the others wait; each costs a file handle or a backend.
const READERS: u32 = 8;

/// How long to wait for a connection before giving up: who sends something waits longer than who
/// reads, and with the database away nobody waits for nothing.
const PATIENCE_TO_READ: Duration = Duration::from_secs(10);
const PATIENCE_TO_WRITE: Duration = Duration::from_secs(15);

/// A handle on the database. Cloning it is cheap; all clones share their connections.
///
/// A closure is a transaction: whatever `f` returns as an error undoes it. Both methods block, so
/// that a server calls them on a thread made for that. Never call one inside the other.
#[derive(Clone)]
pub struct Storage {
    readers: Pool<Manager>,
    writer: Pool<Manager>,
    /// Something was taken back, and not purged yet.
    to_purge: Arc<AtomicBool>,
}

impl Storage {
    /// Connects and brings the schema up to date. The file of an SQLite database is created if its
    /// folder exists. Several processes may do this at once: they take turns.
    ///
    /// Fails with [`StorageError::Newer`] on a database that a newer Candor has upgraded.
    pub fn open(url: &DatabaseUrl) -> Result<Self, StorageError> {
        dialect::create(url)?;
        let mut conn = dialect::connect(url, Access::Write)?;
        transaction(&mut conn, Access::Write, |conn| {
            refuse_unfinished(conn)?;
            dialect::apply_migrations(conn)
        })?;
        Ok(Self::over(url))
    }

    /// Connects to a database that is there, and leaves its schema as it is.
    pub fn open_as_it_is(url: &DatabaseUrl) -> Result<Self, StorageError> {
        let mut conn = dialect::connect(url, Access::Read)?;
        transaction(&mut conn, Access::Read, refuse_unfinished)?;
        Ok(Self::over(url))
    }

    fn over(url: &DatabaseUrl) -> Self {
        let pool = |access, size, patience| {
            Pool::builder()
                .max_size(size)
                .min_idle(Some(0))
                .connection_timeout(patience)
                .error_handler(Box::new(NopErrorHandler))
                .build_unchecked(Manager {
                    url: url.clone(),
                    access,
                })
        };
        Self {
            readers: pool(Access::Read, READERS, PATIENCE_TO_READ),
            writer: pool(Access::Write, 1, PATIENCE_TO_WRITE),
            to_purge: Arc::default(),
        }
    }

    /// How far the database has been brought, and how far this Candor would bring it.
    pub fn schema(&self) -> Result<Schema, StorageError> {
        let mut conn = connection(&self.readers)?;
        transaction(&mut conn, Access::Read, dialect::schema)
    }

    /// Runs `f` in a transaction that sees the database as it is at one moment.
    pub fn read<T, E: From<StorageError>>(
        &self,
        f: impl FnOnce(&mut ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = connection(&self.readers)?;
        transaction(&mut conn, Access::Read, |conn| f(&mut ReadTx::new(conn)))
    }

    /// Runs `f` in a transaction that is alone with the database, and commits if it succeeds.
    ///
    /// What `f` reads stays true until then, also on PostgreSQL: there is one writer at a time.
    pub fn write<T, E: From<StorageError>>(
        &self,
        f: impl FnOnce(&mut WriteTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = connection(&self.writer)?;
        transaction(&mut conn, Access::Write, |conn| f(&mut WriteTx::new(conn)))
    }

    /// Whether the database answers.
    pub fn check(&self) -> Result<(), StorageError> {
        self.read(|tx| settings::get(tx, "").map(drop))
    }

    /// Asks whoever does the work that nobody waits for to purge soon.
    pub fn ask_purge(&self) {
        self.to_purge.store(true, Ordering::Release);
    }

    /// [`Self::purge`], if somebody asked for it since; asks again if it did not work.
    pub fn purge_if_asked(&self) -> Result<(), StorageError> {
        if !self.to_purge.swap(false, Ordering::AcqRel) {
            return Ok(());
        }
        self.purge().inspect_err(|_| self.ask_purge())
    }

    /// Makes what was deleted, shredded or replaced unreadable in the database's own files.
    ///
    /// Rewrites tables on PostgreSQL: a job for the background, not for a request. Backups and
    /// archived logs are out of its reach; there the loss of the report's key is what protects it.
    pub fn purge(&self) -> Result<(), StorageError> {
        let mut conn = connection(&self.writer)?;
        dialect::purge(&mut conn)
    }
}

fn refuse_unfinished(conn: &mut AnyConnection) -> Result<(), StorageError> {
    match unfinished(conn)? {
        Some(_) => Err(StorageError::Unfinished),
        None => Ok(()),
    }
}

fn connection(pool: &Pool<Manager>) -> Result<PooledConnection<Manager>, StorageError> {
    pool.get()
        .map_err(|error| StorageError::Unavailable(Cause::new(error.to_string())))
}

/// One transaction. A connection whose transaction could not be ended is thrown away by the pool.
pub(super) fn transaction<T, E: From<StorageError>>(
    conn: &mut AnyConnection,
    access: Access,
    f: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
) -> Result<T, E> {
    dialect::begin(conn, access).inspect_err(|_| roll_back(conn))?;
    match f(conn) {
        Ok(value) => {
            AnyConnection::commit_transaction(conn).map_err(|error| {
                roll_back(conn);
                StorageError::from(error)
            })?;
            Ok(value)
        }
        Err(error) => {
            roll_back(conn);
            Err(error)
        }
    }
}

/// Ends what `begin` began. If that fails the connection counts as broken, and closing it rolls back.
fn roll_back(conn: &mut AnyConnection) {
    drop(AnyConnection::rollback_transaction(conn));
}

struct Manager {
    url: DatabaseUrl,
    access: Access,
}

impl ManageConnection for Manager {
    type Connection = AnyConnection;
    type Error = StorageError;

    fn connect(&self) -> Result<AnyConnection, StorageError> {
        dialect::connect(&self.url, self.access)
    }

    fn is_valid(&self, conn: &mut AnyConnection) -> Result<(), StorageError> {
        Ok(conn.ping()?)
    }

    fn has_broken(&self, conn: &mut AnyConnection) -> bool {
        conn.is_broken()
    }
}

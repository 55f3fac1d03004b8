//! A database of its own for each test, and samples to put into it.

use candor::anonymise::RedactedText;
use candor::report::{IsoWeek, PublicReport, RecordKind, Report, ReportId};
use candor::storage::pending::{NewPending, SealedText};
use candor::storage::{DatabaseUrl, ReadTx, Storage, StorageError, WriteTx, pending};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use tempfile::TempDir;

/// Tests whose bodies run on both databases, as `name::sqlite` and `name::postgres`.
macro_rules! on_both {
    ($(fn $name:ident($db:ident) $body:block)+) => {$(
        fn $name($db: &$crate::support::Database) $body

        mod $name {
            use $crate::support::Database;

            #[test]
            fn sqlite() {
                super::$name(&Database::sqlite());
            }

            #[test]
            fn postgres() {
                super::$name(&Database::postgres());
            }
        }
    )+};
}

/// An empty database that goes when dropped.
pub(crate) struct Database {
    pub(crate) url: DatabaseUrl,
    place: Place,
}

enum Place {
    File(TempDir),
    Server { address: String, name: String },
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    v: String,
}

impl Database {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("candor.sqlite");
        Self {
            url: DatabaseUrl::Sqlite(path),
            place: Place::File(folder),
        }
    }

    pub(crate) fn postgres() -> Self {
        let server = server();
        let name = format!("candor_{}", ReportId::random()).replace('-', "");
        PgConnection::establish(&server)
            .expect("CANDOR_TEST_POSTGRES names a server that runs")
            .batch_execute(&format!("CREATE DATABASE {name}"))
            .unwrap();
        let (host, options) = server.split_once('?').unwrap_or((&server, ""));
        let (host, _) = host.rsplit_once('/').unwrap();
        let address = format!("{host}/{name}?{options}");
        Self {
            url: address.parse().unwrap(),
            place: Place::Server { address, name },
        }
    }

    pub(crate) fn open(&self) -> Storage {
        Storage::open(&self.url).unwrap()
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self.place, Place::File(_))
    }

    /// The folder of the database's files.
    pub(crate) fn folder(&self) -> &std::path::Path {
        match &self.place {
            Place::File(folder) => folder.path(),
            Place::Server { .. } => panic!("a server's folder is its own"),
        }
    }

    /// Runs statements past the storage.
    pub(crate) fn execute(&self, sql: &str) {
        match &self.place {
            Place::File(_) => self.raw_sqlite().batch_execute(sql),
            Place::Server { .. } => self.raw_postgres().batch_execute(sql),
        }
        .unwrap();
    }

    /// The column `v`, a text, of a query's rows.
    pub(crate) fn values(&self, sql: &str) -> Vec<String> {
        let query = diesel::sql_query(sql);
        let rows: Vec<Value> = match &self.place {
            Place::File(_) => query.load(&mut self.raw_sqlite()),
            Place::Server { .. } => query.load(&mut self.raw_postgres()),
        }
        .unwrap();
        rows.into_iter().map(|row| row.v).collect()
    }

    pub(crate) fn raw_sqlite(&self) -> SqliteConnection {
        let path = self.folder().join("candor.sqlite");
        SqliteConnection::establish(path.to_str().unwrap()).unwrap()
    }

    pub(crate) fn raw_postgres(&self) -> PgConnection {
        match &self.place {
            Place::Server { address, .. } => PgConnection::establish(address).unwrap(),
            Place::File(_) => panic!("this is a file"),
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Place::Server { name, .. } = &self.place {
            let dropped = PgConnection::establish(&server())
                .map(|mut conn| conn.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")));
            assert!(std::thread::panicking() || matches!(dropped, Ok(Ok(()))));
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the test runner says where its server is"
)]
fn server() -> String {
    std::env::var("CANDOR_TEST_POSTGRES").expect(
        "these tests need PostgreSQL: run `sh tests/run`, which starts a server for them, or set \
         CANDOR_TEST_POSTGRES to the postgres:// address of a throw-away one",
    )
}

/// Writes, where nothing but the storage can fail.
pub(crate) fn write<T>(
    storage: &Storage,
    f: impl FnOnce(&mut WriteTx<'_>) -> Result<T, StorageError>,
) -> Result<T, StorageError> {
    storage.write(f)
}

/// Reads, where nothing may fail.
pub(crate) fn read<T>(
    storage: &Storage,
    f: impl FnOnce(&mut ReadTx<'_>) -> Result<T, StorageError>,
) -> T {
    storage.read(f).unwrap()
}

pub(crate) fn week(text: &str) -> IsoWeek {
    text.parse().unwrap()
}

pub(crate) fn sealed(text: &[u8]) -> SealedText {
    SealedText {
        wrapped_key: [b"key of ", text].concat(),
        ciphertext: text.to_vec(),
    }
}

/// 32 bytes that differ from one call to the next.
pub(crate) fn code() -> [u8; 32] {
    let text = ReportId::random().to_string();
    text.as_bytes()[..32].try_into().unwrap()
}

/// A report as it came in in a week.
pub(crate) fn incoming(when: &str) -> NewPending {
    NewPending {
        id: ReportId::random(),
        week: week(when),
        kind: RecordKind::NearMiss,
        receipt: code(),
        nonce: code(),
        sealed: sealed(b"sealed text"),
        sample: false,
    }
}

/// Keeps a report that came in in a week.
pub(crate) fn receive(storage: &Storage, when: &str) -> ReportId {
    let new = incoming(when);
    write(storage, |tx| pending::insert(tx, &new)).unwrap();
    new.id
}

/// A report as it becomes public in a month.
pub(crate) fn public(month: &str, title: &str) -> PublicReport<RedactedText> {
    let text = |text: &str| RedactedText::from_store(text.to_owned());
    PublicReport {
        id: ReportId::random(),
        published: month.parse().unwrap(),
        revision: 0,
        sample: true,
        changes: Vec::new(),
        report: Report {
            kind: RecordKind::Save,
            title: text(title),
            summary: text("[Engineer A] saw it in time \u{1f600} \"quoted\" \u{0} \n"),
            period: Some("2026-Q3".parse().unwrap()),
            severity: Some(4.try_into().unwrap()),
            ..Report::default()
        },
    }
}

//! Throw-away databases.

use std::env;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};

/// Which database a test runs on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Backend {
    /// A file in the registry's own folder.
    Sqlite,
    /// A database of its own on the server that `sh tests/run` starts.
    Postgres,
}

/// A PostgreSQL database that goes with the test.
pub(crate) struct PostgresDatabase {
    server: String,
    name: String,
}

impl PostgresDatabase {
    /// Makes one.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where tests learn of the server"
    )]
    pub(crate) fn create() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let server = env::var("CANDOR_TEST_POSTGRES")
            .expect("CANDOR_TEST_POSTGRES names no PostgreSQL server; `sh tests/run` starts one");
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("journey_{}_{number}", std::process::id());
        run(&server, &format!("CREATE DATABASE {name}"));
        Self { server, name }
    }

    /// Takes everything out of it.
    pub(crate) fn empty(&self) {
        run(&self.url(), "DROP SCHEMA public CASCADE");
        run(&self.url(), "CREATE SCHEMA public");
    }

    /// Cuts every connection to it and lets none in, or lets them in again.
    pub(crate) fn shut(&self, shut: bool) {
        let name = &self.name;
        run(
            &self.server,
            &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {}", !shut),
        );
        run(
            &self.server,
            &format!(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
            ),
        );
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        let (before, after) = self
            .server
            .split_once("/postgres")
            .expect("the server's own database");
        format!("{before}/{}{after}", self.name)
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        run(
            &self.server,
            &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name),
        );
    }
}

fn run(server: &str, statement: &str) {
    let mut conn = PgConnection::establish(server).expect("the test server answers");
    sql_query(statement)
        .execute(&mut conn)
        .expect("the statement runs");
}

//! The whole program, on both databases: from a write-up to a page that others read, and back.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "test bodies are functions here, because two tests call each"
)]

mod common;

mod access;
mod account;
mod backup;
mod bad_input;
mod beside;
mod browser;
mod canary;
mod crash;
mod desk;
mod digests;
mod driver;
mod engine;
mod faults;
mod german;
mod given_back;
mod headers;
mod kept;
mod minutes;
mod objects;
mod receipt;
mod shell;
mod signing;
mod steps;
mod take;
mod terminal;
mod way;
mod who_may_what;
mod withdrawn;
mod writing;

/// Each body runs on SQLite and on PostgreSQL.
macro_rules! on_both_databases {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {$(
            #[test]
            fn $name() {
                super::$name(crate::common::database::Backend::Sqlite);
            }
        )+}
        mod postgres {$(
            #[test]
            fn $name() {
                super::$name(crate::common::database::Backend::Postgres);
            }
        )+}
    };
}
pub(crate) use on_both_databases;

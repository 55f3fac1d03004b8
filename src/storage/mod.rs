//! The database: one implementation for SQLite and PostgreSQL, and the only home of diesel.
//!
//! [`Storage::read`] and [`Storage::write`] run a closure as one transaction; the functions of the
//! modules below take that transaction, never a pool, so that neither a missing transaction nor a
//! nested one can be written. Rows become types of `report` on the way out, and what cannot is
//! [`StorageError::Corrupt`]. Lookups answer `Option`: not finding something is no error.

pub mod accounts;
pub mod alerts;
pub mod audit;
pub mod codings;
pub mod corpus;
pub mod counted;
mod desk;
mod dialect;
pub mod digest_drafts;
pub mod digests;
mod error;
pub mod factors;
pub mod guides;
pub mod intake_counts;
pub mod invitations;
pub mod joined;
pub mod mailbox;
pub mod members;
mod migrate;
pub mod outbox;
pub mod parts;
pub mod pending;
mod pool;
pub mod published;
mod purge;
pub mod reactions;
pub mod retention;
pub mod reviews;
mod schema;
pub mod sessions;
pub mod sets;
pub mod settings;
pub mod shares;
pub mod terms;
mod text;
pub mod triage;
mod tx;
mod url;
pub mod whole;

pub use error::{Cause, StorageError};
pub use migrate::Schema;
pub use pool::Storage;
pub use text::{redacted_alert, redacted_digest, redacted_letter, redacted_report, written};
#[cfg(test)]
pub(crate) use tx::ASKED;
pub use tx::{ReadTx, WriteTx};
pub use url::{DatabaseUrl, PostgresUrl};

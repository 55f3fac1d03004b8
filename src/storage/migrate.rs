//! Bringing a database up to date, and refusing one that is ahead of us.

use diesel::backend::Backend;
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness};

use super::StorageError;
use super::error::Cause;

/// Applies the migrations that are missing. The caller holds a write transaction, so that all are
/// applied or none, and one process at a time does it.
pub(super) fn apply<DB, C>(conn: &mut C, known: EmbeddedMigrations) -> Result<(), StorageError>
where
    DB: Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let versions: Vec<String> = MigrationSource::<DB>::migrations(&known)
        .map_err(internal)?
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect();
    let newest_unknown = conn
        .applied_migrations()
        .map_err(internal)?
        .into_iter()
        .map(|version| version.to_string())
        .filter(|version| !versions.contains(version))
        .max();
    if let Some(version) = newest_unknown {
        return Err(StorageError::Newer { version });
    }
    conn.run_pending_migrations(known).map_err(internal)?;
    Ok(())
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` wants"
)]
fn internal(error: Box<dyn std::error::Error + Send + Sync>) -> StorageError {
    StorageError::Internal(Cause::new(format!("migrations: {error}")))
}

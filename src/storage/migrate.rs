//! Bringing a database up to date, and refusing one that is ahead of us.

use diesel::backend::Backend;
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness};

use super::StorageError;
use super::error::Cause;

/// How far a database has been brought, and how far this Candor brings one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// The migrations that were applied, in order.
    pub applied: Vec<String>,
    /// The migrations this Candor knows, in order.
    pub known: Vec<String>,
}

impl Schema {
    /// The newest migration that this Candor does not know.
    pub fn newest_unknown(&self) -> Option<&String> {
        let mut unknown = self.applied.iter().filter(|v| !self.known.contains(v));
        unknown.next_back()
    }

    /// The migrations that have yet to be applied.
    pub fn missing(&self) -> Vec<&String> {
        let missing = self.known.iter().filter(|v| !self.applied.contains(v));
        missing.collect()
    }
}

/// The migrations that are built in, in order.
pub(super) fn known<DB>(source: &EmbeddedMigrations) -> Result<Vec<String>, StorageError>
where
    DB: Backend,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let migrations = MigrationSource::<DB>::migrations(source).map_err(internal)?;
    let versions = migrations
        .iter()
        .map(|migration| migration.name().version());
    Ok(versions.map(|version| version.to_string()).collect())
}

/// How far this database has been brought; makes the table that says so where there is none.
fn schema<DB, C>(conn: &mut C, source: &EmbeddedMigrations) -> Result<Schema, StorageError>
where
    DB: Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let applied = conn.applied_migrations().map_err(internal)?;
    let mut applied: Vec<String> = applied.iter().map(ToString::to_string).collect();
    applied.sort();
    Ok(Schema {
        applied,
        known: known(source)?,
    })
}

/// Applies the migrations that are missing. The caller holds a write transaction, so that all are
/// applied or none, and one process at a time does it.
pub(super) fn apply<DB, C>(conn: &mut C, known: EmbeddedMigrations) -> Result<(), StorageError>
where
    DB: Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    refuse_newer(&schema(conn, &known)?)?;
    conn.run_pending_migrations(known).map_err(internal)?;
    Ok(())
}

/// Makes the schema of an empty database anew, as it was after these migrations.
pub(super) fn start_over<DB, C>(
    conn: &mut C,
    known: EmbeddedMigrations,
    versions: &[String],
) -> Result<(), StorageError>
where
    DB: Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let found = schema(conn, &known)?;
    refuse_newer(&found)?;
    refuse_newer(&Schema {
        applied: versions.to_vec(),
        known: found.known,
    })?;
    let migrations = MigrationSource::<DB>::migrations(&known).map_err(internal)?;
    conn.revert_all_migrations(known).map_err(internal)?;
    for migration in migrations {
        if versions.contains(&migration.name().version().to_string()) {
            conn.run_migration(&*migration).map_err(internal)?;
        }
    }
    Ok(())
}

fn refuse_newer(schema: &Schema) -> Result<(), StorageError> {
    match schema.newest_unknown() {
        Some(version) => Err(StorageError::Newer {
            version: version.clone(),
        }),
        None => Ok(()),
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` wants"
)]
fn internal(error: Box<dyn std::error::Error + Send + Sync>) -> StorageError {
    StorageError::Internal(Cause::new(format!("migrations: {error}")))
}

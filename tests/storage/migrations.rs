//! The schema: the same on both databases, and the same after going back and forth.

use candor::storage::{Storage, StorageError};
use diesel::backend::Backend;
use diesel::migration::MigrationSource;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::support::Database;
use crate::visibility::columns;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Everything that makes up the schema, one thing a line.
fn dump(db: &Database) -> Vec<String> {
    if db.is_sqlite() {
        return db.values(
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS v FROM sqlite_schema
             WHERE name NOT LIKE 'sqlite_%' AND tbl_name NOT LIKE '__diesel%' ORDER BY v",
        );
    }
    db.values(
        "SELECT concat_ws(' ', 'column', table_name, ordinal_position, column_name, data_type,
                          is_nullable, collation_name, is_identity) AS v
         FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%'
         UNION ALL
         SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
         FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '\\_\\_diesel%'
         UNION ALL
         SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes
         WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_diesel%'
         UNION ALL
         SELECT concat_ws(' ', 'sequence', relname) FROM pg_class
         WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
         ORDER BY v",
    )
}

fn names<DB: Backend>(source: &EmbeddedMigrations) -> Vec<String>
where
    EmbeddedMigrations: MigrationSource<DB>,
{
    let migrations = MigrationSource::<DB>::migrations(source).unwrap();
    migrations.iter().map(|m| m.name().to_string()).collect()
}

/// Migrations that add nothing: they change how a table lies on the disk, on one side.
const LAYOUT_ONLY: [&str; 3] = ["published_rows", "published_by_id", "no_samples_of_words"];

fn back_and_forth<DB: Backend>(
    db: &Database,
    conn: &mut impl MigrationHarness<DB>,
    source: fn() -> EmbeddedMigrations,
) where
    EmbeddedMigrations: MigrationSource<DB>,
{
    let names = names::<DB>(&source());
    let steps = names.len();
    let mut dumps = vec![dump(db)];
    assert_eq!(dumps[0], [""; 0]);
    for name in &names {
        conn.run_next_migration(source()).unwrap();
        let next = dump(db);
        let before = dumps[dumps.len() - 1].len();
        let moves = LAYOUT_ONLY.iter().any(|layout| name.ends_with(layout));
        assert_eq!(next.len() > before, !moves, "{name}");
        dumps.push(next);
    }
    for step in (0..steps).rev() {
        conn.revert_last_migration(source()).unwrap();
        assert_eq!(dump(db), dumps[step]);
        conn.run_next_migration(source()).unwrap();
        assert_eq!(dump(db), dumps[step + 1]);
        conn.revert_last_migration(source()).unwrap();
    }
    conn.run_pending_migrations(source()).unwrap();
    assert_eq!(dump(db), dumps[steps]);
}

#[test]
fn each_migration_goes_back_and_forth_on_sqlite() {
    let db = Database::sqlite();
    back_and_forth(&db, &mut db.raw_sqlite(), || SQLITE);
}

#[test]
fn each_migration_goes_back_and_forth_on_postgres() {
    let db = Database::postgres();
    back_and_forth(&db, &mut db.raw_postgres(), || POSTGRES);
}

#[test]
fn both_databases_have_the_same_migrations_and_columns() {
    assert_eq!(
        names::<diesel::sqlite::Sqlite>(&SQLITE),
        names::<diesel::pg::Pg>(&POSTGRES)
    );
    let (sqlite, postgres) = (Database::sqlite(), Database::postgres());
    drop((sqlite.open(), postgres.open()));
    assert_eq!(columns(&sqlite), columns(&postgres));
}

/// A row number says in which order rows came. The audit trail is meant to have an order, and
/// the outbox holds a line only until the index has followed it.
#[test]
fn no_table_on_sqlite_numbers_its_rows() {
    let db = Database::sqlite();
    drop(db.open());
    let numbered = db.values(
        "SELECT name AS v FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND NOT wr
           AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__diesel%' ORDER BY name",
    );
    assert_eq!(numbered, ["audit", "outbox"]);
}

/// What is sealed, secret or somebody's words is sampled by no ANALYZE.
#[test]
fn postgres_keeps_no_samples_of_words_or_secrets() {
    let db = Database::postgres();
    drop(db.open());
    let sampled = db.values(
        "SELECT attrelid::regclass || '.' || attname AS v FROM pg_attribute
         JOIN pg_class ON pg_class.oid = attrelid
         WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
           AND attstattarget <> 0
           AND (atttypid = 'bytea'::regtype
                OR attname IN ('body', 'title', 'word', 'words', 'note', 'value', 'password_hash'))
         ORDER BY v",
    );
    assert_eq!(sampled, [""; 0]);
}

#[test]
fn every_foreign_key_has_an_index() {
    let db = Database::postgres();
    drop(db.open());
    let without = db.values(
        "SELECT conrelid::regclass || ' ' || conname AS v FROM pg_constraint c
         WHERE contype = 'f' AND NOT EXISTS (
             SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])",
    );
    assert_eq!(without, [""; 0]);
}

on_both! {
    fn opening_again_changes_nothing(db) {
        drop(db.open());
        let first = dump(db);
        drop(db.open());
        assert_eq!(dump(db), first);
    }

    fn a_newer_database_is_refused_and_left_alone(db) {
        drop(db.open());
        let before = dump(db);
        db.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000001')");
        let Err(StorageError::Newer { version }) = Storage::open(&db.url) else {
            panic!("it was opened")
        };
        assert_eq!(version, "20991231000001");
        assert_eq!(dump(db), before);
        let message = StorageError::Newer { version }.to_string();
        assert!(message.contains("upgrade Candor"));
    }
}

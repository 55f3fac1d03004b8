//! The database's files and addresses: who may read them, and what stays in them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use candor::report::ReportId;
use candor::storage::pending::NewPending;
use candor::storage::{DatabaseUrl, Storage, StorageError, pending, published};

use crate::support::{Database, incoming, public, sealed, week, write};

/// Whether the bytes stand in any file of the database.
fn on_disk(db: &Database, needle: &str) -> bool {
    if db.is_sqlite() {
        let files = fs::read_dir(db.folder()).unwrap();
        return files.into_iter().any(|file| {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            bytes
                .windows(needle.len())
                .any(|part| part == needle.as_bytes())
        });
    }
    db.execute("CHECKPOINT");
    let found = db.values(&format!(
        "SELECT relname::text AS v FROM pg_class
         WHERE relkind IN ('r', 't', 'i') AND relnamespace::regnamespace::text IN ('public', 'pg_toast', 'pg_catalog')
         AND position('{needle}'::bytea IN pg_read_binary_file(pg_relation_filepath(oid))) > 0"
    ));
    !found.is_empty()
}

on_both! {
    fn what_was_shredded_or_withdrawn_leaves_the_disk(db) {
        let storage = db.open();
        let canary = |name: &str| format!("CANARY {name} {}", ReportId::random());
        let (shredded, replaced, withdrawn) = (canary("s"), canary("r"), canary("w"));
        let new = NewPending { sealed: sealed(replaced.as_bytes()), ..incoming("2026-W47") };
        let report = public("2026-10", &withdrawn);
        write(&storage, |tx| {
            pending::insert(tx, &new)?;
            published::publish(tx, &report)
        })
        .unwrap();
        write(&storage, |tx| {
            pending::replace_sealed(tx, new.id, 0, &sealed(shredded.as_bytes()))
        })
        .unwrap();
        if !db.is_sqlite() {
            let comment = canary("c");
            db.execute(&format!("ANALYZE; COMMENT ON TABLE pending IS '{comment}'"));
            assert!(on_disk(db, &comment), "the test can see the catalogue");
        }
        for canary in [&shredded, &replaced, &withdrawn] {
            assert!(on_disk(db, canary), "the test can see {canary}");
        }
        write(&storage, |tx| {
            pending::shred(tx, new.id)?;
            published::withdraw(tx, report.id, week("2026-W47"))
        })
        .unwrap();
        storage.purge().unwrap();
        for canary in [&shredded, &replaced, &withdrawn] {
            assert!(!on_disk(db, canary), "{canary} is still there");
        }
    }

    fn no_time_of_a_submission_is_kept(db) {
        let storage = db.open();
        drop(storage);
        let timed = if db.is_sqlite() {
            db.values("SELECT t.name || '.' || c.name AS v FROM sqlite_schema t, pragma_table_info(t.name) c
                       WHERE t.type = 'table' AND (c.type LIKE '%TIME%' OR c.type LIKE '%DATE%')")
        } else {
            db.values("SELECT table_name || '.' || column_name AS v FROM information_schema.columns
                       WHERE table_schema = 'public' AND (data_type LIKE '%time%' OR data_type = 'date')")
        };
        assert_eq!(timed, ["__diesel_schema_migrations.run_on"]);
    }
}

#[test]
fn an_sqlite_file_is_for_its_owner_only_and_set_up_to_forget() {
    let db = Database::sqlite();
    let storage = db.open();
    write(&storage, |tx| pending::insert(tx, &incoming("2026-W47"))).unwrap();
    for file in fs::read_dir(db.folder()).unwrap() {
        let mode = file.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let pragma = |name: &str| {
        let sql = format!("SELECT CAST({name} AS TEXT) AS v FROM pragma_{name}");
        db.values(&sql).concat()
    };
    assert_eq!(pragma("journal_mode"), "wal");
    assert_eq!(pragma("auto_vacuum"), "1");
}

#[test]
fn an_sqlite_file_is_made_where_its_folder_is_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let missing = DatabaseUrl::Sqlite(folder.path().join("no").join("candor.sqlite"));
    assert!(matches!(
        Storage::open(&missing),
        Err(StorageError::Unavailable(_))
    ));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("candor.sqlite");
    fs::write(&path, "a diary, not a database; ".repeat(50)).unwrap();
    let refused = Storage::open(&DatabaseUrl::Sqlite(path.clone()));
    assert!(matches!(refused, Err(StorageError::Corrupt { .. })));
    assert!(fs::read_to_string(&path).unwrap().starts_with("a diary"));
}

#[test]
fn a_server_that_is_away_is_unavailable() {
    let url = "postgres://candor:secret@127.0.0.1:1/candor"
        .parse()
        .unwrap();
    let error = Storage::open(&url).err().unwrap();
    assert!(matches!(error, StorageError::Unavailable(_)));
    assert!(!format!("{error:?}").contains("secret"));
}

#[test]
fn only_the_two_schemes_are_addresses() {
    let parse = |text: &str| text.parse::<DatabaseUrl>();
    for (text, path) in [
        ("sqlite:candor.sqlite", "candor.sqlite"),
        ("sqlite:/var/lib/candor.sqlite", "/var/lib/candor.sqlite"),
        ("sqlite:///var/lib/candor.sqlite", "/var/lib/candor.sqlite"),
    ] {
        let Ok(DatabaseUrl::Sqlite(parsed)) = parse(text) else {
            panic!("{text}")
        };
        assert_eq!(parsed, PathBuf::from(path));
    }
    for text in [
        "postgres://h/d",
        "postgresql://u@h:1,[::1]:2/d?sslmode=require",
    ] {
        assert!(
            matches!(parse(text), Ok(DatabaseUrl::Postgres(_))),
            "{text}"
        );
    }
    for text in [
        "",
        "candor.sqlite",
        "sqlite:",
        "sqlite::memory:",
        "sqlite://",
        "mysql://h/d",
        "host=h dbname=d",
        "file:candor.sqlite",
        "postgres://user:secret",
        "postgres://h:p@ss:word/d",
        "postgres://user:secret/d",
    ] {
        let error = parse(text).err().unwrap_or_else(|| panic!("{text}"));
        assert!(matches!(error, StorageError::BadUrl(_)), "{text}");
        assert!(!format!("{error} {error:?}").contains("secret"));
    }
}

#[test]
fn an_address_never_shows_its_password() {
    for (text, shown) in [
        ("postgres://u:secret@h:5432/d", "postgres://h:5432/d"),
        ("postgresql://u:se/secret@h/d", "postgres://h/d"),
        ("postgres://u:se?secret@h/d", "postgres://h/d"),
        ("postgres://u:se@secret@h/d", "postgres://h/d"),
        ("postgres://h/d?user=u&password=secret", "postgres://h/d"),
        ("postgres://h/d?password=secret@x", "postgres://x"),
        ("postgres:///d?host=h&password=secret", "postgres:///d"),
    ] {
        let url: DatabaseUrl = text.parse().unwrap();
        assert_eq!(
            (format!("{url}"), format!("{url:?}")),
            (shown.into(), shown.into())
        );
    }
}

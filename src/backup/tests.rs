//! What is written is what is brought back, and nothing less passes for it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use tempfile::TempDir;

use super::copy::Fill;
use super::file::{Part, read};
use super::{BackupError, LEFT_OUT, Written, check, migrate, restore, withdrawn, write};
use crate::report::{FixedClock, IsoWeek, ReportId};
use crate::storage::{DatabaseUrl, Storage, StorageError, settings, whole};

struct Registry {
    folder: TempDir,
}

impl Registry {
    /// One with enough in it to be told from another.
    fn with(rows: u32) -> Self {
        let registry = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let storage = Storage::open(&registry.url("candor.sqlite")).unwrap();
        storage
            .write(|tx| {
                for row in 0..rows {
                    settings::set(
                        tx,
                        &format!("key {row}"),
                        &format!("a \"value\" \u{1f600} {row}\n"),
                    )?;
                }
                Ok::<_, StorageError>(())
            })
            .unwrap();
        registry
    }

    fn url(&self, name: &str) -> DatabaseUrl {
        DatabaseUrl::Sqlite(self.folder.path().join(name))
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn back_up(&self) -> Written {
        let storage = Storage::open_as_it_is(&self.url("candor.sqlite")).unwrap();
        let clock = FixedClock("2026-11-22T05:12:07Z".parse::<Timestamp>().unwrap());
        write(&storage, &clock, &self.path().join("backups"), None).unwrap()
    }

    fn settings(&self, name: &str) -> Vec<String> {
        let storage = Storage::open(&self.url(name)).unwrap();
        storage
            .read(|tx| {
                let mut rows = Vec::new();
                for table in whole::tables(tx)? {
                    whole::each_row(tx, &table, |row| {
                        rows.push(row.to_owned());
                        Ok::<_, StorageError>(())
                    })?;
                }
                Ok::<_, StorageError>(rows)
            })
            .unwrap()
    }
}

fn back(file: &Path, to: &DatabaseUrl) -> Result<(), BackupError> {
    let week: IsoWeek = "2026-W47".parse().unwrap();
    restore(file, to, week, &BTreeSet::new()).map(drop)
}

fn lines(file: &Path) -> Vec<String> {
    let mut text = String::new();
    GzDecoder::new(fs::File::open(file).unwrap())
        .read_to_string(&mut text)
        .unwrap();
    text.lines().map(str::to_owned).collect()
}

fn with_lines(folder: &Path, lines: &[String]) -> PathBuf {
    let file = folder.join("changed.backup");
    let mut to = GzEncoder::new(fs::File::create(&file).unwrap(), Compression::fast());
    for line in lines {
        writeln!(to, "{line}").unwrap();
    }
    to.finish().unwrap();
    file
}

#[test]
fn a_registry_comes_back_as_it_was() {
    let registry = Registry::with(20);
    let written = registry.back_up();
    assert!(written.file.ends_with("candor-2026-11-22T051207Z.backup"));
    let again = registry.back_up().file;
    assert!(
        again.ends_with("candor-2026-11-22T051207Z-2.backup"),
        "none takes another's place"
    );
    assert_eq!(written.summary.rows, 20);
    assert!(written.summary.key.is_none());
    let to = registry.url("second.sqlite");
    back(&written.file, &to).unwrap();
    assert_eq!(
        registry.settings("second.sqlite"),
        registry.settings("candor.sqlite")
    );
}

#[test]
fn a_backup_is_for_its_owner_and_leaves_nothing_half_written() {
    let registry = Registry::with(1);
    let written = registry.back_up();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&written.file), 0o600);
    assert_eq!(mode(written.file.parent().unwrap()), 0o700);
    let left = fs::read_dir(written.file.parent().unwrap()).unwrap();
    assert_eq!(left.count(), 1, "the backup and nothing else");
}

#[test]
fn a_registry_is_never_written_over() {
    let registry = Registry::with(3);
    let written = registry.back_up();
    let storage = Storage::open(&registry.url("candor.sqlite")).unwrap();
    let report = crate::storage::pending::NewPending {
        id: ReportId::random(),
        week: "2026-W47".parse().unwrap(),
        kind: crate::report::RecordKind::NearMiss,
        receipt: [1; 32],
        nonce: [2; 32],
        sealed: crate::storage::pending::SealedText {
            wrapped_key: vec![0, 255],
            ciphertext: Vec::new(),
        },
        sample: false,
    };
    storage
        .write(|tx| crate::storage::pending::insert(tx, &report))
        .unwrap();
    let before = registry.settings("candor.sqlite");
    assert!(before.iter().any(|row| row.contains("\"00ff\"")));
    let refused = back(&written.file, &registry.url("candor.sqlite"));
    assert!(matches!(
        refused,
        Err(BackupError::Storage(StorageError::Occupied))
    ));
    assert_eq!(registry.settings("candor.sqlite"), before);
}

#[test]
fn whatever_was_changed_in_a_backup_is_seen() {
    let registry = Registry::with(3);
    let written = registry.back_up();
    let good = lines(&written.file);
    assert!(check(&with_lines(registry.path(), &good)).is_ok());
    for place in 0..good.len() {
        let mut without = good.clone();
        without.remove(place);
        assert!(
            check(&with_lines(registry.path(), &without)).is_err(),
            "without line {place}"
        );
        let mut changed = good.clone();
        changed[place] = changed[place].replacen('a', "b", 1);
        if changed != good {
            assert!(
                check(&with_lines(registry.path(), &changed)).is_err(),
                "with another line {place}"
            );
        }
    }
    let bytes = fs::read(&written.file).unwrap();
    for length in [0, 1, 20, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&written.file, &bytes[..length]).unwrap();
        let to = registry.url("second.sqlite");
        assert!(back(&written.file, &to).is_err(), "{length} bytes of it");
        assert!(!registry.path().join("second.sqlite").exists());
    }
}

#[test]
fn a_copy_that_was_interrupted_opens_nowhere_and_goes_on() {
    let registry = Registry::with(50);
    let written = registry.back_up();
    let to = registry.url("second.sqlite");
    let mut fill = Fill::begin(
        &to,
        &written.summary.sha256,
        &written.summary.head.migrations,
    )
    .unwrap();
    let mut rows = 0;
    read(&written.file, |part| {
        rows += u32::from(matches!(part, Part::Row(_)));
        if rows <= 30 { fill.take(part) } else { Ok(()) }
    })
    .unwrap();
    fill.end_of_table().unwrap();
    drop(fill);
    assert!(matches!(Storage::open(&to), Err(StorageError::Unfinished)));
    let other = migrate(&registry.url("candor.sqlite"), &to);
    assert!(
        matches!(other, Err(BackupError::Storage(StorageError::Unfinished))),
        "another copy does not go on with it"
    );
    back(&written.file, &to).unwrap();
    assert_eq!(
        registry.settings("second.sqlite"),
        registry.settings("candor.sqlite")
    );
}

#[test]
fn a_difference_is_told_and_keeps_the_database_shut() {
    let registry = Registry::with(5);
    let to = registry.url("second.sqlite");
    let from = registry.url("candor.sqlite");
    let schema = Storage::open(&from).unwrap().schema().unwrap();
    let mut fill = Fill::begin(&to, "migrate ", &schema.applied).unwrap();
    let columns = vec!["key".to_owned(), "value".to_owned()];
    fill.take(Part::Table("settings".to_owned(), columns))
        .unwrap();
    fill.take(Part::Row("[\"key 0\",\"something else\"]"))
        .unwrap();
    fill.end_of_table().unwrap();
    drop(fill);
    let moved = migrate(&from, &to);
    assert!(matches!(moved, Err(BackupError::Differs { table }) if table == "settings"));
    assert!(matches!(Storage::open(&to), Err(StorageError::Unfinished)));
}

#[test]
fn an_older_backup_comes_up_to_date() {
    let registry = Registry::with(2);
    let written = registry.back_up();
    let mut fill = {
        let to = registry.url("older.sqlite");
        let older = &written.summary.head.migrations[..9];
        Fill::begin(&to, "older", older).unwrap()
    };
    let columns = vec!["key".to_owned(), "value".to_owned()];
    fill.take(Part::Table("settings".to_owned(), columns))
        .unwrap();
    fill.take(Part::Row("[\"key\",\"value\"]")).unwrap();
    fill.finish(|_| Ok(())).unwrap();
    let storage = Storage::open(&registry.url("older.sqlite")).unwrap();
    let schema = storage.schema().unwrap();
    assert_eq!(schema.applied, schema.known);
    let value = storage.read(|tx| settings::get(tx, "key")).unwrap();
    assert_eq!(value.as_deref(), Some("value"));
}

#[test]
fn sessions_stay_where_they_are() {
    let registry = Registry::with(1);
    let head = lines(&registry.back_up().file);
    for table in LEFT_OUT {
        let line = format!("{{\"table\":\"{table}\"");
        assert!(!head.iter().any(|l| l.starts_with(&line)));
    }
    assert!(
        head.iter()
            .any(|l| l.starts_with("{\"table\":\"accounts\""))
    );
}

#[test]
fn the_list_of_what_was_withdrawn_only_grows() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join(withdrawn::NAME);
    let (one, two) = (ReportId::random(), ReportId::random());
    withdrawn::add(&list, [one]).unwrap();
    withdrawn::add(&list, [two]).unwrap();
    withdrawn::add(&list, []).unwrap();
    assert_eq!(withdrawn::read(&list).unwrap(), BTreeSet::from([one, two]));
    fs::write(&list, "nonsense\n").unwrap();
    assert!(withdrawn::read(&list).is_err());
    assert!(
        withdrawn::add(&list, [one]).is_err(),
        "nothing on it is lost"
    );
}

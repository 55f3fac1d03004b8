//! Each thing that can be wrong is found, and comes with what to do.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use tempfile::TempDir;

use super::{Places, Verdict, look};
use crate::auth::{Keys, MasterKey};
use crate::backup::{FINGERPRINT, withdrawn};
use crate::report::{FixedClock, RecordKind, ReportId};
use crate::storage::pending::{NewPending, SealedText};
use crate::storage::{DatabaseUrl, Storage, pending, settings};

struct Registry {
    folder: TempDir,
    database: DatabaseUrl,
    id: ReportId,
}

impl Registry {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        mode(folder.path(), 0o700);
        let database = DatabaseUrl::Sqlite(folder.path().join("candor.sqlite"));
        let storage = Storage::open(&database).unwrap();
        let keys = Keys::load_or_create(&folder.path().join("keys/master.key")).unwrap();
        let id = ReportId::random();
        let report = NewPending {
            id,
            week: "2026-W47".parse().unwrap(),
            kind: RecordKind::NearMiss,
            receipt: [1; 32],
            nonce: [2; 32],
            sealed: SealedText {
                wrapped_key: vec![1],
                ciphertext: vec![2],
            },
            sample: false,
        };
        storage
            .write(|tx| {
                settings::set(tx, FINGERPRINT, &keys.master().fingerprint())?;
                pending::insert(tx, &report)
            })
            .unwrap();
        Self {
            folder,
            database,
            id,
        }
    }

    fn key(&self) -> PathBuf {
        self.folder.path().join("keys/master.key")
    }

    /// What is not as it should be, with its verdict.
    fn wrong(&self, now: &str) -> Vec<(Verdict, &'static str)> {
        let places = Places {
            data: self.folder.path(),
            key: &self.key(),
            index: &self.folder.path().join("index"),
            database: &self.database,
        };
        let findings = look(&places, &FixedClock(now.parse::<Timestamp>().unwrap()));
        for finding in &findings {
            assert_eq!(finding.remedy.is_none(), finding.verdict == Verdict::Ok);
        }
        findings
            .into_iter()
            // How much disk this machine has is its own affair.
            .filter(|finding| finding.verdict != Verdict::Ok && finding.what != "disk")
            .map(|finding| (finding.verdict, finding.what))
            .collect()
    }
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

const NOW: &str = "2026-11-22T06:00:00Z";
/// These registries were never served.
const NO_INDEX: (Verdict, &str) = (Verdict::Warn, "index");

#[test]
fn a_good_registry_needs_nothing() {
    assert_eq!(Registry::new().wrong(NOW), [NO_INDEX]);
}

#[test]
fn what_others_may_read_is_found() {
    let registry = Registry::new();
    mode(registry.folder.path(), 0o755);
    mode(&registry.folder.path().join("candor.sqlite"), 0o644);
    mode(&registry.key(), 0o640);
    assert_eq!(
        registry.wrong(NOW),
        [
            (Verdict::Warn, "data folder"),
            (Verdict::Fail, "key"),
            (Verdict::Warn, "database file"),
            (Verdict::Fail, "key fits"),
            NO_INDEX
        ]
    );
}

#[test]
fn another_key_is_found_and_never_told() {
    let registry = Registry::new();
    let before = MasterKey::load(&registry.key()).unwrap();
    fs::write(registry.key(), [7; 32]).unwrap();
    assert_eq!(registry.wrong(NOW), [(Verdict::Fail, "key fits"), NO_INDEX]);
    let places = Places {
        data: registry.folder.path(),
        key: &registry.key(),
        index: registry.folder.path(),
        database: &registry.database,
    };
    let told = format!("{:?}", look(&places, &FixedClock(NOW.parse().unwrap())));
    assert!(!told.contains(before.to_hex().as_str()));
    assert!(!told.contains(&before.fingerprint()));
    fs::remove_file(registry.key()).unwrap();
    assert_eq!(
        registry.wrong(NOW),
        [
            (Verdict::Fail, "key"),
            (Verdict::Fail, "key fits"),
            NO_INDEX
        ]
    );
}

#[test]
fn a_clock_that_cannot_be_right_is_found() {
    let registry = Registry::new();
    let clock = (Verdict::Fail, "clock");
    assert_eq!(
        registry.wrong("1970-01-01T00:00:10Z"),
        [clock, clock, NO_INDEX]
    );
    assert_eq!(registry.wrong("2026-11-01T00:00:00Z"), [clock, NO_INDEX]);
    assert_eq!(registry.wrong("2090-01-01T00:00:00Z"), [clock, NO_INDEX]);
}

#[test]
fn a_damaged_or_missing_database_is_found() {
    let registry = Registry::new();
    let file = registry.folder.path().join("candor.sqlite");
    fs::write(&file, [b'x'; 8192]).unwrap();
    assert_eq!(registry.wrong(NOW), [(Verdict::Fail, "database")]);
    fs::remove_file(&file).unwrap();
    assert_eq!(
        registry.wrong(NOW),
        [
            (Verdict::Fail, "database file"),
            (Verdict::Fail, "database")
        ]
    );
    assert!(!file.exists(), "looking makes nothing");
}

#[test]
fn an_older_database_put_back_by_hand_is_found() {
    let registry = Registry::new();
    withdrawn::add(&registry.folder.path().join(withdrawn::NAME), [registry.id]).unwrap();
    assert_eq!(
        registry.wrong(NOW),
        [NO_INDEX, (Verdict::Fail, "withdrawn")]
    );
}

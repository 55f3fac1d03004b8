//! The key file.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::{KeyError, MasterKey, Purpose};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn it_is_made_once_for_its_owner_only_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys").join("master");
    let made = MasterKey::load_or_create(&path).unwrap();
    let read = MasterKey::load_or_create(&path).unwrap();
    assert_eq!(made.0, read.0);
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn processes_that_make_it_at_once_get_the_same_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master");
    let keys: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| MasterKey::load_or_create(&path).unwrap().fingerprint()))
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert!(keys.iter().all(|key| *key == keys[0]));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_that_others_may_read_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master");
    MasterKey::load_or_create(&path).unwrap();
    for others in [0o640, 0o604, 0o620] {
        fs::set_permissions(&path, Permissions::from_mode(others)).unwrap();
        let refused = MasterKey::load_or_create(&path);
        assert!(matches!(refused, Err(KeyError::Open { .. })));
    }
}

#[test]
fn a_file_of_another_size_is_refused_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master");
    for size in [0, 31, 33] {
        fs::write(&path, vec![1; size]).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        let refused = MasterKey::load_or_create(&path);
        assert!(matches!(refused, Err(KeyError::NotAKey { .. })));
        assert_eq!(fs::read(&path).unwrap().len(), size);
    }
}

#[test]
fn each_purpose_has_a_key_of_its_own_that_never_changes() {
    let key = MasterKey(zeroize::Zeroizing::new([7; 32]));
    let all = [
        Purpose::Fingerprint,
        Purpose::Nonces,
        Purpose::Receipts,
        Purpose::Wrapping,
    ];
    let mut keys: Vec<[u8; 32]> = all.iter().map(|purpose| *key.subkey(*purpose)).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all.len());
    // Computed with another implementation of HKDF.
    assert_eq!(key.fingerprint(), "323ee2b4aac8b972");
    assert_eq!(format!("{key:?}"), "MasterKey");
}

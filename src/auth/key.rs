//! The master key, in a file outside the database, and the keys made from it.

use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use ring::hkdf;
use ring::hmac;
use zeroize::Zeroizing;

use super::random;

const LENGTH: usize = 32;

/// What keeps one use of the master key apart from the others. A label never changes: everything
/// made under it would be lost.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    Devices,
    Drafts,
    Factors,
    Fingerprint,
    FormReceipts,
    Members,
    Nonces,
    Receipts,
    RecoveryCodes,
    Shares,
    Signing,
    Wrapping,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Devices => b"candor 1 marks of browsers",
            Self::Drafts => b"candor 1 drafts of alerts",
            Self::Factors => b"candor 1 second factors",
            Self::Fingerprint => b"candor 1 fingerprint",
            Self::FormReceipts => b"candor 1 receipts of forms",
            Self::Members => b"candor 1 addresses of members",
            Self::Nonces => b"candor 1 form nonces",
            Self::Receipts => b"candor 1 receipts",
            Self::RecoveryCodes => b"candor 1 recovery codes",
            Self::Shares => b"candor 1 codes for a second person",
            Self::Signing => b"candor 1 signing of what is issued",
            Self::Wrapping => b"candor 1 wrapping of report keys",
        }
    }
}

/// The secret everything sealed depends on: 32 random bytes.
pub struct MasterKey(Zeroizing<[u8; LENGTH]>);

impl MasterKey {
    /// Reads the key from its file; makes both if there is none, and the folder, each for its owner
    /// only. Of several processes that make it at once one wins and all get the same key.
    ///
    /// Refuses a file that others may read, and one that does not hold a key.
    pub fn load_or_create(path: &Path) -> Result<Self, KeyError> {
        match load(path) {
            Err(KeyError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
                let key = random::bytes::<LENGTH>();
                create(path, &key).map_err(|source| KeyError::io(path, source))?;
                load(path)
            }
            result => result,
        }
    }

    /// Reads the key from its file. Refuses a file that others may read, and one that does not hold
    /// a key.
    pub fn load(path: &Path) -> Result<Self, KeyError> {
        load(path)
    }

    /// Writes this key into a file where there is none, with its folder, each for its owner only.
    pub fn keep(&self, path: &Path) -> Result<(), KeyError> {
        create(path, &self.0).map_err(|source| KeyError::io(path, source))
    }

    /// The key itself, in hexadecimal digits: for a backup that is asked to hold it, and nothing else.
    pub fn to_hex(&self) -> Zeroizing<String> {
        random::to_hex(self.0.as_slice())
    }

    /// The key that [`MasterKey::to_hex`] wrote.
    pub fn from_hex(text: &str) -> Option<Self> {
        random::from_hex(text).map(Self)
    }

    /// Sixteen digits that tell whether this is the key a database was filled under, and nothing
    /// else about it.
    pub fn fingerprint(&self) -> String {
        let key = self.subkey(Purpose::Fingerprint);
        let digits = random::to_hex(key.get(..8).unwrap_or_default());
        digits.to_string()
    }

    /// The key for one purpose, by HKDF-SHA-256.
    #[expect(
        clippy::expect_used,
        reason = "32 bytes are far below what HKDF-SHA-256 can give"
    )]
    pub(super) fn subkey(&self, purpose: Purpose) -> Zeroizing<[u8; LENGTH]> {
        let mut key = Zeroizing::new([0; LENGTH]);
        hkdf::Salt::new(hkdf::HKDF_SHA256, b"candor")
            .extract(self.0.as_slice())
            .expand(&[purpose.label()], hkdf::HKDF_SHA256)
            .and_then(|output| output.fill(key.as_mut_slice()))
            .expect("HKDF gives 32 bytes");
        key
    }

    /// HMAC-SHA-256 under the key for one purpose.
    pub(super) fn mac(&self, purpose: Purpose, message: &[u8]) -> [u8; 32] {
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.subkey(purpose).as_slice());
        let mut mac = [0; 32];
        let tag = hmac::sign(&key, message);
        for (to, from) in mac.iter_mut().zip(tag.as_ref()) {
            *to = *from;
        }
        mac
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey")
    }
}

fn load(path: &Path) -> Result<MasterKey, KeyError> {
    let io = |source| KeyError::io(path, source);
    let mut file = File::open(path).map_err(io)?;
    let metadata = file.metadata().map_err(io)?;
    if metadata.mode() & 0o077 != 0 {
        return Err(KeyError::Open { path: path.into() });
    }
    if !metadata.is_file() || metadata.len() != LENGTH as u64 {
        return Err(KeyError::NotAKey { path: path.into() });
    }
    let mut key = Zeroizing::new([0; LENGTH]);
    file.read_exact(key.as_mut_slice()).map_err(io)?;
    Ok(MasterKey(key))
}

/// Writes a key beside its place, makes sure that it is on the disk, and moves it there unless
/// another process was first: a key may be lost neither to a crash nor to a race.
fn create(path: &Path, key: &[u8; LENGTH]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let mut draft = path.as_os_str().to_owned();
    draft.push(format!(".{}", *random::to_hex(&*random::bytes::<8>())));
    let draft = PathBuf::from(draft);
    let linked = write_new(&draft, key).and_then(|()| match fs::hard_link(&draft, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    });
    let removed = fs::remove_file(&draft);
    linked.and(removed)?;
    File::open(folder)?.sync_all()
}

fn write_new(path: &Path, key: &[u8; LENGTH]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(key)?;
    file.sync_all()
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file can be neither read nor made.
    #[error("the key file {} can be neither read nor made; see that its folder is there and yours", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// Others may read it.
    #[error("others may read the key file {}; run `chmod 600` on it, and think about who has read it", path.display())]
    Open {
        /// The file.
        path: PathBuf,
    },
    /// It holds something else.
    #[error("{} is not a key file (32 bytes); restore it from a backup: no other key opens the reports", path.display())]
    NotAKey {
        /// The file.
        path: PathBuf,
    },
}

impl KeyError {
    fn io(path: &Path, source: io::Error) -> Self {
        Self::Io {
            path: path.into(),
            source,
        }
    }
}

#[cfg(test)]
mod tests;

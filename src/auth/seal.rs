//! Sealing: how a pending report is kept so that a stolen database tells nothing, and destroying
//! its key destroys it everywhere.
//!
//! Each sealing has a fresh key, wrapped by a key from the master key. Both layers are AES-256-GCM
//! with a random nonce in front and the report's id as associated data, so that neither can be
//! moved to another row.

use std::fmt;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::Zeroizing;

use super::key::Purpose;
use super::{MasterKey, random};
use crate::report::{AlertId, MessageId, ReportId};

/// Plain text is filled up to a multiple of this many bytes, so that lengths tell little.
const BUCKET: usize = 1024;
const PREFIX: usize = 4;

/// What may be kept of a pending report.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The report's key, encrypted.
    pub wrapped_key: Vec<u8>,
    /// The report, encrypted.
    pub ciphertext: Vec<u8>,
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} bytes)", self.ciphertext.len())
    }
}

/// Seals and unseals.
pub struct Sealer {
    wrapping: LessSafeKey,
    drafts: LessSafeKey,
}

impl Sealer {
    /// With the wrapping key that follows from the master key.
    pub fn new(key: &MasterKey) -> Self {
        Self {
            wrapping: aes(&key.subkey(Purpose::Wrapping)),
            drafts: aes(&key.subkey(Purpose::Drafts)),
        }
    }

    /// Seals a text for one report under a new key.
    pub fn seal(&self, report: ReportId, plaintext: &[u8]) -> Result<Sealed, SealError> {
        let key = random::bytes::<32>();
        let padded = pad(plaintext)?;
        Ok(Sealed {
            wrapped_key: encrypt(&self.wrapping, &label("key", report), key.as_slice())?,
            ciphertext: encrypt(&aes(&key), &label("text", report), &padded)?,
        })
    }

    /// Opens what was sealed for this report.
    pub fn unseal(
        &self,
        report: ReportId,
        sealed: &Sealed,
    ) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let key = decrypt(&self.wrapping, &label("key", report), &sealed.wrapped_key)?;
        let key = key.as_array().ok_or(SealError::Broken)?;
        let padded = decrypt(&aes(key), &label("text", report), &sealed.ciphertext)?;
        unpad(&padded).ok_or(SealError::Broken)
    }

    /// A new key for a report's mailbox, encrypted. All its messages are sealed with it, so that
    /// destroying it destroys them.
    pub fn new_mailbox(&self, report: ReportId) -> Result<Vec<u8>, SealError> {
        let key = random::bytes::<32>();
        encrypt(&self.wrapping, &label("mailbox", report), key.as_slice())
    }

    /// Seals a message with the key of its report's mailbox.
    pub fn seal_message(
        &self,
        report: ReportId,
        mailbox: &[u8],
        message: MessageId,
        plaintext: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        let key = self.mailbox_key(report, mailbox)?;
        encrypt(&key, &message_label(report, message), &pad(plaintext)?)
    }

    /// Opens a message with the key of its report's mailbox.
    pub fn unseal_message(
        &self,
        report: ReportId,
        mailbox: &[u8],
        message: MessageId,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let key = self.mailbox_key(report, mailbox)?;
        let padded = decrypt(&key, &message_label(report, message), sealed)?;
        unpad(&padded).ok_or(SealError::Broken)
    }

    /// Seals the draft of an alert: it may tell what a report tells that is not public yet.
    pub fn seal_draft(&self, alert: AlertId, plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
        encrypt(&self.drafts, &draft_label(alert), &pad(plaintext)?)
    }

    /// Opens the draft of an alert.
    pub fn unseal_draft(
        &self,
        alert: AlertId,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let padded = decrypt(&self.drafts, &draft_label(alert), sealed)?;
        unpad(&padded).ok_or(SealError::Broken)
    }

    /// As much work as opening a message of so many bytes, where there is none: seals one for nobody
    /// and opens it.
    pub fn open_stand_in(&self, length: usize) -> Result<(), SealError> {
        let (report, message) = (ReportId::random(), MessageId::random());
        let key = random::bytes::<32>();
        let mailbox = encrypt(&self.wrapping, &label("mailbox", report), key.as_slice())?;
        let text = pad(&vec![0; length])?;
        let sealed = encrypt(&aes(&key), &message_label(report, message), &text)?;
        self.unseal_message(report, &mailbox, message, &sealed)
            .map(drop)
    }

    fn mailbox_key(&self, report: ReportId, mailbox: &[u8]) -> Result<LessSafeKey, SealError> {
        let key = decrypt(&self.wrapping, &label("mailbox", report), mailbox)?;
        Ok(aes(key.as_array().ok_or(SealError::Broken)?))
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer")
    }
}

#[expect(clippy::expect_used, reason = "AES-256 takes every key of 32 bytes")]
pub(super) fn aes(key: &[u8; 32]) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key).expect("32 bytes are a key"))
}

fn label(part: &str, report: ReportId) -> String {
    format!("candor 1 {part} of {report}")
}

fn draft_label(alert: AlertId) -> String {
    format!("candor 1 draft of alert {alert}")
}

fn message_label(report: ReportId, message: MessageId) -> String {
    format!("candor 1 message {message} of {report}")
}

/// Nonce, ciphertext, tag. A random nonce of 96 bits is safe for 2^32 wrappings under one key.
pub(super) fn encrypt(
    key: &LessSafeKey,
    label: &str,
    plaintext: &[u8],
) -> Result<Vec<u8>, SealError> {
    let nonce = random::bytes::<NONCE_LEN>();
    let mut text = Zeroizing::new(plaintext.to_vec());
    let tag = key
        .seal_in_place_separate_tag(
            Nonce::assume_unique_for_key(*nonce),
            Aad::from(label),
            text.as_mut_slice(),
        )
        .map_err(|_| SealError::TooLong)?;
    Ok([nonce.as_slice(), text.as_slice(), tag.as_ref()].concat())
}

pub(super) fn decrypt(
    key: &LessSafeKey,
    label: &str,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, SealError> {
    #[cfg(test)]
    OPENED.set(OPENED.get() + 1);
    let (nonce, text) = sealed
        .split_first_chunk::<NONCE_LEN>()
        .ok_or(SealError::Broken)?;
    let mut text = Zeroizing::new(text.to_vec());
    let length = key
        .open_in_place(
            Nonce::assume_unique_for_key(*nonce),
            Aad::from(label),
            text.as_mut_slice(),
        )
        .map_err(|_| SealError::Broken)?
        .len();
    text.truncate(length);
    Ok(text)
}

#[cfg(test)]
thread_local! {
    /// How often this thread opened something sealed.
    pub(crate) static OPENED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Length, text, zeros.
fn pad(plaintext: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let length = u32::try_from(plaintext.len()).map_err(|_| SealError::TooLong)?;
    let size = (PREFIX + plaintext.len()).next_multiple_of(BUCKET);
    let mut padded = Zeroizing::new(Vec::with_capacity(size));
    padded.extend_from_slice(&length.to_le_bytes());
    padded.extend_from_slice(plaintext);
    padded.resize(size, 0);
    Ok(padded)
}

fn unpad(padded: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (length, rest) = padded.split_first_chunk::<PREFIX>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    rest.get(..length).map(|text| Zeroizing::new(text.to_vec()))
}

/// Why something could not be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It was changed, moved, or sealed under another master key.
    #[error(
        "this report cannot be opened: it is damaged, or the key file is not the one it was sealed with"
    )]
    Broken,
    /// Four gigabytes or more.
    #[error("this text is too long to be sealed")]
    TooLong,
}

#[cfg(test)]
mod tests;

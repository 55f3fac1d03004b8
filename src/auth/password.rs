//! Passwords of the staff: argon2id with 64 MiB, three passes, one lane; two at once at most.

use std::fmt;
use std::time::Duration;

use argon2::password_hash::phc;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::gate::{Busy, Gate};
use super::random;

const MEMORY_KIB: u32 = 65_536;
const PASSES: u32 = 3;
const LANES: u32 = 1;
const AT_ONCE: usize = 2;
const PATIENCE: Duration = Duration::from_secs(5);
const SALT: usize = 16;

/// Long enough, and yet among the first anybody would try.
const BANNED: [&str; 16] = [
    "000000000000",
    "111111111111",
    "123123123123",
    "123456123456",
    "123456789012",
    "1234567890123",
    "1q2w3e4r5t6y",
    "abcdefghijkl",
    "administrator",
    "candorcandor",
    "changemechangeme",
    "correcthorsebatterystaple",
    "letmeinletmein",
    "passwordpassword",
    "qwertyqwerty",
    "qwertyuiop123",
];

/// Hashes and verifies passwords, a bounded number at once. Both block the thread for about a
/// tenth of a second.
pub struct Passwords {
    argon: Argon2<'static>,
    gate: Gate,
}

impl Default for Passwords {
    #[expect(clippy::expect_used, reason = "a test runs it with these constants")]
    fn default() -> Self {
        Self::with(
            Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the parameters are in range"),
        )
    }
}

impl Passwords {
    fn with(params: Params) -> Self {
        Self {
            argon: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            gate: Gate::new(AT_ONCE),
        }
    }

    /// What may be kept of a new password, if it will do: 12 to 128 characters, none of the first
    /// that anybody would try.
    pub fn hash(&self, password: &str) -> Result<PasswordHash, PasswordError> {
        let password = normalise(password);
        match password.chars().count() {
            ..12 => return Err(PasswordError::TooShort),
            129.. => return Err(PasswordError::TooLong),
            _ => {}
        }
        let lower = Zeroizing::new(password.to_lowercase());
        if BANNED.contains(&lower.as_str()) {
            return Err(PasswordError::TooCommon);
        }
        let _pass = self.gate.enter(PATIENCE)?;
        let salt = random::bytes::<SALT>();
        self.argon
            .hash_password_with_salt(password.as_bytes(), salt.as_slice())
            .map(PasswordHash)
            .map_err(|_| PasswordError::Fault)
    }

    /// Compares a password with what was kept. Give `None` where there is no such account, or it
    /// may not sign in: the answer then takes as long, so that time does not tell which names exist.
    pub fn verify(&self, password: &str, kept: Option<&PasswordHash>) -> Result<Verdict, Busy> {
        let password = normalise(password);
        let _pass = self.gate.enter(PATIENCE)?;
        let matches = if let Some(PasswordHash(kept)) = kept {
            self.argon
                .verify_password(password.as_bytes(), kept)
                .is_ok()
        } else {
            // Only the time it takes is wanted.
            let mut output = Zeroizing::new([0; Params::DEFAULT_OUTPUT_LEN]);
            self.argon
                .hash_password_into(password.as_bytes(), &[0; SALT], output.as_mut_slice())
                .is_ok_and(|()| false)
        };
        Ok(if matches {
            Verdict::Matches
        } else {
            Verdict::Differs
        })
    }
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passwords")
    }
}

/// One form for what different keyboards send for the same characters (RFC 8265). Stops at a
/// length that no password has, because anybody can send this.
fn normalise(password: &str) -> Zeroizing<String> {
    let mut normal = Zeroizing::new(String::with_capacity(1024));
    normal.extend(password.nfc().take(129));
    normal
}

/// What is kept of a password. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(phc::PasswordHash);

impl PasswordHash {
    /// Reads what [`PasswordHash::to_phc`] wrote.
    pub fn parse(phc: &str) -> Result<Self, PasswordError> {
        phc::PasswordHash::new(phc)
            .ok()
            .filter(|phc| phc.salt.is_some() && phc.hash.is_some())
            .map(Self)
            .ok_or(PasswordError::Fault)
    }

    /// The PHC string: algorithm, parameters, salt, hash.
    pub fn to_phc(&self) -> String {
        self.0.to_string()
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash")
    }
}

/// Whether a password is the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Verdict {
    /// It is.
    Matches,
    /// It is not, or there is no such account.
    Differs,
}

/// Why a password cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than 12 characters.
    #[error("choose a password of at least 12 characters")]
    TooShort,
    /// More than 128 characters.
    #[error("choose a password of at most 128 characters")]
    TooLong,
    /// One of the first that anybody would try.
    #[error("this password is among the first that anybody would try; choose another")]
    TooCommon,
    /// Too many at once.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// The hash cannot be made or read.
    #[error("the password's hash is damaged; set a new password with `candor user`")]
    Fault,
}

#[cfg(test)]
mod tests;

//! The number in a form that makes sending it twice harmless.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use super::key::Purpose;
use super::{MasterKey, random};

/// 128 random bits, as 32 hexadecimal digits.
#[derive(Clone)]
pub struct Nonce(Zeroizing<[u8; 16]>);

impl Nonce {
    /// A new one.
    pub fn random() -> Self {
        Self(random::bytes())
    }

    /// What the form holds.
    pub fn text(&self) -> String {
        random::to_hex(self.0.as_slice()).to_string()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// What the database holds: HMAC-SHA-256 under a key of its own.
    pub fn mac(&self, key: &MasterKey) -> [u8; 32] {
        key.mac(Purpose::Nonces, self.0.as_slice())
    }
}

impl FromStr for Nonce {
    type Err = NonceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        random::from_hex(text).map(Self).ok_or(NonceError)
    }
}

impl fmt::Debug for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nonce")
    }
}

/// The form is not one of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this form is incomplete; open it anew")]
pub struct NonceError;

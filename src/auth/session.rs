//! What a signed-in browser holds.

use std::fmt;
use std::str::FromStr;

use ring::digest;
use zeroize::Zeroizing;

use super::random;

/// 256 random bits, as 64 hexadecimal digits in a cookie.
pub struct SessionToken(Zeroizing<[u8; 32]>);

impl SessionToken {
    /// A new one.
    pub fn random() -> Self {
        Self(random::bytes())
    }

    /// What the cookie holds.
    pub fn text(&self) -> Zeroizing<String> {
        random::to_hex(self.0.as_slice())
    }

    /// What the database holds: SHA-256. No key is needed, for nobody can guess what was hashed.
    pub fn hash(&self) -> [u8; 32] {
        let mut hash = [0; 32];
        let digest = digest::digest(&digest::SHA256, self.0.as_slice());
        for (to, from) in hash.iter_mut().zip(digest.as_ref()) {
            *to = *from;
        }
        hash
    }
}

impl FromStr for SessionToken {
    type Err = SessionTokenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        random::from_hex(text).map(Self).ok_or(SessionTokenError)
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken")
    }
}

/// The cookie is not one of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("sign in again")]
pub struct SessionTokenError;

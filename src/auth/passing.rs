//! A key that lives in memory only and is thrown away: what was made with it tells nothing later.

use std::fmt;

use ring::hmac;
use zeroize::Zeroizing;

use super::random;

/// 32 random bytes that nobody keeps.
pub struct PassingKey(Zeroizing<[u8; 32]>);

impl PassingKey {
    /// A new one.
    pub fn random() -> Self {
        Self(random::bytes())
    }

    /// HMAC-SHA-256 of a message.
    pub fn mac(&self, message: &[u8]) -> [u8; 32] {
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.0.as_slice());
        let mut mac = [0; 32];
        let tag = hmac::sign(&key, message);
        for (to, from) in mac.iter_mut().zip(tag.as_ref()) {
            *to = *from;
        }
        mac
    }
}

impl fmt::Debug for PassingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PassingKey")
    }
}

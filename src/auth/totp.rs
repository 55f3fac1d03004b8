//! The second factor: codes that change every thirty seconds (TOTP, RFC 6238, with SHA-1 and six
//! digits, as every authenticator knows them).

use std::fmt;
use std::str::FromStr;

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use jiff::Timestamp;
use ring::hmac;
use zeroize::Zeroizing;

use super::key::Purpose;
use super::seal::{self, SealError};
use super::{MasterKey, SessionToken, hex, random};
use crate::report::AccountId;

/// 160 bits, as RFC 4226 recommends.
const LENGTH: usize = 20;
/// Seconds for which a code is shown.
const STEP: i64 = 30;
const DIGITS: usize = 6;
/// Clocks may differ by this many steps either way.
const WINDOW: i64 = 1;

/// What an authenticator and the registry share. It clears its memory; `Debug` does not show it.
pub struct TotpSecret(Zeroizing<[u8; LENGTH]>);

impl TotpSecret {
    /// A new one.
    pub fn random() -> Self {
        Self(random::bytes())
    }

    /// What the database holds: encrypted under a key from the master key, for this account only.
    pub fn seal(&self, key: &MasterKey, account: AccountId) -> Result<Vec<u8>, SealError> {
        let key = seal::aes(&key.subkey(Purpose::Factors));
        seal::encrypt(&key, &label(account), self.0.as_slice())
    }

    /// Opens what was sealed for this account.
    pub fn unseal(key: &MasterKey, account: AccountId, sealed: &[u8]) -> Result<Self, SealError> {
        let key = seal::aes(&key.subkey(Purpose::Factors));
        let plain = seal::decrypt(&key, &label(account), sealed)?;
        let secret = plain.as_array().ok_or(SealError::Broken)?;
        Ok(Self(Zeroizing::new(*secret)))
    }

    /// What a page carries of a secret that is to take the place of another: sealed, for this
    /// account in this session only. It is worth nothing once the session has ended.
    pub fn carried(
        &self,
        key: &MasterKey,
        account: AccountId,
        session: &SessionToken,
    ) -> Result<String, SealError> {
        let key = seal::aes(&key.subkey(Purpose::Factors));
        let sealed = seal::encrypt(&key, &carried_label(account, session), self.0.as_slice())?;
        Ok(BASE64URL_NOPAD.encode(&sealed))
    }

    /// Opens what [`TotpSecret::carried`] sealed.
    pub fn from_carried(
        key: &MasterKey,
        account: AccountId,
        session: &SessionToken,
        text: &str,
    ) -> Result<Self, SealError> {
        let sealed = BASE64URL_NOPAD.decode(text.as_bytes());
        let sealed = sealed.map_err(|_| SealError::Broken)?;
        let key = seal::aes(&key.subkey(Purpose::Factors));
        let plain = seal::decrypt(&key, &carried_label(account, session), &sealed)?;
        let secret = plain.as_array().ok_or(SealError::Broken)?;
        Ok(Self(Zeroizing::new(*secret)))
    }

    /// The code of this moment.
    pub fn code(&self, now: Timestamp) -> Zeroizing<String> {
        self.at(step_of(now))
    }

    /// The step of this code, if it is one of about now and later than the last one used: a code
    /// works once.
    pub fn verify(&self, code: &str, now: Timestamp, last: i64) -> Option<i64> {
        let now = step_of(now);
        let steps = now - WINDOW..=now + WINDOW;
        // Every step is looked at, so that time does not tell which of them it was.
        steps.fold(None, |found, step| {
            let same = equal(self.at(step).as_bytes(), code.as_bytes());
            if same && step > last {
                Some(step)
            } else {
                found
            }
        })
    }

    /// What somebody types into an authenticator: groups of four letters and digits.
    pub fn groups(&self) -> Zeroizing<String> {
        let key = self.base32();
        let mut text = Zeroizing::new(String::with_capacity(key.len() * 2));
        for (at, character) in key.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push(' ');
            }
            text.push(character);
        }
        text
    }

    /// What an authenticator takes from a link or a QR code. `name` is the account's.
    pub fn uri(&self, name: &str) -> Zeroizing<String> {
        let key = self.base32();
        let uri = format!("otpauth://totp/Candor:{name}?secret={}&issuer=Candor", *key);
        Zeroizing::new(uri)
    }

    fn base32(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE32_NOPAD.encode(self.0.as_slice()))
    }

    /// The code of a step: HMAC, dynamic truncation, last digits (RFC 4226, 5.3).
    fn at(&self, step: i64) -> Zeroizing<String> {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, self.0.as_slice());
        let tag = hmac::sign(&key, &step.to_be_bytes());
        let tag = tag.as_ref();
        let offset = usize::from(tag.last().copied().unwrap_or_default() & 15);
        let four = tag.get(offset..).and_then(<[u8]>::first_chunk);
        let number = u32::from_be_bytes(four.copied().unwrap_or_default()) & 0x7fff_ffff;
        Zeroizing::new(format!("{:06}", number % 1_000_000))
    }
}

impl FromStr for TotpSecret {
    type Err = SealError;

    /// Reads what [`TotpSecret::groups`] wrote.
    fn from_str(text: &str) -> Result<Self, SealError> {
        let text: Zeroizing<String> = Zeroizing::new(text.split_whitespace().collect());
        let bytes = BASE32_NOPAD.decode(text.as_bytes()).map(Zeroizing::new);
        let bytes = bytes.map_err(|_| SealError::Broken)?;
        let secret = bytes.as_array().ok_or(SealError::Broken)?;
        Ok(Self(Zeroizing::new(*secret)))
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret")
    }
}

fn step_of(now: Timestamp) -> i64 {
    now.as_second().div_euclid(STEP)
}

fn label(account: AccountId) -> String {
    format!("candor 1 second factor of {account}")
}

fn carried_label(account: AccountId, session: &SessionToken) -> String {
    let session = hex(&session.hash());
    format!("candor 1 next second factor of {account} in {session}")
}

/// Compares without telling by time where the first difference is.
fn equal(a: &[u8], b: &[u8]) -> bool {
    let different = a.iter().zip(b).fold(0, |sum, (a, b)| sum | (a ^ b));
    a.len() == b.len() && different == 0
}

/// What was typed as a code, if it has the form of one: six digits, with whatever gaps.
pub(super) fn digits(typed: &str) -> Option<Zeroizing<String>> {
    let code: Zeroizing<String> = Zeroizing::new(typed.split_whitespace().collect());
    (code.len() == DIGITS && code.bytes().all(|byte| byte.is_ascii_digit())).then_some(code)
}

#[cfg(test)]
mod tests;

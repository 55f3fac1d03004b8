//! Recovery codes: for when the authenticator is lost. Ten of 50 random bits, each good once.

use std::fmt;

use zeroize::Zeroizing;

use super::key::Purpose;
use super::{MasterKey, random, totp};
use crate::report::AccountId;

/// Crockford's base 32.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 10;
/// How many somebody gets.
const MANY: usize = 10;

/// A recovery code. It clears its memory, and only [`RecoveryCode::text`] shows it.
pub struct RecoveryCode(Zeroizing<[u8; LENGTH]>);

impl RecoveryCode {
    /// A new set.
    pub fn set() -> [Self; MANY] {
        std::array::from_fn(|_| {
            let mut symbols = random::bytes::<LENGTH>();
            for symbol in symbols.iter_mut() {
                *symbol &= 31;
            }
            Self(symbols)
        })
    }

    /// What somebody writes down: two groups of five.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + 1));
        for (at, symbol) in self.0.iter().enumerate() {
            if at == LENGTH / 2 {
                text.push('-');
            }
            text.extend(ALPHABET.get(usize::from(*symbol)).copied().map(char::from));
        }
        text
    }

    /// What the database holds: HMAC-SHA-256 under a key of its own, for this account only.
    pub fn mac(&self, key: &MasterKey, account: AccountId) -> [u8; 32] {
        let mut message = Zeroizing::new(account.to_string().into_bytes());
        message.extend_from_slice(self.0.as_slice());
        key.mac(Purpose::RecoveryCodes, &message)
    }

    /// Forgives case, gaps, O for 0, and I and L for 1.
    fn read(typed: &str) -> Option<Self> {
        let mut symbols = Zeroizing::new([0; LENGTH]);
        let mut written = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
        for symbol in symbols.iter_mut() {
            let character = match written.next()?.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let at = ALPHABET.iter().position(|c| char::from(*c) == character)?;
            *symbol = u8::try_from(at).ok()?;
        }
        written.next().is_none().then_some(Self(symbols))
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode")
    }
}

/// What somebody types as the second factor. `Debug` does not show it.
pub enum SecondFactor {
    /// Six digits from an authenticator.
    Code(Zeroizing<String>),
    /// A recovery code.
    Recovery(RecoveryCode),
    /// Neither.
    Nothing,
}

impl SecondFactor {
    /// Tells one from the other by its form.
    pub fn read(typed: &str) -> Self {
        match (totp::digits(typed), RecoveryCode::read(typed)) {
            (Some(code), _) => Self::Code(code),
            (None, Some(code)) => Self::Recovery(code),
            (None, None) => Self::Nothing,
        }
    }
}

impl fmt::Debug for SecondFactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecondFactor")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_ten_different_codes_that_are_read_back_however_they_are_typed() {
        let folder = tempfile::tempdir().unwrap();
        let key = MasterKey::load_or_create(&folder.path().join("key")).unwrap();
        let (ada, grace) = (AccountId::random(), AccountId::random());
        let set = RecoveryCode::set();
        let mut macs = Vec::new();
        for code in &set {
            let text = code.text();
            assert_eq!(text.len(), 11);
            for typed in [
                text.to_lowercase(),
                text.replace('-', " "),
                text.replace('0', "o"),
            ] {
                let read = SecondFactor::read(&typed);
                assert!(
                    matches!(&read, SecondFactor::Recovery(read) if read.mac(&key, ada) == code.mac(&key, ada))
                );
                assert!(!format!("{read:?}").contains(text.as_str()));
            }
            assert_ne!(code.mac(&key, ada), code.mac(&key, grace));
            macs.push(code.mac(&key, ada));
        }
        macs.sort_unstable();
        macs.dedup();
        assert_eq!(macs.len(), 10);
    }

    #[test]
    fn what_is_typed_is_told_apart_by_its_form() {
        assert!(matches!(
            SecondFactor::read("123 456"),
            SecondFactor::Code(_)
        ));
        for typed in ["", "12345", "ABCDE-FGHJ", "ABCDE-FGHJKM", "UUUUU-UUUUU"] {
            assert!(
                matches!(SecondFactor::read(typed), SecondFactor::Nothing),
                "{typed}"
            );
        }
    }
}

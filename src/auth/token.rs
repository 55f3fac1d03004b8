//! Secrets that are handed out once and looked up by their hash: 256 random bits, as 64 hexadecimal
//! digits. No key is needed for the hash, for nobody can guess what was hashed.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use super::key::Purpose;
use super::{MasterKey, Nonce, digest, random};

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        pub struct $name(Zeroizing<[u8; 32]>);

        impl $name {
            /// A new one.
            pub fn random() -> Self {
                Self(random::bytes())
            }

            /// What is handed out.
            pub fn text(&self) -> Zeroizing<String> {
                random::to_hex(self.0.as_slice())
            }

            /// What the database holds: SHA-256.
            pub fn hash(&self) -> [u8; 32] {
                digest(self.0.as_slice())
            }
        }

        impl FromStr for $name {
            type Err = TokenError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                random::from_hex(text).map(Self).ok_or(TokenError)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )+};
}

tokens! {
    /// What a signed-in browser holds in a cookie.
    SessionToken,
    /// What the link of an invitation holds.
    InvitationToken,
    /// What the address of a member holds.
    MemberToken,
}

impl MemberToken {
    /// The one that follows from a form's number: a form that is sent twice makes one address.
    pub fn of(form: &Nonce, key: &MasterKey) -> Self {
        Self(Zeroizing::new(key.mac(Purpose::Members, form.bytes())))
    }
}

/// The text is none of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not one of ours; see that it is whole")]
pub struct TokenError;

//! Keys, receipts, passwords and second factors: the only home of ring and argon2.
//!
//! One [`MasterKey`] in a file of its own, apart from the database, gives every other key. Without
//! it a copy of the database tells nothing about pending reports or receipts.

mod checksum;
mod device;
mod gate;
mod key;
mod keys;
mod nonce;
mod passing;
mod password;
mod random;
mod receipt;
mod recovery;
mod seal;
mod share;
mod signing;
mod token;
mod totp;

pub use checksum::{Sha256, digest, hex, sha256};
pub use device::{Device, DeviceError};
pub use gate::Busy;
pub use key::{KeyError, MasterKey};
pub use keys::Keys;
pub use nonce::{Nonce, NonceError};
pub use passing::PassingKey;
pub use password::{PasswordError, PasswordHash, Passwords, Verdict};
pub use random::lot;
pub use receipt::{Receipt, ReceiptError};
pub use recovery::{RecoveryCode, SecondFactor};
#[cfg(test)]
pub(crate) use seal::OPENED;
pub use seal::{SealError, Sealed, Sealer};
pub use share::ShareCode;
pub use signing::{PublicKey, SignatureError, SigningKey};
pub use token::{InvitationToken, MemberToken, SessionToken, TokenError};
pub use totp::TotpSecret;

//! The code with which a second person adds an account to a report: written like a receipt, good
//! for one use, and no key to the report itself.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use super::key::Purpose;
use super::{MasterKey, Receipt, ReceiptError};

/// A code for a second person. It clears its memory, and only [`ShareCode::text`] shows it.
pub struct ShareCode(Receipt);

impl ShareCode {
    /// A new one.
    pub fn random() -> Self {
        Self(Receipt::random())
    }

    /// What the reporter passes on: seven groups of four characters.
    pub fn text(&self) -> Zeroizing<String> {
        self.0.text()
    }

    /// What the database holds: HMAC-SHA-256 under a key of its own, so that a receipt is no code
    /// and a code no receipt.
    pub fn mac(&self, key: &MasterKey) -> [u8; 32] {
        key.mac(Purpose::Shares, self.0.0.as_slice())
    }
}

impl FromStr for ShareCode {
    type Err = ReceiptError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl fmt::Debug for ShareCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShareCode")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_opens_no_report_and_a_receipt_is_no_code() {
        let folder = tempfile::tempdir().unwrap();
        let key = MasterKey::load_or_create(&folder.path().join("key")).unwrap();
        let code = ShareCode::random();
        let as_receipt: Receipt = code.text().parse().unwrap();
        let again: ShareCode = code.text().to_lowercase().parse().unwrap();
        assert_eq!(again.mac(&key), code.mac(&key));
        assert_ne!(as_receipt.mac(&key), code.mac(&key));
        assert_eq!(format!("{code:?}"), "ShareCode");
    }
}

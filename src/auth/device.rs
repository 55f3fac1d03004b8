//! A mark that a browser keeps after a good sign-in ("device cookie", OWASP): its next tries are
//! counted apart from a stranger's, who could otherwise keep somebody out by trying their name.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use super::key::Purpose;
use super::{MasterKey, random};

const MARK: usize = 16;

/// A random number, and a code over it and the name it was given for. It opens nothing.
pub struct Device {
    mark: Zeroizing<[u8; MARK]>,
    code: [u8; 32],
}

impl Device {
    /// A new one for whoever goes by this name.
    pub fn new(name: &str, key: &MasterKey) -> Self {
        let mark = random::bytes();
        let code = code(&mark, name, key);
        Self { mark, code }
    }

    /// Whether it was given for this name.
    pub fn is_for(&self, name: &str, key: &MasterKey) -> bool {
        // Compared under the key once more, so that time tells nothing of how far they are alike.
        let again = |code: [u8; 32]| key.mac(Purpose::Devices, &code);
        again(self.code) == again(code(&self.mark, name, key))
    }

    /// What the browser keeps: 96 hexadecimal digits.
    pub fn text(&self) -> String {
        format!(
            "{}{}",
            *random::to_hex(self.mark.as_slice()),
            *random::to_hex(&self.code)
        )
    }
}

fn code(mark: &[u8; MARK], name: &str, key: &MasterKey) -> [u8; 32] {
    let message = [mark.as_slice(), name.as_bytes()].concat();
    key.mac(Purpose::Devices, &message)
}

/// It is no mark of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the mark of a browser")]
pub struct DeviceError;

impl FromStr for Device {
    type Err = DeviceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (mark, code) = text.split_at_checked(2 * MARK).ok_or(DeviceError)?;
        let code = random::from_hex::<32>(code).ok_or(DeviceError)?;
        Ok(Self {
            mark: random::from_hex(mark).ok_or(DeviceError)?,
            code: *code,
        })
    }
}

impl fmt::Debug for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Device")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_for_one_name_and_cannot_be_made_up() {
        let folder = tempfile::tempdir().unwrap();
        let key = MasterKey::load_or_create(&folder.path().join("key")).unwrap();
        let device = Device::new("ada", &key);
        let again: Device = device.text().parse().unwrap();
        assert!(again.is_for("ada", &key) && !again.is_for("grace", &key));
        let mut changed = device.text();
        changed.replace_range(0..1, if changed.starts_with('0') { "1" } else { "0" });
        assert!(!changed.parse::<Device>().unwrap().is_for("ada", &key));
        assert!("ab".parse::<Device>().is_err());
        assert!("g".repeat(96).parse::<Device>().is_err());
    }
}

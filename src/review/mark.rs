//! What somebody had before them when they pressed a button: a step is refused where it is about
//! something that was changed meanwhile.

use std::fmt;

use crate::auth;

/// Bytes that tell one state from another.
const SHOWN: usize = 8;

/// A state of something at the desk; another state has another mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark(String);

impl Mark {
    /// The mark of a state that consists of these parts.
    pub(super) fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut whole = Vec::new();
        for part in parts {
            whole.extend_from_slice(&auth::digest(part));
        }
        let digest = auth::digest(&whole);
        Self(auth::hex(digest.get(..SHOWN).unwrap_or_default()))
    }

    /// The mark a form carries. One that is no mark fits nothing.
    pub fn read(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

//! What somebody had before them when they pressed a button, so that nobody decides on, or
//! overwrites, what they have not seen.

use std::fmt;

use serde::Serialize;

use crate::auth;

/// A state of something at the desk. Any change gives another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(String);

impl Seen {
    /// Of something that stands like this now.
    pub(super) fn of(state: &impl Serialize) -> Self {
        let state = serde_json::to_vec(state).unwrap_or_default();
        Self(auth::hex(&auth::digest(&state)))
    }

    /// As a form gives it back. A text that is none fits nothing.
    pub fn given(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn any_change_gives_another_one() {
        let all = [
            Seen::of(&(None::<u32>, None::<&str>)),
            Seen::of(&(None::<u32>, Some("a"))),
            Seen::of(&(None::<u32>, Some("b"))),
            Seen::of(&(Some(1), None::<&str>)),
            Seen::of(&(Some(2), None::<&str>)),
        ];
        for (n, one) in all.iter().enumerate() {
            assert!(all.iter().skip(n + 1).all(|other| other != one));
            assert_eq!(Seen::given(&one.to_string()), *one);
        }
        assert_ne!(Seen::default(), all[0], "a page without one is stale");
    }
}

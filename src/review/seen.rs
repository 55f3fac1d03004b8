//! What an editor had before them, so that nobody overwrites what they have not seen.

use serde::Serialize;

use crate::auth;

/// What was out and what was kept when a page was opened. Any change gives another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(String);

impl Seen {
    /// What stands now: the number of what is out, and the draft that is kept.
    pub(super) fn of(out: Option<u32>, kept: Option<&impl Serialize>) -> Self {
        let standing = serde_json::to_vec(&(out, kept)).unwrap_or_default();
        Self(auth::hex(&auth::digest(&standing)))
    }

    /// As a form gives it back.
    pub fn given(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As a form holds it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn any_change_gives_another_one() {
        let draft = |text: &str| Seen::of(None, Some(&text.to_owned()));
        let nothing = Seen::of(None, None::<&String>);
        let all = [
            nothing.clone(),
            draft("a"),
            draft("b"),
            Seen::of(Some(1), None::<&String>),
            Seen::of(Some(2), None::<&String>),
        ];
        for (n, one) in all.iter().enumerate() {
            assert!(all.iter().skip(n + 1).all(|other| other != one));
            assert_eq!(Seen::given(one.as_str()), *one);
        }
        assert_ne!(Seen::default(), nothing, "a page without one is stale");
    }
}

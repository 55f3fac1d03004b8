//! The decoded pairs of a form.

use std::fmt;

use crate::anonymise::RawText;

/// Pairs in the order the browser sent them; a name may occur more than once.
#[derive(Default)]
pub struct Fields(Vec<(String, RawText)>);

impl Fields {
    /// Takes over decoded pairs. Line ends become `\n`, as browsers send `\r\n`.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let tidy = |(name, value): (String, String)| {
            let value = if value.contains('\r') {
                RawText::new(
                    RawText::new(value)
                        .expose()
                        .replace("\r\n", "\n")
                        .replace('\r', "\n"),
                )
            } else {
                RawText::new(value)
            };
            (name, value)
        };
        Self(pairs.into_iter().map(tidy).collect())
    }

    /// The first value of this name; empty if there is none.
    pub fn first(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.expose()).unwrap_or_default()
    }

    /// All values of this name in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.expose())
    }

    /// Every name with its value, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.expose()))
    }

    /// Whether there is a field of this name, with or without a value.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// The first value of this name, as it was typed.
    pub(crate) fn text(&self, name: &str) -> RawText {
        RawText::new(self.first(name))
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.0.iter().map(|(name, _)| name))
            .finish()
    }
}

//! The two kinds of text in Candor, kept apart by the compiler.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use zeroize::Zeroizing;

/// Text as a reporter wrote it. It lives in memory only.
///
/// It can be read from input, but neither printed, compared, nor written anywhere: `Debug` shows
/// its length, there is no `Display` and no `Serialize`, and its memory is cleared when dropped.
#[derive(Clone, Default)]
pub struct RawText(Zeroizing<String>);

impl RawText {
    /// Takes over what somebody handed in.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The text itself. Whatever is made from it is raw, too.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Debug for RawText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawText({} bytes)", self.0.len())
    }
}

impl<'de> Deserialize<'de> for RawText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

/// Text that the anonymiser made. Only this kind is stored, indexed, shown or sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct RedactedText(String);

impl RedactedText {
    /// For the anonymiser alone.
    pub(super) fn made_by_anonymiser(text: String) -> Self {
        Self(text)
    }

    /// Takes back text that was redacted before it was kept. Only `storage` may call this
    /// (`tests/tidy.rs` holds that): everywhere else text becomes redacted by being anonymised.
    pub fn from_store(text: String) -> Self {
        Self(text)
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// A part of the text, by byte range: part of redacted text is redacted. `None` where the
    /// range lies outside or cuts a character.
    pub fn excerpt(&self, range: Range<usize>) -> Option<Self> {
        self.0.get(range).map(|part| Self(part.to_owned()))
    }

    /// Redacted texts one after another, with the program's own words between them.
    pub fn join<'a>(parts: impl IntoIterator<Item = &'a Self>, separator: &'static str) -> Self {
        let parts: Vec<&str> = parts.into_iter().map(Self::as_str).collect();
        Self(parts.join(separator))
    }
}

impl fmt::Display for RedactedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for RedactedText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl JsonSchema for RedactedText {
    fn schema_name() -> Cow<'static, str> {
        "RedactedText".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Text after anonymising; removed parts stand as placeholders such as [Engineer A] or [T+12m]."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_a_part_and_never_half_a_character() {
        let text = RedactedText::made_by_anonymiser("Größe [Host A]".to_owned());
        assert_eq!(text.excerpt(0..7).expect("lies inside").as_str(), "Größe");
        assert_eq!(text.excerpt(0..3), None);
        assert_eq!(text.excerpt(8..99), None);
    }

    #[test]
    fn joined_texts_keep_their_order() {
        let text = RedactedText::made_by_anonymiser("one two".to_owned());
        let parts = [text.excerpt(4..7), text.excerpt(0..3)].map(|part| part.expect("inside"));
        assert_eq!(RedactedText::join(&parts, " ").as_str(), "two one");
        assert_eq!(RedactedText::join([], " ").as_str(), "");
    }
}

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
    /// (`tests/tidy` holds that): everywhere else text becomes redacted by being anonymised.
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

    /// Parts of the text by byte range, one after another: what is left of redacted text is
    /// redacted. `None` where a range lies outside or cuts a character.
    pub fn excerpt(&self, parts: &[Range<usize>]) -> Option<Self> {
        let parts: Option<Vec<&str>> = parts.iter().map(|part| self.0.get(part.clone())).collect();
        parts.map(|parts| Self(parts.concat()))
    }

    /// The text without line breaks, tabs and more than one space at a time.
    #[must_use]
    pub fn on_one_line(&self) -> Self {
        Self(self.0.split_whitespace().collect::<Vec<_>>().join(" "))
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
    fn an_excerpt_keeps_parts_and_never_half_a_character() {
        let text = RedactedText::made_by_anonymiser("Größe: **[Host A]**".to_owned());
        let excerpt = |parts: &[Range<usize>]| text.excerpt(parts).map(|part| part.0);
        assert_eq!(excerpt(&[0..9, 11..19]).as_deref(), Some("Größe: [Host A]"));
        assert_eq!(excerpt(&[0..1, 0..3]), None);
        assert_eq!(excerpt(&[0..1, 8..99]), None);
    }

    #[test]
    fn one_line_has_no_breaks() {
        let text = RedactedText::made_by_anonymiser(" one\r\n  two\tthree\n".to_owned());
        assert_eq!(text.on_one_line().as_str(), "one two three");
    }
}

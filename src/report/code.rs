//! Codes: slugs from the taxonomy, with who gave them and how sure they were.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kebab-case id of a taxonomy term, such as `retry-storm` or `postgresql`.
///
/// One to 64 of `a-z`, `0-9`, `-`, `.`, `+`, `#`; the last three because technologies have them.
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(#[schemars(regex(pattern = r"^[a-z0-9.+#-]{1,64}$"))] String);

impl Slug {
    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let well_formed = (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'+' | b'#'));
        if well_formed {
            Ok(Self(text.to_owned()))
        } else {
            Err(SlugError)
        }
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> String {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code is 1 to 64 lower-case letters, digits or hyphens")]
pub struct SlugError;

/// A code somebody gave the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Coded {
    /// The term.
    pub code: Slug,
    /// Who gave it.
    pub coder: Coder,
    /// How sure they were.
    pub confidence: Confidence,
}

/// Who gave a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Coder {
    /// The person who reported.
    Reporter,
    /// An analyst of the registry.
    Analyst,
    /// The tagger.
    Machine,
}

/// How sure a coder was (after VERIS).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// A guess worth showing.
    Low,
    /// Likely.
    Medium,
    /// Stated in the text or by the coder.
    High,
}

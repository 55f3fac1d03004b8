//! In what kind of organisation it happened: bands wide enough to hide in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Slug;

/// A fact that is known, that nobody knows, or that was taken out. The last two are not the same:
/// a blank tells the reader nothing was said, a removal that something was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosed {
    /// Nobody said.
    #[default]
    Unknown,
    /// Said, and removed to protect the reporter.
    Removed,
    /// Said: a term of the taxonomy.
    Known(Slug),
}

impl Disclosed {
    /// The term, if it is known.
    pub fn known(&self) -> Option<&Slug> {
        match self {
            Self::Known(slug) => Some(slug),
            Self::Unknown | Self::Removed => None,
        }
    }
}

/// Bands of context.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Context {
    /// Taxonomy `sectors`.
    pub sector: Disclosed,
    /// Taxonomy `organisation-sizes`.
    pub size: Disclosed,
    /// Taxonomy `hosting`.
    pub hosting: Disclosed,
    /// Taxonomy `operating-models`.
    pub operating_model: Disclosed,
    /// Taxonomy `continents`; nothing finer.
    pub continent: Disclosed,
}

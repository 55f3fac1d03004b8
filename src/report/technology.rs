//! Technologies and the part each played.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Slug;

/// One technology of the incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TechnologyUse {
    /// Taxonomy `technologies`.
    pub slug: Slug,
    /// Major version, where given.
    #[serde(default)]
    pub version: Option<Version>,
    /// Its part in the incident.
    #[serde(default)]
    pub role: Option<TechnologyRole>,
    /// What was wrong with it.
    #[serde(default)]
    pub problem: Option<ComponentProblem>,
    /// Its state as others that depend on it saw it.
    #[serde(default)]
    pub state: Option<DependencyState>,
}

/// A major version such as `15`, `2.4` or `22.04`: short, and nothing but a number with dots, so
/// that nothing else can hide in it.
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
pub struct Version(#[schemars(regex(pattern = r"^[0-9]{1,4}(\.[0-9]{1,4})?$"))] String);

impl Version {
    /// The version as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Version {
    type Err = VersionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number =
            |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let (major, minor) = text.split_once('.').unwrap_or((text, "0"));
        if number(major) && number(minor) {
            Ok(Self(text.to_owned()))
        } else {
            Err(VersionError)
        }
    }
}

impl TryFrom<String> for Version {
    type Error = VersionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Version> for String {
    fn from(version: Version) -> String {
        version.0
    }
}

/// The text is not a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a version is a number such as 15 or 2.4")]
pub struct VersionError;

/// The part a technology played.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum TechnologyRole {
    /// It failed.
    FailedComponent,
    /// Something that failed depends on it, or it on that.
    Dependency,
    /// It was used to respond.
    ResponseTool,
    /// It is named and had no part.
    Bystander,
}

/// What was wrong with a component (after ASRS "component problem").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ComponentProblem {
    /// It was not made for this.
    DesignLimit,
    /// It stopped.
    Failed,
    /// It did something wrong.
    Malfunctioning,
    /// Its interface allowed a wrong operation.
    MisoperatedInterface,
    /// It could not be reached.
    Unavailable,
    /// It did what its makers meant and nobody here expected.
    WorkedAsDesignedButUnexpected,
}

/// State of a dependency: the columns of the resiliency matrix.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum DependencyState {
    /// Working as usual.
    Healthy,
    /// Answering late.
    Slow,
    /// Answering in part, or wrongly.
    Degraded,
    /// Not answering.
    Down,
    /// Working as told, told wrongly.
    Misconfigured,
}

//! Technologies and the part each played.

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
    pub version: Option<String>,
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

/// The part a technology played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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

//! Kinds of records and their severity.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of record a report is. Everything that teaches is welcome, not only what broke.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// Something went wrong and was felt.
    #[default]
    Incident,
    /// It could have gone wrong and did not.
    NearMiss,
    /// A condition that could lead to an incident; nothing has happened yet.
    Hazard,
    /// It had been going wrong for a while before anybody saw.
    DegradationUnnoticed,
    /// A person or a defence stopped it.
    Save,
    /// Found in a game day or drill.
    ExerciseFinding,
    /// An alarm without a cause.
    FalseAlarm,
}

impl RecordKind {
    /// All kinds, in the order forms show them.
    pub const ALL: [Self; 7] = [
        Self::Incident,
        Self::NearMiss,
        Self::Hazard,
        Self::DegradationUnnoticed,
        Self::Save,
        Self::ExerciseFinding,
        Self::FalseAlarm,
    ];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::NearMiss => "near-miss",
            Self::Hazard => "hazard",
            Self::DegradationUnnoticed => "degradation-unnoticed",
            Self::Save => "save",
            Self::ExerciseFinding => "exercise-finding",
            Self::FalseAlarm => "false-alarm",
        }
    }

    /// The words people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Incident => "Incident",
            Self::NearMiss => "Near miss",
            Self::Hazard => "Hazard",
            Self::DegradationUnnoticed => "Degradation found later",
            Self::Save => "Save",
            Self::ExerciseFinding => "Exercise finding",
            Self::FalseAlarm => "False alarm",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == id)
    }
}

/// 1 (negligible) to 5 (catastrophic).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "u8", into = "u8")]
pub struct Severity(#[schemars(range(min = 1, max = 5))] u8);

impl Severity {
    /// The number, 1 to 5.
    pub fn get(self) -> u8 {
        self.0
    }

    /// The words people read.
    pub fn label(self) -> &'static str {
        match self.0 {
            1 => "Negligible",
            2 => "Minor",
            3 => "Serious",
            4 => "Major",
            _ => "Catastrophic",
        }
    }
}

impl TryFrom<u8> for Severity {
    type Error = SeverityError;

    fn try_from(value: u8) -> Result<Self, Self::Error> {
        if (1..=5).contains(&value) {
            Ok(Self(value))
        } else {
            Err(SeverityError)
        }
    }
}

impl From<Severity> for u8 {
    fn from(severity: Severity) -> u8 {
        severity.0
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// The number is not a severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a severity is a number from 1 to 5")]
pub struct SeverityError;

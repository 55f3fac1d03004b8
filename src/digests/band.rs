//! Numbers of the intake, banded so that a single report cannot be read from them.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Exact numbers of one period, as the registry counts them. They go no further than [`Intake`].
#[derive(Clone, Copy, Debug, Default)]
pub struct IntakeNumbers {
    /// Reports that came in.
    pub received: u32,
    /// Reports published.
    pub published: u32,
    /// Reports refused.
    pub refused: u32,
    /// Reports withdrawn by their reporters.
    pub withdrawn: u32,
}

/// What came in, in bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Intake {
    /// Reports that came in.
    pub received: Band,
    /// Reports published.
    pub published: Band,
    /// Reports refused.
    pub refused: Band,
    /// Reports withdrawn by their reporters.
    pub withdrawn: Band,
}

impl From<IntakeNumbers> for Intake {
    fn from(numbers: IntakeNumbers) -> Self {
        Self {
            received: Band::of(numbers.received),
            published: Band::of(numbers.published),
            refused: Band::of(numbers.refused),
            withdrawn: Band::of(numbers.withdrawn),
        }
    }
}

/// A number without its last digits: "none", "fewer than 8", "about 15".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Band(Width);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Width {
    None,
    Few,
    About(u32),
}

const FEW: &str = "fewer than 8";

impl Band {
    /// The band of a number: 1 to 7 are one band, anything larger is rounded to the nearest five.
    pub fn of(number: u32) -> Self {
        Self(match number {
            0 => Width::None,
            1..=7 => Width::Few,
            _ => Width::About(number.saturating_add(2) / 5 * 5),
        })
    }
}

impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Width::None => f.write_str("none"),
            Width::Few => f.write_str(FEW),
            Width::About(number) => write!(f, "about {number}"),
        }
    }
}

impl From<Band> for String {
    fn from(band: Band) -> Self {
        band.to_string()
    }
}

impl TryFrom<String> for Band {
    type Error = BandError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let band = match text.as_str() {
            "none" => Self(Width::None),
            FEW => Self(Width::Few),
            other => other
                .strip_prefix("about ")
                .and_then(|number| number.parse().ok())
                .map(Self::of)
                .ok_or(BandError)?,
        };
        if band.to_string() == text {
            Ok(band)
        } else {
            Err(BandError)
        }
    }
}

/// The text is not a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a band is \"none\", \"fewer than 8\" or \"about\" and a multiple of five from 10 up")]
pub struct BandError;

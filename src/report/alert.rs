//! Alerts: a hazard told to those who should look, before it becomes an incident.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AlertId, Period, ReportId};

/// What an alert says. Short: a title, and one part each for who, what and what now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, bound(deserialize = "T: Deserialize<'de> + Default"))]
#[schemars(bound = "T: JsonSchema + Default + Serialize")]
pub struct Alert<T> {
    /// A short title.
    pub title: T,
    /// Who should look: what one runs or does to be concerned.
    pub who: T,
    /// What was seen.
    pub seen: T,
    /// What to check, one thing a line.
    pub check: T,
}

impl<T> Alert<T> {
    /// The same alert with each text turned into another kind, in reading order.
    pub fn map_text<U>(self, mut f: impl FnMut(T) -> U) -> Alert<U> {
        Alert {
            title: f(self.title),
            who: f(self.who),
            seen: f(self.seen),
            check: f(self.check),
        }
    }

    /// Its texts in reading order, the order of [`Alert::map_text`].
    pub fn texts(&self) -> [&T; 4] {
        [&self.title, &self.who, &self.seen, &self.check]
    }
}

/// Where an alert stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AlertStatus {
    /// Being written; not enough people agree to it as it is.
    Draft,
    /// Public.
    Published,
    /// Was public; only its number and month are left.
    Withdrawn,
}

impl AlertStatus {
    /// All, in the order an alert passes through them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Published, Self::Withdrawn];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == id)
    }
}

/// A published alert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
#[schemars(bound = "T: JsonSchema + Default + Serialize")]
pub struct PublicAlert<T> {
    /// Its permanent id.
    pub id: AlertId,
    /// Its number: alerts are counted as they are published.
    pub number: u32,
    /// The month it was published in.
    pub published: Period,
    /// An invented sample.
    pub sample: bool,
    /// Those reports behind it that are public.
    pub reports: Vec<ReportId>,
    /// What it says.
    #[serde(flatten)]
    pub alert: Alert<T>,
}

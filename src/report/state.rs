//! Where a report stands on its way, and what may happen next.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Received; nobody has looked yet.
    Received,
    /// An analyst is on it.
    InReview,
    /// Approved by enough analysts; waits for publication.
    Approved,
    /// Public.
    Published,
    /// Its codes are counted; it has no page, to protect its reporter.
    Counted,
    /// Not published; the receipt says why.
    Refused,
    /// Taken back by the reporter.
    Withdrawn,
}

impl Status {
    /// All, in the order a report may pass through them.
    pub const ALL: [Self; 7] = [
        Self::Received,
        Self::InReview,
        Self::Approved,
        Self::Published,
        Self::Counted,
        Self::Refused,
        Self::Withdrawn,
    ];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InReview => "in-review",
            Self::Approved => "approved",
            Self::Published => "published",
            Self::Counted => "counted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == id)
    }

    /// Whether a report may go from here to there.
    pub fn may_become(self, next: Self) -> bool {
        use Status::{Approved, Counted, InReview, Published, Received, Refused, Withdrawn};
        matches!(
            (self, next),
            (Received, InReview | Approved | Refused | Withdrawn)
                | (InReview, Approved | Refused | Withdrawn)
                | (
                    Approved,
                    InReview | Published | Counted | Refused | Withdrawn
                )
                | (Published | Counted | Refused, Withdrawn)
        )
    }
}

/// Why a report was not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Nothing in it that others could learn from.
    NothingToLearn,
    /// It is not about running software.
    OutOfScope,
    /// It cannot be made anonymous enough.
    CannotBeAnonymised,
    /// The same report came in before.
    Duplicate,
    /// Made up, advertising or abuse.
    NotGenuine,
}

impl Refusal {
    /// All reasons, in the order the desk shows them.
    pub const ALL: [Self; 5] = [
        Self::NothingToLearn,
        Self::OutOfScope,
        Self::CannotBeAnonymised,
        Self::Duplicate,
        Self::NotGenuine,
    ];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NothingToLearn => "nothing-to-learn",
            Self::OutOfScope => "out-of-scope",
            Self::CannotBeAnonymised => "cannot-be-anonymised",
            Self::Duplicate => "duplicate",
            Self::NotGenuine => "not-genuine",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|refusal| refusal.as_str() == id)
    }

    /// What the reporter reads.
    pub fn label(self) -> &'static str {
        match self {
            Self::NothingToLearn => "We could not find anything in it that others can learn from.",
            Self::OutOfScope => "It is not about running software.",
            Self::CannotBeAnonymised => "We could not make it anonymous enough to protect you.",
            Self::Duplicate => "We already have this report.",
            Self::NotGenuine => "We do not believe that it describes something that happened.",
        }
    }
}

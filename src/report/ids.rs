//! Ids. All are random (UUID version 4): an id must not tell when its row was made.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(#[schemars(with = "String")] Uuid);

        impl $name {
            /// A new random id.
            #[expect(clippy::disallowed_methods, reason = "the one place that makes ids")]
            pub fn random() -> Self {
                Self(Uuid::new_v4())
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self).map_err(|_| IdError)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }
    )+};
}

ids! {
    /// A report, from intake to publication.
    ReportId,
    /// A member of staff.
    AccountId,
    /// An organisation that is a member.
    MemberId,
    /// A message between the desk and a reporter.
    MessageId,
    /// Something that happened once and that several reports tell of.
    EventId,
    /// An alert.
    AlertId,
    /// A set of reports on a theme.
    SetId,
    /// A word somebody missed in a list of the taxonomy.
    TermId,
}

/// The text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id of the registry")]
pub struct IdError;

//! Whether a pattern is seen more often than before.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::patterns::MINIMUM;

/// Whether a pattern makes up more of the reports than in the period before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// No report showed it before this period.
    FirstSeen,
    /// More of the reports show it.
    More,
    /// Fewer of the reports show it.
    Fewer,
    /// The difference is one that chance would make.
    Steady,
    /// Too few reports to tell.
    TooFew,
}

/// How many reports show a pattern, of how many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    pub(super) showing: u32,
    pub(super) of: u32,
}

impl Trend {
    /// Compares shares, so that more reports alone do not make every pattern grow.
    ///
    /// First seen is what no earlier report shows, of at least as many as came now.
    ///
    /// Of all reports that show it, new and before, a known share would be new if nothing had
    /// changed. A difference counts when it is at least two standard deviations of that binomial
    /// distribution: about one in twenty steady patterns is named wrongly, which is why the words
    /// stay weak.
    pub(super) fn of(now: Share, before: Share, ever: Share) -> Self {
        let showing = f64::from(now.showing) + f64::from(before.showing);
        let least = u32::try_from(2 * MINIMUM).unwrap_or(u32::MAX);
        if ever.showing == 0 && ever.of >= now.of && now.showing > 0 {
            return Self::FirstSeen;
        }
        if now.showing + before.showing < least || now.of == 0 || before.of == 0 {
            return Self::TooFew;
        }
        let share = f64::from(now.of) / (f64::from(now.of) + f64::from(before.of));
        let deviation = (showing * share * (1.0 - share)).sqrt();
        let difference = f64::from(now.showing) - showing * share;
        if difference >= 2.0 * deviation {
            Self::More
        } else if difference <= -2.0 * deviation {
            Self::Fewer
        } else {
            Self::Steady
        }
    }

    /// The words people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::FirstSeen => "first seen in this period",
            Self::More => "more than before",
            Self::Fewer => "fewer than before",
            Self::Steady => "about as before",
            Self::TooFew => "too few to tell",
        }
    }
}

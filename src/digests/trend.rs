//! What was known before the period, and whether a pattern is seen more often than then.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::patterns::{Counts, MINIMUM, Selection};
use crate::report::{PublicReport, Span};

/// Counts over everything published before the period of a digest.
///
/// Counts rather than reports, so that a digest over a large registry needs one pass, not all of
/// it in memory.
#[derive(Clone, Debug, Default)]
pub struct Background {
    ever: Counts,
    before: Counts,
}

impl Background {
    /// Counts reports published before the period; later ones are left out.
    pub fn of<'a, T: 'a>(
        span: Span,
        earlier: impl IntoIterator<Item = &'a PublicReport<T>>,
    ) -> Self {
        let mut background = Self::default();
        for report in earlier {
            background.add(span, report);
        }
        background
    }

    /// Counts one more report, if it was published before.
    pub fn add<T>(&mut self, span: Span, report: &PublicReport<T>) {
        if !span.is_after(report.published) {
            return;
        }
        self.ever.add(&report.report);
        if span.previous().contains(report.published) {
            self.before.add(&report.report);
        }
    }

    /// The same from the codes of reports.
    pub fn counted(span: Span, reports: &Selection<'_>) -> Self {
        let before = span.previous();
        Self {
            ever: reports.published(|month| span.is_after(month)).counts(),
            before: reports.published(|month| before.contains(month)).counts(),
        }
    }

    /// Everything published before the period.
    pub fn ever(&self) -> &Counts {
        &self.ever
    }

    /// What was published in the period of the same length just before.
    pub fn before(&self) -> &Counts {
        &self.before
    }
}

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

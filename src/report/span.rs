//! What a digest is about: one period, or four quarters in a row.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Period, PeriodError};

/// A month, quarter or year, or four quarters in a row (`2025-Q4..2026-Q3`).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Span {
    first: Period,
    last: Period,
}

/// Quarters in a row.
const QUARTERS: usize = 4;

/// How long a digest looks back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Length {
    /// A month.
    Month,
    /// A quarter.
    #[default]
    Quarter,
    /// A year.
    Year,
    /// Four quarters in a row.
    FourQuarters,
}

impl Length {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Year, Self::FourQuarters];

    /// Its name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::FourQuarters => "four-quarters",
        }
    }

    /// By its name in an address.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|length| length.as_str() == name)
    }

    /// The words people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Month => "The last month",
            Self::Quarter => "The last quarter",
            Self::Year => "The last year",
            Self::FourQuarters => "The last four quarters",
        }
    }

    /// The last of this length that was over when this month began, and those before it, without
    /// end.
    pub fn back_from(self, month: Period) -> impl Iterator<Item = Span> {
        let last = match self {
            Self::Month => Span::from(month.previous()),
            Self::Quarter => Span::from(month.quarter().previous()),
            Self::Year => Span::from(Period::of_year(month.year()).previous()),
            Self::FourQuarters => Span::four_quarters(month.quarter().previous()),
        };
        std::iter::successors(Some(last), move |span| {
            Some(match self {
                // One each quarter, so that nobody waits a year for the next.
                Self::FourQuarters => Span::four_quarters(span.last.previous()),
                Self::Month | Self::Quarter | Self::Year => span.previous(),
            })
        })
    }
}

impl Span {
    fn four_quarters(last: Period) -> Self {
        let back = std::iter::successors(Some(last), |quarter| Some(quarter.previous()));
        Self {
            first: back.take(QUARTERS).last().unwrap_or(last),
            last,
        }
    }

    /// The one period it is, unless it is four.
    pub fn period(self) -> Option<Period> {
        (self.first == self.last).then_some(self.last)
    }

    /// Whether the period lies within it.
    pub fn contains(self, period: Period) -> bool {
        let first = |of: Period| (of.year(), of.months().0);
        let last = |of: Period| (of.year(), of.months().1);
        first(self.first) <= first(period) && last(period) <= last(self.last)
    }

    /// Whether the period is over when this begins.
    pub fn is_after(self, period: Period) -> bool {
        period.is_before(self.first)
    }

    /// Whether this is over when the period begins.
    pub fn is_before(self, period: Period) -> bool {
        self.last.is_before(period)
    }

    /// As long, just before.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.period() {
            Some(period) => period.previous().into(),
            None => Self::four_quarters(self.first.previous()),
        }
    }

    /// How long it is.
    pub fn length(self) -> Length {
        match self.period() {
            None => Length::FourQuarters,
            Some(period) if period.is_month() => Length::Month,
            Some(period) if period.months() == (1, 12) => Length::Year,
            Some(_) => Length::Quarter,
        }
    }

    /// The month after it, in which its issue comes out.
    pub fn month_after(self) -> Period {
        self.last.month_after()
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        self.last.last_day()
    }

    /// The words people read: "October 2026", "October 2025 to September 2026".
    pub fn label(self) -> String {
        match self.period() {
            Some(period) => period.label(),
            None => format!(
                "{} to {}",
                self.first.first_month().label(),
                self.last.last_month().label()
            ),
        }
    }
}

impl From<Period> for Span {
    fn from(period: Period) -> Self {
        Self {
            first: period,
            last: period,
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.period() {
            Some(period) => period.fmt(f),
            None => write!(f, "{}..{}", self.first, self.last),
        }
    }
}

impl FromStr for Span {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some((first, last)) = text.split_once("..") else {
            return Ok(text.parse::<Period>()?.into());
        };
        let (first, last): (Period, Period) = (first.parse()?, last.parse()?);
        let span = Self::four_quarters(last);
        let quarter = Self::from(last).length() == Length::Quarter;
        (quarter && span.first == first)
            .then_some(span)
            .ok_or(PeriodError)
    }
}

impl TryFrom<String> for Span {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> Self {
        span.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{Length, Span};

    #[test]
    fn the_last_one_that_is_over_comes_first() {
        let month = "2026-02".parse().unwrap();
        let of = |length: Length| {
            let spans = length.back_from(month).take(2);
            spans.map(|span| span.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(of(Length::Month), ["2026-01", "2025-12"]);
        assert_eq!(of(Length::Quarter), ["2025-Q4", "2025-Q3"]);
        assert_eq!(of(Length::Year), ["2025", "2024"]);
        assert_eq!(
            of(Length::FourQuarters),
            ["2025-Q1..2025-Q4", "2024-Q4..2025-Q3"]
        );
    }

    #[test]
    fn four_quarters_read_back_and_say_where_they_begin_and_end() {
        let span: Span = "2025-Q4..2026-Q3".parse().unwrap();
        assert_eq!(span.to_string(), "2025-Q4..2026-Q3");
        assert_eq!(span.label(), "October 2025 to September 2026");
        assert_eq!(span.previous().to_string(), "2024-Q4..2025-Q3");
        assert_eq!(span.last_day(), jiff::civil::date(2026, 9, 30));
        for (month, within) in [
            ("2025-09", false),
            ("2025-10", true),
            ("2026-09", true),
            ("2026-10", false),
        ] {
            assert_eq!(span.contains(month.parse().unwrap()), within, "{month}");
        }
        for no in [
            "2025-Q4..2026-Q2",
            "2025..2026",
            "2025-10..2026-09",
            "..",
            "",
        ] {
            assert!(no.parse::<Span>().is_err(), "{no}");
        }
    }
}

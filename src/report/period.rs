//! Time as coarse as Candor keeps it.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A month (`2026-10`), quarter (`2026-Q4`) or year (`2026`).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Period {
    year: i16,
    part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Part {
    Year,
    Quarter(u8),
    Month(u8),
}

impl Period {
    /// The month a moment falls into, in UTC.
    pub fn month_of(moment: Timestamp) -> Self {
        let date = moment.to_zoned(TimeZone::UTC).date();
        Self {
            year: date.year(),
            part: Part::Month(date.month().unsigned_abs()),
        }
    }

    /// The quarter this month lies in; a quarter or year stays what it is.
    #[must_use]
    pub fn quarter(self) -> Self {
        match self.part {
            Part::Month(month) => Self {
                year: self.year,
                part: Part::Quarter(month.div_ceil(3)),
            },
            Part::Quarter(_) | Part::Year => self,
        }
    }

    /// This whole year.
    pub fn of_year(year: i16) -> Self {
        Self {
            year,
            part: Part::Year,
        }
    }

    /// The year it lies in.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month it begins with.
    #[must_use]
    pub fn first_month(self) -> Self {
        Self {
            year: self.year,
            part: Part::Month(self.months().0),
        }
    }

    /// The month it ends with.
    #[must_use]
    pub fn last_month(self) -> Self {
        Self {
            year: self.year,
            part: Part::Month(self.months().1),
        }
    }

    /// The month after it.
    #[must_use]
    pub fn month_after(self) -> Self {
        let (month, year) = match self.months().1 {
            12 => (1, self.year + 1),
            month => (month + 1, self.year),
        };
        Self {
            year,
            part: Part::Month(month),
        }
    }

    /// Whether this is a single month.
    pub fn is_month(self) -> bool {
        matches!(self.part, Part::Month(_))
    }

    /// First and last month, each 1 to 12.
    pub fn months(self) -> (u8, u8) {
        match self.part {
            Part::Year => (1, 12),
            Part::Quarter(quarter) => (quarter * 3 - 2, quarter * 3),
            Part::Month(month) => (month, month),
        }
    }

    /// Whether the other period lies within this one.
    pub fn contains(self, other: Self) -> bool {
        let (first, last) = self.months();
        let (other_first, other_last) = other.months();
        self.year == other.year && first <= other_first && other_last <= last
    }

    /// Whether this period is over when the other begins.
    pub fn is_before(self, other: Self) -> bool {
        (self.year, self.months().1) < (other.year, other.months().0)
    }

    /// The period of the same length just before.
    #[must_use]
    pub fn previous(self) -> Self {
        let (part, year) = match self.part {
            Part::Year => (Part::Year, self.year - 1),
            Part::Quarter(1) => (Part::Quarter(4), self.year - 1),
            Part::Quarter(quarter) => (Part::Quarter(quarter - 1), self.year),
            Part::Month(1) => (Part::Month(12), self.year - 1),
            Part::Month(month) => (Part::Month(month - 1), self.year),
        };
        Self { year, part }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        let (_, month) = self.months();
        let first = Date::new(self.year, month.try_into().unwrap_or(12), 1);
        first.unwrap_or(Date::MAX).last_of_month()
    }

    /// The words people read: "October 2026", "October to December 2026", "2026".
    pub fn label(self) -> String {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let name = |month: u8| {
            NAMES
                .get(usize::from(month) - 1)
                .copied()
                .unwrap_or_default()
        };
        let (first, last) = self.months();
        match self.part {
            Part::Year => self.year.to_string(),
            Part::Quarter(_) => format!("{} to {} {}", name(first), name(last), self.year),
            Part::Month(_) => format!("{} {}", name(first), self.year),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Year => write!(f, "{:04}", self.year),
            Part::Quarter(quarter) => write!(f, "{:04}-Q{quarter}", self.year),
            Part::Month(month) => write!(f, "{:04}-{month:02}", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, part) = match text.split_once('-') {
            None => (text, Part::Year),
            Some((year, rest)) => {
                let part = if let Some(quarter) = rest.strip_prefix(['Q', 'q']) {
                    Part::Quarter(number(quarter, 1, 1..=4)?)
                } else {
                    Part::Month(number(rest, 2, 1..=12)?)
                };
                (year, part)
            }
        };
        let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let year = year
            .parse()
            .ok()
            .filter(|year| digits && (1950..=2200).contains(year));
        Ok(Self {
            year: year.ok_or(PeriodError)?,
            part,
        })
    }
}

fn number(
    text: &str,
    length: usize,
    range: std::ops::RangeInclusive<u8>,
) -> Result<u8, PeriodError> {
    let digits = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|n| digits && range.contains(n))
        .ok_or(PeriodError)
}

impl TryFrom<String> for Period {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> String {
        period.to_string()
    }
}

/// The text is not a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a period is a year, quarter or month, such as 2026, 2026-Q4 or 2026-10")]
pub struct PeriodError;

/// A quarter of the day, in the local time of those who responded (as ASRS keeps it).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum HourBlock {
    /// Midnight to six.
    #[serde(rename = "00-06")]
    Night,
    /// Six to noon.
    #[serde(rename = "06-12")]
    Morning,
    /// Noon to six.
    #[serde(rename = "12-18")]
    Afternoon,
    /// Six to midnight.
    #[serde(rename = "18-24")]
    Evening,
}

impl HourBlock {
    /// The words people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Night => "Between midnight and six",
            Self::Morning => "In the morning",
            Self::Afternoon => "In the afternoon",
            Self::Evening => "In the evening",
        }
    }
}

/// A week by ISO 8601 (`2026-W47`): the finest time kept of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IsoWeek {
    year: i16,
    week: i8,
}

impl IsoWeek {
    /// The week a moment falls into, in UTC.
    pub fn of(moment: Timestamp) -> Self {
        let week = moment.to_zoned(TimeZone::UTC).date().iso_week_date();
        Self {
            year: week.year(),
            week: week.week(),
        }
    }

    /// Its Monday.
    pub fn monday(self) -> Option<Date> {
        jiff::civil::ISOWeekDate::new(self.year, self.week, jiff::civil::Weekday::Monday)
            .ok()
            .map(jiff::civil::ISOWeekDate::date)
    }

    /// The month in which it ends.
    pub fn month(self) -> Option<Period> {
        let sunday = self.monday()?.checked_add(jiff::Span::new().days(6)).ok()?;
        Some(Period {
            year: sunday.year(),
            part: Part::Month(sunday.month().unsigned_abs()),
        })
    }

    /// How many weeks `later` is after this one; 0 where it is not.
    pub fn weeks_until(self, later: Self) -> u32 {
        let days = self
            .monday()
            .zip(later.monday())
            .and_then(|(from, to)| from.until(to).ok())
            .map_or(0, |span| span.get_days());
        u32::try_from(days / 7).unwrap_or(0)
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

impl FromStr for IsoWeek {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, week) = text.split_once("-W").ok_or(PeriodError)?;
        let week = Self {
            year: year.parse().map_err(|_| PeriodError)?,
            week: week.parse().map_err(|_| PeriodError)?,
        };
        week.monday().map(|_| week).ok_or(PeriodError)
    }
}

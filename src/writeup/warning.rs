//! What the importer had to assume, in plain words. Warnings never quote the write-up.

use std::fmt;

/// Something a reporter should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// No heading and no field names the report; the file name does.
    TitleFromName,
    /// Nothing names the report; its first sentence does.
    TitleFromText,
    /// No timeline was found.
    NoTimeline,
    /// None of the times says its time zone.
    ZoneMissing,
    /// Several zones are named, and this many times say none.
    ZonePartlyMissing(usize),
    /// Several zones are named.
    ZonesMixed(usize),
    /// Dates such as 03/04/2024, and nothing tells which number is the month.
    DayOrMonth,
    /// Times that jump back without a date.
    NextDay(usize),
    /// Entries that are earlier than the one before.
    Backward(usize),
    /// Entries with a time that could not be understood, or without one.
    Unplaced(usize),
    /// More than a year between two entries.
    LongSpan,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TitleFromName => f.write_str("The title was taken from the file name."),
            Self::TitleFromText => f.write_str("The title was taken from the first sentence."),
            Self::NoTimeline => f.write_str("No timeline was found."),
            Self::ZoneMissing => f.write_str("Times without a zone were taken as one zone."),
            Self::ZonePartlyMissing(count) => write!(
                f,
                "Several time zones are named; times without one were taken as the zone before \
                 them ({count})."
            ),
            Self::ZonesMixed(count) => write!(
                f,
                "Several time zones are named ({count}); times were brought together."
            ),
            Self::DayOrMonth => f.write_str(
                "Dates such as 03/04/2024 can be read in two ways; the day was taken to come \
                 first.",
            ),
            Self::NextDay(count) => write!(
                f,
                "Times that jump back without a date were taken as the next day ({count})."
            ),
            Self::Backward(count) => write!(
                f,
                "Timeline entries earlier than the one before keep their order ({count})."
            ),
            Self::Unplaced(count) => write!(
                f,
                "Timeline entries without a time that can be understood keep their order \
                 ({count})."
            ),
            Self::LongSpan => {
                f.write_str("The timeline spans more than a year; look for a mistyped date.")
            }
        }
    }
}

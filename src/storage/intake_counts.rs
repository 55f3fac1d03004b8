//! How many reports came in and what became of them, in a period.

use diesel::dsl::count_star;
use diesel::prelude::*;
use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::published::months;
use super::schema::{pending, published};
use super::{ReadTx, StorageError};
use crate::report::{IsoWeek, Period, Status};

/// Counts for one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntakeCounts {
    /// Came in during the period.
    pub received: u64,
    /// Of those, were refused.
    pub refused: u64,
    /// Of those, were taken back by the reporter, before or after publication.
    pub withdrawn: u64,
    /// Were published during the period, whenever they came in, and are still public.
    pub published: u64,
}

/// The counts for a month, quarter or year. A week belongs to the month of its Thursday, as it does
/// to the year.
pub fn of(tx: &mut ReadTx<'_>, period: Period) -> Result<IntakeCounts, StorageError> {
    let rows: Vec<(String, String, i64)> = pending::table
        .group_by((pending::week, pending::status))
        .select((pending::week, pending::status, count_star()))
        .load(tx.conn())?;
    let (first, last) = months(period);
    let public: i64 = published::table
        .filter(published::month.between(first, last))
        .count()
        .get_result(tx.conn())?;
    let mut counts = IntakeCounts {
        published: public.unsigned_abs(),
        ..IntakeCounts::default()
    };
    for (week, status, count) in rows {
        let month = month_of(&week).ok_or_else(|| StorageError::corrupt("pending.week"))?;
        if !period.contains(month) {
            continue;
        }
        let count = count.unsigned_abs();
        counts.received += count;
        match Status::parse(&status).ok_or_else(|| StorageError::corrupt("pending.status"))? {
            Status::Refused => counts.refused += count,
            Status::Withdrawn => counts.withdrawn += count,
            Status::Received
            | Status::InReview
            | Status::Approved
            | Status::Published
            | Status::Counted => {}
        }
    }
    Ok(counts)
}

fn month_of(week: &str) -> Option<Period> {
    let thursday = week
        .parse::<IsoWeek>()
        .ok()?
        .monday()?
        .checked_add(3.days());
    let thursday = thursday.ok()?.to_zoned(TimeZone::UTC).ok()?;
    Some(Period::month_of(thursday.timestamp()))
}

//! Compiles the digest of a period from what was published in it.

use std::collections::BTreeSet;

use super::Jobs;
use jiff::tz::TimeZone;

use crate::anonymise::RedactedText;
use crate::digests::{Background, Digest, IntakeNumbers};
use crate::report::{IsoWeek, Period, ReportId};
use crate::storage::{
    ReadTx, StorageError, WriteTx, digests, intake_counts, published, redacted_digest,
};
use crate::taxonomy::Taxonomy;

/// Reports read at once.
const PAGE: u32 = 500;

/// Why a digest could not be compiled.
#[derive(Debug, thiserror::Error)]
pub enum DigestError {
    /// The registry could not be read or written.
    #[error("the digest could not be compiled")]
    Storage(#[from] StorageError),
    /// It could not be written down.
    #[error("the digest could not be written down")]
    Encoding(#[source] serde_json::Error),
}

impl Jobs {
    /// The month of now.
    pub fn this_month(&self) -> Period {
        Period::month_of(self.clock.now())
    }

    /// Compiles a digest. Keeps nothing.
    pub fn compile(&self, period: Period) -> Result<Digest<RedactedText>, DigestError> {
        Ok(self.storage.read(|tx| compile(tx, period))?)
    }

    /// Issues the digest of every month, quarter and year of the last twelve months that was over
    /// on this week's Monday, has reports or comes after some, and has none that was issued since;
    /// answers which.
    ///
    /// The week is all that is kept of an issue. One from the days between a month's end and the
    /// next Monday could not be told from one that came out before the month was over, and would be
    /// due again and again.
    pub fn issue_due(&self) -> Result<Vec<Period>, DigestError> {
        let Some(now) = month_begun(IsoWeek::of(self.clock.now())) else {
            return Ok(Vec::new());
        };
        let due = self.storage.read(|tx| {
            let Some(first) = published::first_month(tx)? else {
                return Ok(Vec::new());
            };
            let issued = digests::list(tx)?.into_iter();
            let issued: BTreeSet<Period> = issued
                .filter(|issue| issued_after(issue.period, issue.week))
                .map(|issue| issue.period)
                .collect();
            let mut due = over(now, first);
            due.retain(|period| !issued.contains(period));
            Ok::<_, StorageError>(due)
        })?;
        for period in &due {
            self.issue(*period)?;
        }
        Ok(due)
    }

    /// Compiles a digest and issues it. Once a period is over, its digest stays as it was issued;
    /// before that, each new one takes the place of the last.
    pub fn issue(&self, period: Period) -> Result<Digest<RedactedText>, DigestError> {
        let week = IsoWeek::of(self.clock.now());
        self.storage.write(|tx| {
            if let Some(issue) = digests::get(tx, period)?
                && issued_after(period, issue.week)
            {
                return Ok(redacted_digest(&issue.body)?);
            }
            let digest = compile(tx, period)?;
            put(tx, period, &digest, week)?;
            Ok(digest)
        })
    }
}

/// Months, quarters and years that are over, the last of them at most a year ago, and not before
/// the first month.
fn over(now: Period, first: Period) -> Vec<Period> {
    let months = std::iter::successors(Some(now.previous()), |month| Some(month.previous()));
    let months = months.take(12).take_while(|month| !month.is_before(first));
    let periods = months.flat_map(|month| {
        let year = Period::of_year(month.year());
        [month, month.quarter(), year]
    });
    let periods: BTreeSet<Period> = periods.filter(|period| period.is_before(now)).collect();
    periods.into_iter().collect()
}

/// Whether an issue came out when its period was over. The week it came out in may have begun
/// before that; then it is compiled once more, from the same reports.
fn issued_after(period: Period, week: IsoWeek) -> bool {
    month_begun(week).is_some_and(|month| period.is_before(month))
}

/// The month of a week's Monday.
fn month_begun(week: IsoWeek) -> Option<Period> {
    let monday = week.monday()?.to_zoned(TimeZone::UTC).ok()?;
    Some(Period::month_of(monday.timestamp()))
}

/// Issues anew every digest that tells of a report which is no longer public, without it.
pub(crate) fn forget(
    tx: &mut WriteTx<'_>,
    report: ReportId,
    week: IsoWeek,
) -> Result<(), DigestError> {
    for period in digests::mentioning(tx, report)? {
        let digest = compile(tx, period)?;
        put(tx, period, &digest, week)?;
    }
    Ok(())
}

fn put(
    tx: &mut WriteTx<'_>,
    period: Period,
    digest: &Digest<RedactedText>,
    week: IsoWeek,
) -> Result<(), DigestError> {
    let body = serde_json::to_string(digest).map_err(DigestError::Encoding)?;
    digests::put(tx, period, &body, week)?;
    Ok(())
}

fn compile(tx: &mut ReadTx<'_>, period: Period) -> Result<Digest<RedactedText>, StorageError> {
    let within = published::in_period(tx, period)?;
    let background = background(tx, period)?;
    let numbers = intake_counts::of(tx, period)?;
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let intake = IntakeNumbers {
        received: number(numbers.received),
        published: number(numbers.published),
        refused: number(numbers.refused),
        withdrawn: number(numbers.withdrawn),
    };
    Ok(Digest::compile(
        period.into(),
        &within,
        &background,
        intake,
        Taxonomy::builtin(),
    ))
}

/// Counts over everything published before the period.
fn background(tx: &mut ReadTx<'_>, period: Period) -> Result<Background, StorageError> {
    let mut background = Background::default();
    let mut after = None;
    loop {
        let page = published::all(tx, after, PAGE)?;
        for report in &page {
            background.add(period.into(), report);
        }
        match page.last() {
            Some(report) if page.len() == PAGE as usize => after = Some(report.id),
            _ => return Ok(background),
        }
    }
}

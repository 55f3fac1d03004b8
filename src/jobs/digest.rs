//! Compiles the digest of a period from what was published in it.

use std::collections::BTreeSet;

use super::codes::{Codes, Watch};
use super::{Jobs, guide};
use jiff::tz::TimeZone;

use crate::anonymise::RedactedText;
use crate::digests::{Digest, Hand, IntakeNumbers, Material};
use crate::report::{IsoWeek, Period};
use crate::storage::digests::Issue;
use crate::storage::{
    ReadTx, StorageError, WriteTx, alerts, digest_drafts, digests, guides, intake_counts,
    published, redacted_digest,
};
use crate::taxonomy::Taxonomy;

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
        Ok(self.storage.read(|tx| {
            let codes = Codes::read(tx)?;
            compile(tx, &codes, period)
        })?)
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
                .map(|issue| Ok(stands(&issue)?.then_some(issue.period)))
                .filter_map(Result::transpose)
                .collect::<Result<_, StorageError>>()?;
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
        self.issue_watched(period, &|_, _| ())
    }

    /// The same, telling how far it got.
    pub fn issue_watched(
        &self,
        period: Period,
        watch: Watch<'_>,
    ) -> Result<Digest<RedactedText>, DigestError> {
        let week = IsoWeek::of(self.clock.now());
        self.storage.write(|tx| {
            if let Some(issue) = digests::get(tx, period)?
                && stands(&issue)?
            {
                return Ok(redacted_digest(&issue.body)?);
            }
            let codes = Codes::watched(tx, watch)?;
            let digest = compile(tx, &codes, period)?;
            put(tx, period, &digest, week)?;
            Ok(digest)
        })
    }
}

/// Months, quarters and years that are over, the last of them at most a year ago, and not before
/// the first month.
pub(crate) fn over(now: Period, first: Period) -> Vec<Period> {
    let months = std::iter::successors(Some(now.previous()), |month| Some(month.previous()));
    let months = months.take(12).take_while(|month| !month.is_before(first));
    let periods = months.flat_map(|month| {
        let year = Period::of_year(month.year());
        [month, month.quarter(), year]
    });
    let periods: BTreeSet<Period> = periods.filter(|period| period.is_before(now)).collect();
    periods.into_iter().collect()
}

/// Whether an issue stays as it is: an editor issued it, or it came out when its period was over.
fn stands(issue: &Issue) -> Result<bool, StorageError> {
    let edited = || Ok(redacted_digest(&issue.body)?.hand == Hand::Editor);
    if issued_after(issue.period, issue.week) {
        Ok(true)
    } else {
        edited()
    }
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

/// Issues anew every digest and guide that names a report or an alert which is no longer public,
/// without it.
pub(crate) fn forget(
    tx: &mut WriteTx<'_>,
    id: &impl ToString,
    week: IsoWeek,
) -> Result<(), DigestError> {
    digest_drafts::forget(tx, id)?;
    let (periods, subjects) = (digests::mentioning(tx, id)?, guides::mentioning(tx, id)?);
    if periods.is_empty() && subjects.is_empty() {
        return Ok(());
    }
    let codes = Codes::read(tx)?;
    let month = week.month();
    for subject in subjects {
        guide::forget(tx, &codes, &subject, month)?;
    }
    for period in periods {
        // An editor's words may tell of it.
        digest_drafts::remove(tx, period)?;
        let digest = Digest {
            anew: true,
            ..compile(tx, &codes, period)?
        };
        put(tx, period, &digest, week)?;
    }
    Ok(())
}

/// Issues a digest, and answers its revision.
pub(crate) fn put(
    tx: &mut WriteTx<'_>,
    period: Period,
    digest: &Digest<RedactedText>,
    week: IsoWeek,
) -> Result<u32, DigestError> {
    let body = serde_json::to_string(digest).map_err(DigestError::Encoding)?;
    Ok(digests::put(tx, period, &body, week)?)
}

/// Compiles the digest of a period as it would be now.
pub(crate) fn compile(
    tx: &mut ReadTx<'_>,
    codes: &Codes,
    period: Period,
) -> Result<Digest<RedactedText>, StorageError> {
    let within = published::in_period(tx, period)?;
    let numbers = intake_counts::of(tx, period)?;
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let intake = IntakeNumbers {
        received: number(numbers.received),
        published: number(numbers.published),
        refused: number(numbers.refused),
        withdrawn: number(numbers.withdrawn),
    };
    let material = Material {
        reports: codes.table.all(),
        followed: codes.table.these(&codes.followed_in(period)),
        read: &within,
        alerts: alerts::published_in(tx, period.into())?,
    };
    Ok(Digest::compile(
        period.into(),
        material,
        intake,
        Taxonomy::builtin(),
    ))
}

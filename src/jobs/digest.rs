//! Compiles the digest of a period from what was published in it.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::Jobs;
use super::anew::Seen;
use super::codes::{Codes, Watch};

use crate::anonymise::RedactedText;
use crate::digests::{Digest, Hand, ISSUE_READ, IntakeNumbers, Material};
use crate::report::{IsoWeek, Period};
use crate::storage::digests::Issue;
use crate::storage::{
    ReadTx, StorageError, WriteTx, alerts, digests, intake_counts, published, redacted_digest,
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
    /// Its time has not begun.
    #[error("that time has not begun yet, and its digest would be empty")]
    NotYet,
    /// Reports that it tells of were changed again and again.
    #[error("reports that it tells of are being changed just now; try again in a minute")]
    Moved,
}

/// How often a digest is compiled where what it tells of changes meanwhile.
const TRIES: usize = 3;

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
        self.issue_all(due)
    }

    /// Issues the digests of several periods; answers which of them came out. Where something moved
    /// meanwhile, or another issue came out, none does.
    pub(super) fn issue_all(&self, mut periods: Vec<Period>) -> Result<Vec<Period>, DigestError> {
        if periods.is_empty() {
            return Ok(periods);
        }
        let next = self.storage.read(|tx| {
            let codes = Codes::read(tx)?;
            let next = periods.iter().map(|period| Next::read(tx, &codes, *period));
            next.collect::<Result<Vec<_>, DigestError>>()
        })?;
        let week = IsoWeek::of(self.clock.now());
        let mut issued = BTreeSet::new();
        for next in next {
            if self.storage.write(|tx| next.put(tx, week))? {
                issued.insert(next.period);
            }
        }
        periods.retain(|period| issued.contains(period));
        Ok(periods)
    }

    /// Compiles a digest and issues it. Once a period is over, its digest stays as it was issued;
    /// before that, each new one takes the place of the last.
    pub fn issue(&self, period: Period) -> Result<Digest<RedactedText>, DigestError> {
        self.issue_watched(period, &|_, _| ())
    }

    /// The same, telling how far it got. The registry is read beside its writer.
    pub fn issue_watched(
        &self,
        period: Period,
        watch: Watch<'_>,
    ) -> Result<Digest<RedactedText>, DigestError> {
        if self.this_month().is_before(period) {
            return Err(DigestError::NotYet);
        }
        let week = IsoWeek::of(self.clock.now());
        for _ in 0..TRIES {
            let next = self.storage.read(|tx| {
                if let Some(issue) = digests::get(tx, period)?
                    && stands(&issue)?
                {
                    return Ok::<_, DigestError>(Err(redacted_digest(&issue.body)?));
                }
                let codes = Codes::watched(tx, watch)?;
                Ok(Ok(Next::read(tx, &codes, period)?))
            })?;
            match next {
                Err(stands) => return Ok(stands),
                Ok(next) => {
                    if self.storage.write(|tx| next.put(tx, week))? {
                        return Ok(next.digest);
                    }
                }
            }
        }
        Err(DigestError::Moved)
    }
}

/// An issue that was compiled, and what it was compiled from.
struct Next {
    period: Period,
    digest: Digest<RedactedText>,
    body: String,
    seen: Seen,
    /// The number of the issue whose place it takes.
    after: Option<u32>,
}

impl Next {
    fn read(tx: &mut ReadTx<'_>, codes: &Codes, period: Period) -> Result<Self, DigestError> {
        let digest = Digest {
            anew: digests::withheld(tx)?.contains(&period),
            ..compile(tx, codes, period)?
        };
        Ok(Self {
            body: serde_json::to_string(&digest).map_err(DigestError::Encoding)?,
            seen: Seen::now(tx)?,
            after: digests::revision(tx, period)?,
            digest,
            period,
        })
    }

    /// Issues it, unless something it names moved meanwhile or another issue came out; answers
    /// whether it did.
    fn put(&self, tx: &mut WriteTx<'_>, week: IsoWeek) -> Result<bool, DigestError> {
        let alerts: Vec<_> = self.digest.alerts.iter().map(|alert| alert.id).collect();
        let moved = digests::revision(tx, self.period)? != self.after
            || self.seen.moved(tx, &self.body, &alerts)?;
        if !moved {
            digests::put(tx, self.period, &self.body, week)?;
        }
        Ok(!moved)
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
    let within = codes.table.all().published(|month| period.contains(month));
    let read = published::many(tx, &within.read_first(ISSUE_READ))?;
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
        read: &read,
        alerts: alerts::published_in(tx, period.into())?,
    };
    Ok(Digest::compile(
        period.into(),
        material,
        intake,
        Taxonomy::builtin(),
    ))
}

//! The queue: what waits, how long, and what each report seems to be about.
//!
//! A page opens the summaries of its own lines and nothing else; how many reports wait does not
//! matter.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use super::{Act, Review, ReviewError};
use crate::anonymise::RedactedText;
use crate::identifiability::{self, Level};
use crate::intake;
use crate::report::{AccountId, IsoWeek, RecordKind, Report, ReportId, Slug, Status};
use crate::storage::mailbox;
use crate::storage::pending::{Page, Pending};
use crate::storage::triage::{self, Triage};

/// Within how many working days somebody should look at a report for the first time. Shown, and
/// never enforced.
pub const FIRST_LOOK_DAYS: u8 = 3;

/// One line of the queue.
#[derive(Clone, Debug)]
pub struct QueueEntry {
    /// Which report.
    pub id: ReportId,
    /// Its title; `None` once its text is destroyed.
    pub title: Option<RedactedText>,
    /// What kind of record.
    pub kind: RecordKind,
    /// Where it stands.
    pub status: Status,
    /// The week it came in.
    pub week: IsoWeek,
    /// How many weeks ago that was.
    pub weeks: u32,
    /// Nobody has looked yet, and [`FIRST_LOOK_DAYS`] have passed for certain.
    pub late: bool,
    /// An invented sample.
    pub sample: bool,
    /// Marked for an alert.
    pub hazard: bool,
    /// How identifiable it is.
    pub level: Option<Level>,
    /// Technologies: its own, or those its text speaks for.
    pub technologies: Vec<Slug>,
    /// Failure modes: its own, or those its text speaks for.
    pub failure_modes: Vec<Slug>,
}

/// A part of the queue.
#[derive(Clone, Debug)]
pub struct QueuePage {
    /// The lines.
    pub entries: Vec<QueueEntry>,
    /// How many there are in all.
    pub total: u64,
}

/// Which part of the queue somebody wants to see.
#[derive(Clone, Copy, Debug, Default)]
pub struct QueueAsked {
    /// Reports that stand here; everything that waits for somebody if `None`.
    pub status: Option<Status>,
    /// Of this kind only.
    pub kind: Option<RecordKind>,
    /// Marked for an alert only.
    pub hazard: bool,
    /// As identifiable as this only.
    pub level: Option<Level>,
    /// With words in the mailbox that wait for an answer only.
    pub unanswered: bool,
    /// What this analyst has not approved in any way only.
    pub waits_for: Option<AccountId>,
    /// Lines left out at the beginning.
    pub offset: u32,
    /// Lines at most.
    pub limit: u32,
}

/// What waits for somebody.
pub(super) const OPEN: [Status; 3] = [Status::Received, Status::InReview, Status::Approved];

impl Review {
    /// A part of the queue, the longest waiting first.
    pub fn queue(&self, asked: &QueueAsked) -> Result<QueuePage, ReviewError> {
        let wanted = triage::Asked {
            statuses: asked
                .status
                .map_or_else(|| OPEN.to_vec(), |status| vec![status]),
            kind: asked.kind,
            hazard: asked.hazard,
            level: asked.level.map(Level::as_str),
            untouched_by: asked.waits_for,
            only: None,
        };
        let Page { rows, total } = self.storage.read(|tx| {
            let mut wanted = wanted;
            if asked.unanswered {
                let waiting = mailbox::waiting(tx)?;
                wanted.only = Some(waiting.into_iter().map(|waiting| waiting.id).collect());
            }
            triage::queue(tx, &wanted, asked.offset, asked.limit)
        })?;
        let entries = rows
            .iter()
            .map(|(row, beside)| self.line(row, beside))
            .collect::<Result<_, ReviewError>>()?;
        Ok(QueuePage { entries, total })
    }

    fn line(&self, row: &Pending, beside: &Triage) -> Result<QueueEntry, ReviewError> {
        let (summary, level) = match self.summary_of(row, beside) {
            Ok((summary, level)) => (Some(summary), Some(level)),
            Err(ReviewError::Shredded) => (None, None),
            Err(other) => return Err(other),
        };
        let now = self.clock.now();
        let weeks = row.week.weeks_until(IsoWeek::of(now));
        let today = now.to_zoned(TimeZone::UTC).date().weekday();
        // The latest it can have come in is the Sunday of its week; then the third working day
        // ends with the Wednesday after.
        let past = weeks > 1 || weeks == 1 && today.since(Weekday::Monday) >= 3;
        let (title, technologies, failure_modes) = match summary {
            Some(summary) => (
                Some(summary.title),
                summary.technologies,
                summary.failure_modes,
            ),
            None => (None, Vec::new(), Vec::new()),
        };
        Ok(QueueEntry {
            id: row.id,
            title,
            kind: row.kind,
            status: row.status,
            week: row.week,
            weeks,
            late: row.status == Status::Received && past,
            sample: row.sample,
            hazard: beside.hazard,
            level,
            technologies: technologies.into_iter().map(|used| used.slug).collect(),
            failure_modes: failure_modes.into_iter().map(|mode| mode.code).collect(),
        })
    }

    /// The summary of a report: the one that is kept, or one made now where there is none.
    fn summary_of(
        &self,
        row: &Pending,
        beside: &Triage,
    ) -> Result<(Report<RedactedText>, Level), ReviewError> {
        if let (Some(sealed), Some(level)) = (&beside.summary, Level::parse(&beside.level)) {
            return Ok((self.unsealed(row.id, sealed)?, level));
        }
        let report = self.text_of(row)?;
        let level = identifiability::judge_report(&report, 0).level;
        Ok((intake::summary(&report), level))
    }

    /// Marks a report for an alert, or takes the mark off.
    pub fn mark_hazard(
        &self,
        id: ReportId,
        by: AccountId,
        hazard: bool,
    ) -> Result<(), ReviewError> {
        Ok(self.storage.write(|tx| {
            triage::mark(tx, id, hazard)?;
            self.record(tx, by, Act::Marked, Some(&id))
        })?)
    }
}

#[cfg(test)]
mod tests;

//! Deciding: approve, refuse, publish.

use super::{Act, Review, ReviewError};
use crate::intake::{Flaw, flaws_of};
use crate::report::{AccountId, IsoWeek, Period, PublicReport, Refusal, ReportId, Status};
use crate::storage::reviews::{self, Opinion};
use crate::storage::{StorageError, pending, published};

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// The report has flaws that must be mended first.
    #[error("the report has flaws that must be mended first")]
    Flawed(Vec<Flaw>),
    /// Not enough different analysts have approved it.
    #[error("{given} of {needed} analysts have approved it")]
    NotApproved {
        /// Approvals so far.
        given: usize,
        /// Approvals needed.
        needed: usize,
    },
    /// It does not stand where this can be done.
    #[error("this cannot be done with a report that is {0:?}")]
    WrongStatus(Status),
    /// The desk could not do its work.
    #[error(transparent)]
    Review(#[from] ReviewError),
}

impl From<StorageError> for DecideError {
    fn from(error: StorageError) -> Self {
        Self::Review(error.into())
    }
}

impl Review {
    /// One analyst approves a report as it stands. Approving twice counts once.
    pub fn approve(&self, id: ReportId, analyst: AccountId) -> Result<(), DecideError> {
        let week = IsoWeek::of(self.clock.now());
        self.storage.write(|tx| {
            let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
            if !matches!(
                row.status,
                Status::Received | Status::InReview | Status::Approved
            ) {
                return Err(DecideError::WrongStatus(row.status));
            }
            let flaws = flaws_of(&self.text_of(&row)?);
            if !flaws.is_empty() {
                return Err(DecideError::Flawed(flaws));
            }
            if !reviews::of(tx, id)?
                .iter()
                .any(|review| review.account == analyst)
            {
                let review = reviews::Review {
                    account: analyst,
                    opinion: Opinion::Approve,
                    week,
                };
                reviews::add(tx, id, &review)?;
                self.record(tx, analyst, Act::Approved, Some(&id))?;
            }
            let next = if reviews::of(tx, id)?.len() >= self.approvals_needed() {
                Status::Approved
            } else {
                Status::InReview
            };
            if row.status != next {
                pending::set_status(tx, id, row.status, next)?;
            }
            Ok(())
        })
    }

    /// Refuses a report; the receipt shows the reason.
    pub fn refuse(&self, id: ReportId, by: AccountId, reason: Refusal) -> Result<(), DecideError> {
        self.storage.write(|tx| {
            let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
            if !row.status.may_become(Status::Refused) {
                return Err(DecideError::WrongStatus(row.status));
            }
            pending::refuse(tx, id, row.status, reason)?;
            self.record(tx, by, Act::Refused, Some(&id))?;
            Ok(())
        })
    }

    /// Publishes an approved report: the public row and its place in the outbox in one transaction.
    pub fn publish(&self, id: ReportId, by: AccountId) -> Result<(), DecideError> {
        let month = Period::month_of(self.clock.now());
        self.storage.write(|tx| {
            let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
            let (given, needed) = (reviews::of(tx, id)?.len(), self.approvals_needed());
            if row.status != Status::Approved {
                return Err(if row.status.may_become(Status::Approved) {
                    DecideError::NotApproved { given, needed }
                } else {
                    DecideError::WrongStatus(row.status)
                });
            }
            let report = self.text_of(&row)?;
            pending::set_status(tx, id, Status::Approved, Status::Published)?;
            published::publish(
                tx,
                &PublicReport {
                    id,
                    published: month,
                    revision: 0,
                    sample: row.sample,
                    changes: Vec::new(),
                    report,
                },
            )?;
            // From now on the public row is the report.
            pending::shred(tx, id)?;
            self.record(tx, by, Act::Published, Some(&id))?;
            Ok(())
        })
    }
}

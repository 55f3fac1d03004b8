//! What a reporter proposes to change of a public report: an amendment, or what became of its
//! actions. It waits at the desk, and as many analysts must accept it as must approve a report.

use super::check::tells;
use super::mailbox::{MailError, unsealed};
use crate::auth::Keys;
use crate::jobs;
use crate::report::{AccountId, Letter, MessageId, MessageState, Outdated, Period, ReportId};
use crate::storage::{StorageError, WriteTx, mailbox, published};

/// What became of an acceptance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    /// More analysts must accept it.
    Waits {
        /// So many do.
        given: usize,
        /// So many must.
        needed: usize,
    },
    /// It is public.
    Published,
}

/// Why a proposal was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum ProposalError {
    /// There is no such message, or it proposes nothing, or it was decided before.
    #[error("there is nothing to decide here any more")]
    Nothing,
    /// The report is no longer public.
    #[error("the report is no longer public")]
    NotPublic,
    /// The report was amended since.
    #[error(transparent)]
    Outdated(#[from] Outdated),
    /// The mailbox could not do its work.
    #[error(transparent)]
    Mail(#[from] MailError),
}

impl From<StorageError> for ProposalError {
    fn from(error: StorageError) -> Self {
        Self::Mail(error.into())
    }
}

/// One analyst accepts what a message proposes. With enough of them it becomes the next revision of
/// the public report, and digests that retell the report are issued anew. Answers which report it
/// is about.
pub fn accept(
    tx: &mut WriteTx<'_>,
    keys: &Keys,
    message: MessageId,
    analyst: AccountId,
    needed: usize,
    month: Period,
) -> Result<(ReportId, Accepted), ProposalError> {
    let stored = mailbox::get(tx, message)?
        .filter(|stored| stored.kind.proposes() && stored.state == MessageState::Open)
        .ok_or(ProposalError::Nothing)?;
    let report = stored.report;
    let mut public = published::get(tx, report)?.ok_or(ProposalError::NotPublic)?;
    let given = mailbox::accept(tx, message, analyst)?;
    if given < needed {
        return Ok((report, Accepted::Waits { given, needed }));
    }
    let key = mailbox::key(tx, report)?.ok_or(ProposalError::Nothing)?;
    match unsealed(keys, &key, &stored)?.letter {
        Letter::Amendment(mut amendment) => {
            // What the desk published in short stays so, whatever was told since.
            if !tells(&public.report) {
                amendment.report = amendment.report.short();
            }
            public.amend(*amendment, month);
        }
        Letter::FollowUp(told) => public.follow_up(told, month)?,
        Letter::Words(_) | Letter::Question(_) => return Err(ProposalError::Nothing),
    }
    published::publish(tx, &public)?;
    jobs::forget(tx, &report)?;
    mailbox::close(tx, message, MessageState::Accepted)?;
    Ok((report, Accepted::Published))
}

/// An analyst declines what a message proposes. Answers which report it is about.
pub fn decline(tx: &mut WriteTx<'_>, message: MessageId) -> Result<ReportId, ProposalError> {
    let stored = mailbox::get(tx, message)?
        .filter(|stored| stored.kind.proposes())
        .ok_or(ProposalError::Nothing)?;
    mailbox::close(tx, message, MessageState::Declined)?;
    Ok(stored.report)
}

//! A second person tells of the same: with a code from the first, and without seeing their text.

use jiff::ToSpan;

use super::submit::SubmitError;
use super::{Draft, Intake, Receipted};
use crate::auth::{Nonce, Receipt, ShareCode};
use crate::report::{EventId, IsoWeek, Status};
use crate::storage::pending::{self, Pending};
use crate::storage::{ReadTx, StorageError, joined, shares};

/// Codes that may wait to be used for one report.
const MOST: u64 = 3;
/// Days after the week it was made in for which a code is good, as in `schema/retention.toml`.
const DAYS: i64 = 30;

/// Why there is no code for a second person.
#[derive(Debug, thiserror::Error)]
pub enum ShareError {
    /// No report belongs to this receipt.
    #[error("no report belongs to this receipt")]
    Unknown,
    /// It was refused or taken back.
    #[error("this report has ended; nothing can be added to it")]
    Ended,
    /// Enough codes wait already.
    #[error("three codes wait to be used already; pass one of them on, or wait until they end")]
    Enough,
    /// The registry could not be reached.
    #[error("no code could be made")]
    Storage(#[from] StorageError),
}

impl Intake {
    /// A code with which one more person can tell of the report of this receipt.
    pub fn share(&self, receipt: &Receipt) -> Result<ShareCode, ShareError> {
        let (code, now) = (ShareCode::random(), IsoWeek::of(self.clock.now()));
        let mac = receipt.mac(self.keys.master());
        let since = self.shared_since();
        self.storage.write(|tx| {
            shares::expire(tx, since)?;
            let row = pending::by_receipt(tx, &mac)?.ok_or(ShareError::Unknown)?;
            if ended(row.status) {
                return Err(ShareError::Ended);
            }
            if shares::open(tx, row.id)? >= MOST {
                return Err(ShareError::Enough);
            }
            shares::insert(tx, &code.mac(self.keys.master()), row.id, now)?;
            Ok(())
        })?;
        Ok(code)
    }

    /// Codes made in an earlier week than this are too old.
    fn shared_since(&self) -> IsoWeek {
        let now = self.clock.now();
        IsoWeek::of(now.checked_sub((24 * DAYS).hours()).unwrap_or(now))
    }

    /// Whether a code can still be used. It is not used up by asking.
    pub fn is_shared(&self, code: &ShareCode) -> Result<bool, StorageError> {
        let mac = code.mac(self.keys.master());
        let since = self.shared_since();
        let first = self.storage.read(|tx| first(tx, &mac, since))?;
        Ok(first.is_some())
    }

    /// Keeps a second account beside the report that the code is for, and uses the code up. It gets
    /// a receipt of its own, and the first report's kind.
    pub fn submit_beside(
        &self,
        draft: Draft,
        nonce: &Nonce,
        code: &ShareCode,
    ) -> Result<Receipted, SubmitError> {
        let mac = code.mac(self.keys.master());
        let since = self.shared_since();
        let first = self.storage.read(|tx| first(tx, &mac, since))?;
        let first = first.ok_or(SubmitError::NoSuchCode)?;
        let kept = self.made(draft, nonce, Some(first.kind), first.sample)?;
        self.storage.write(|tx| {
            if !shares::take(tx, &mac)? {
                return Err(SubmitError::NoSuchCode);
            }
            super::submit::insert(tx, &kept)?;
            // As the desk joins reports that tell of one event.
            joined::join(tx, kept.receipted.id, first.id, EventId::random())?;
            Ok(())
        })?;
        Ok(kept.receipted)
    }
}

/// The report that a code is for, unless that was refused or taken back since.
fn first(
    tx: &mut ReadTx<'_>,
    code: &[u8; 32],
    since: IsoWeek,
) -> Result<Option<Pending>, StorageError> {
    let Some(id) = shares::find(tx, code, since)? else {
        return Ok(None);
    };
    let row = pending::get(tx, id)?;
    Ok(row.filter(|row| !ended(row.status)))
}

/// Nothing can be told beside a report that ended so.
fn ended(status: Status) -> bool {
    matches!(status, Status::Refused | Status::Withdrawn)
}

//! What a receipt opens: where the report stands, and the way to take it back.

use super::Intake;
use crate::auth::Receipt;
use crate::jobs;
use crate::report::{AlertId, AlertStatus, IsoWeek, Refusal, ReportId, Status};
use crate::storage::pending::{self, Pending};
use crate::storage::{
    StorageError, WriteTx, alerts, joined, mailbox, parts, published, reactions, shares,
};

/// Where a report stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its id; public once it is published.
    pub id: ReportId,
    /// Where it stands.
    pub status: Status,
    /// The week it came in.
    pub week: IsoWeek,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
}

/// Why a report could not be taken back.
#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    /// No report belongs to this receipt.
    #[error("no report belongs to this receipt")]
    Unknown,
    /// It was withdrawn before.
    #[error("there is nothing left to take back")]
    NothingLeft,
    /// The registry could not be reached.
    #[error("the report could not be taken back")]
    Storage(#[from] StorageError),
}

impl From<Pending> for Standing {
    fn from(row: Pending) -> Self {
        Self {
            id: row.id,
            status: row.status,
            week: row.week,
            refusal: row.refusal,
        }
    }
}

impl Intake {
    /// Where the report of this receipt stands; `None` if there is none.
    pub fn standing(&self, receipt: &Receipt) -> Result<Option<Standing>, StorageError> {
        let mac = receipt.mac(self.keys.master());
        let row = self.storage.read(|tx| pending::by_receipt(tx, &mac))?;
        Ok(row.map(Standing::from))
    }

    /// Takes a report back, with every part the desk split off it: the text is destroyed, and what
    /// was public leaves every page.
    pub fn withdraw(&self, receipt: &Receipt) -> Result<(), WithdrawError> {
        let mac = receipt.mac(self.keys.master());
        let week = IsoWeek::of(self.clock.now());
        self.storage.write(|tx| {
            let row = pending::by_receipt(tx, &mac)?.ok_or(WithdrawError::Unknown)?;
            if !row.status.may_become(Status::Withdrawn) {
                return Err(WithdrawError::NothingLeft);
            }
            take_back(tx, &row, week)?;
            for part in parts::of(tx, row.id)? {
                let part = pending::get(tx, part)?;
                if let Some(part) = part.filter(|part| part.status.may_become(Status::Withdrawn)) {
                    take_back(tx, &part, week)?;
                }
            }
            parts::forget(tx, row.id)?;
            Ok::<_, WithdrawError>(())
        })?;
        // The key is gone and with it the text. Taking the bytes off the disk may take long, or have
        // to wait for a reader: nobody should wait for it here.
        self.storage.ask_purge();
        Ok(())
    }
}

/// Withdraws those of these reports that are here and not withdrawn: an older database was brought
/// back. Answers how many that were.
pub fn withdraw_again<'a>(
    tx: &mut WriteTx<'_>,
    reports: impl IntoIterator<Item = &'a ReportId>,
    week: IsoWeek,
) -> Result<usize, WithdrawError> {
    let mut withdrawn = 0;
    for report in reports {
        let row = pending::get(tx, *report)?;
        if let Some(row) = row.filter(|row| row.status.may_become(Status::Withdrawn)) {
            take_back(tx, &row, week)?;
            parts::forget(tx, row.id)?;
            withdrawn += 1;
        }
    }
    Ok(withdrawn)
}

fn take_back(tx: &mut WriteTx<'_>, row: &Pending, week: IsoWeek) -> Result<(), WithdrawError> {
    let alerts = alerts::behind(tx, row.id)?;
    let public_since = published::month(tx, row.id)?;
    if row.status == Status::Published {
        published::withdraw(tx, row.id, week)?;
    }
    pending::set_status(tx, row.id, row.status, Status::Withdrawn)?;
    for alert in alerts {
        without_report(tx, alert)?;
    }
    if let Some(month) = public_since {
        jobs::forget(tx, &row.id)?;
        jobs::forget_told(tx, month)?;
    }
    pending::shred(tx, row.id)?;
    mailbox::shred(tx, row.id)?;
    reactions::forget(tx, row.id)?;
    shares::forget(tx, row.id)?;
    joined::leave(tx, row.id)?;
    Ok(())
}

/// An alert from which a report was taken. One that rests on nothing else goes with it; a draft
/// that rests on others has to be agreed to anew, since it may tell what only this one told.
fn without_report(tx: &mut WriteTx<'_>, id: AlertId) -> Result<(), WithdrawError> {
    let Some(kept) = alerts::get(tx, id)? else {
        return Ok(());
    };
    let alone = alerts::reports(tx, id, false)?.is_empty();
    match (kept.status, alone) {
        (AlertStatus::Draft, true) => alerts::discard(tx, id)?,
        (AlertStatus::Draft, false) => alerts::disagree(tx, id)?,
        (AlertStatus::Published, true) => {
            alerts::withdraw(tx, id)?;
            jobs::forget(tx, &id)?;
        }
        (AlertStatus::Published, false) | (AlertStatus::Withdrawn, _) => {}
    }
    Ok(())
}

//! The way to a reporter's own report: the receipt, and which of the reports it leads to.

use super::mailbox::Writer;
use crate::auth::Receipt;
use crate::report::{IsoWeek, ReportId, Sender};
use crate::storage::pending::{self, Pending};
use crate::storage::{ReadTx, StorageError, parts};

/// How a reporter comes to one of their reports.
#[derive(Clone, Copy)]
pub struct Way<'a> {
    /// What they hold.
    pub receipt: &'a Receipt,
    /// Which part that the desk split off is meant; `None` for the report they sent.
    pub part: Option<ReportId>,
    /// The number of the last message that they had before them; what came after it stays unread.
    pub seen: u32,
}

impl<'a> From<&'a Receipt> for Way<'a> {
    /// To the report that was sent, by somebody who has read everything.
    fn from(receipt: &'a Receipt) -> Self {
        Self {
            receipt,
            part: None,
            seen: u32::MAX,
        }
    }
}

impl Way<'_> {
    /// The report it leads to; `None` where the receipt opens nothing or the part is not of it.
    pub(super) fn leads_to(
        &self,
        tx: &mut ReadTx<'_>,
        mac: &[u8; 32],
    ) -> Result<Option<Pending>, StorageError> {
        let Some(whole) = pending::by_receipt(tx, mac)? else {
            return Ok(None);
        };
        match self.part.filter(|part| *part != whole.id) {
            None => Ok(Some(whole)),
            Some(part) if parts::origin(tx, part)? == Some(whole.id) => pending::get(tx, part),
            Some(_) => Ok(None),
        }
    }

    /// The reporter, who writes in this week.
    pub(super) fn writer(&self, week: IsoWeek) -> Writer {
        Writer {
            side: Sender::Reporter,
            week,
            seen: self.seen,
        }
    }
}

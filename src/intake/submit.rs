//! Sending: the one moment at which something is kept.

use super::close::plain;
use super::redact::redact_draft;
use super::{CloseError, Draft, Flaw, Intake, Removals, close};
use crate::anonymise::RedactedText;
use crate::auth::{Nonce, Receipt};
use crate::identifiability::Level;
use crate::report::{IsoWeek, RecordKind, Report, ReportId, Sender};
use crate::storage::pending::{self, NewPending, SealedText};
use crate::storage::{StorageError, WriteTx, terms, triage};
use crate::taxonomy::ListId;

/// A report that was kept.
pub struct Receipted {
    /// Its id.
    pub id: ReportId,
    /// The only way back to it; kept nowhere.
    pub receipt: Receipt,
    /// The report as it was kept.
    pub report: Report<RedactedText>,
}

/// Why a report was not kept.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// It cannot be taken as it is.
    #[error("the report cannot be taken as it is: {}", in_words(.0))]
    Flawed(Vec<Flaw>),
    /// The same form was sent before, with another text.
    #[error(
        "this form was sent before, with another text, which was kept; the receipt you were shown then is the right one, and changes it"
    )]
    SentBefore,
    /// The code for a second account is unknown, used or too old.
    #[error("this code cannot be used; it is good for one account and about a month")]
    NoSuchCode,
    /// It could not be sealed.
    #[error(transparent)]
    Closing(#[from] CloseError),
    /// It could not be kept.
    #[error("the report could not be kept")]
    Storage(#[from] StorageError),
}

fn in_words(flaws: &[Flaw]) -> String {
    flaws
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

impl Intake {
    /// Anonymises, seals and keeps a report, and gives the receipt.
    ///
    /// `nonce` is the form's own number: the same form sent twice is kept once, and answered with
    /// the same receipt. Nothing is kept of when it came but the week. `sample` marks an invented
    /// report.
    pub fn submit(
        &self,
        draft: Draft,
        nonce: &Nonce,
        sample: bool,
    ) -> Result<Receipted, SubmitError> {
        let kept = self.made(draft, nonce, None, sample)?;
        match self.storage.write(|tx| insert(tx, &kept)) {
            Err(SubmitError::SentBefore) => self.sent_before(kept)?.ok_or(SubmitError::SentBefore),
            done => done.map(|()| kept.receipted),
        }
    }

    /// What was kept of this very form with this very text, if it was sent before: whoever presses
    /// "send" twice, or lost the answer, gets the same receipt.
    pub fn again(&self, draft: Draft, nonce: &Nonce) -> Result<Option<Receipted>, SubmitError> {
        let kept = self.made(draft, nonce, None, false)?;
        self.sent_before(kept)
    }

    pub(super) fn sent_before(&self, kept: Kept) -> Result<Option<Receipted>, SubmitError> {
        let mac = kept.row.receipt;
        let before = self.storage.read(|tx| pending::by_receipt(tx, &mac))?;
        Ok(before.map(|row| Receipted {
            id: row.id,
            ..kept.receipted
        }))
    }

    /// A draft anonymised and sealed, ready to be kept; under the kind of the report that it
    /// stands beside, if it does.
    pub(super) fn made(
        &self,
        draft: Draft,
        nonce: &Nonce,
        beside: Option<RecordKind>,
        sample: bool,
    ) -> Result<Kept, SubmitError> {
        let flaws = self.flaws_of(&draft.report, false);
        if !flaws.is_empty() {
            return Err(SubmitError::Flawed(flaws));
        }
        let redacted = redact_draft(&self.anonymiser, draft, &Removals::default());
        let mut report = redacted.report;
        let id = ReportId::random();
        let receipt = Receipt::of_form(self.keys.master(), nonce, &plain(&report)?);
        report.kind = beside.unwrap_or(report.kind);
        let closed = close(&self.keys, id, &report)?;
        let row = NewPending {
            id,
            week: IsoWeek::of(self.clock.now()),
            kind: report.kind,
            receipt: receipt.mac(self.keys.master()),
            nonce: nonce.mac(self.keys.master()),
            sealed: closed.text,
            sample,
        };
        let triage = (closed.summary, closed.level);
        let receipted = Receipted {
            id,
            receipt,
            report,
        };
        Ok(Kept {
            row,
            triage,
            missed: redacted.missed,
            receipted,
        })
    }
}

/// A report that is ready to be kept, and what its reporter gets.
pub(super) struct Kept {
    row: NewPending,
    /// What the queue shows of it, and how identifiable it is.
    triage: (SealedText, Level),
    missed: Vec<(ListId, RedactedText)>,
    pub(super) receipted: Receipted,
}

/// Keeps a report, unless the same form was sent before.
pub(super) fn insert(tx: &mut WriteTx<'_>, kept: &Kept) -> Result<(), SubmitError> {
    let (summary, level) = &kept.triage;
    pending::insert(tx, &kept.row)
        .and_then(|()| triage::note(tx, kept.row.id, summary, level.as_str()))
        .and_then(|()| {
            let from = (Sender::Reporter, kept.row.week);
            terms::miss(tx, kept.row.id, kept.missed.clone(), from)
        })
        .map_err(|error| match error {
            StorageError::Conflict(_) => SubmitError::SentBefore,
            other => SubmitError::Storage(other),
        })
}

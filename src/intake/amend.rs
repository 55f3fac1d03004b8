//! Amending: the reporter opens the form again with the report as it is kept, and sends another
//! version of it.

use super::mailbox::{MailError, put};
use super::{Draft, Intake, Removals, close, redact};
use crate::anonymise::{Anonymiser, RawText, RedactedText, Wishes};
use crate::auth::{Keys, Nonce, Receipt, Sealed};
use crate::report::{Amendment, IsoWeek, Letter, Report, Sender, Status};
use crate::storage::pending::{self, Pending};
use crate::storage::{self, published, reviews, terms, triage};

/// What became of an amended report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amended {
    /// It took the place of the one that waited.
    Replaced,
    /// It waits for an analyst: the report is public.
    Proposed,
}

/// Words that the anonymiser would take out of a report as it stands: its reporter had them kept.
pub fn words_kept(anonymiser: &Anonymiser, report: &Report<RedactedText>) -> Vec<RawText> {
    let raw = report.clone().map_text(|text| RawText::new(text.as_str()));
    let again = redact(anonymiser, raw, &Wishes::default(), &Removals::default());
    let kept = again.removals.all().iter();
    kept.map(|removal| removal.was.clone()).collect()
}

impl Intake {
    /// The report of this receipt as its reporter may change it: as it is sealed, or as it is public.
    pub fn to_amend(&self, receipt: &Receipt) -> Result<Report<RedactedText>, MailError> {
        let mac = receipt.mac(self.keys.master());
        self.storage.read(|tx| {
            let Some(row) = pending::by_receipt(tx, &mac)? else {
                // Answered as late as if there were a report to open.
                super::mailbox::open_stand_in(&self.keys)?;
                return Err(MailError::Unknown);
            };
            if row.status == Status::Published {
                let public = published::get(tx, row.id)?.ok_or(MailError::Closed)?;
                return Ok(public.report);
            }
            unsealed(&self.keys, &row)
        })
    }

    /// Keeps a changed version, anonymised. Before publication it takes the place of the report,
    /// and approvals so far no longer count; after it, it waits at the desk. `note` says what
    /// changed and why; only a public report needs one.
    pub fn amend(
        &self,
        receipt: &Receipt,
        draft: Draft,
        note: &RawText,
        nonce: &Nonce,
    ) -> Result<Amended, MailError> {
        let flaws = self.flaws_of(&draft.report);
        if !flaws.is_empty() {
            return Err(MailError::Flawed(flaws));
        }
        let before = self.to_amend(receipt)?;
        let mut wishes = draft.wishes;
        wishes.keep.extend(words_kept(&self.anonymiser, &before));
        let given: Vec<&RawText> = draft.missed.iter().map(|(_, word)| word).collect();
        let made = self.anonymiser.anonymise_all(&given, &wishes);
        let words = made.into_iter().map(|made| made.text.on_one_line());
        let missed: Vec<_> = draft
            .missed
            .iter()
            .map(|(list, _)| *list)
            .zip(words)
            .collect();
        let amendment = Amendment {
            note: note.clone(),
            report: draft.report,
        };
        let letter = Letter::Amendment(Box::new(amendment));
        let Letter::Amendment(mut amended) =
            super::mailbox::look(&self.anonymiser, letter, &wishes).letter
        else {
            return Err(MailError::Closed);
        };
        amended.report.inherit(&before);
        let mac = receipt.mac(self.keys.master());
        let from = (Sender::Reporter, IsoWeek::of(self.clock.now()));
        self.storage.write(|tx| {
            let row = pending::by_receipt(tx, &mac)?.ok_or(MailError::Unknown)?;
            if row.status == Status::Published {
                let letter = Letter::Amendment(amended);
                super::mailbox::check(&letter)?;
                put(tx, &self.keys, row.id, from, &letter, nonce)?;
                terms::miss(tx, row.id, missed, from.1)?;
                return Ok(Amended::Proposed);
            }
            if !matches!(
                row.status,
                Status::Received | Status::InReview | Status::Approved
            ) {
                return Err(MailError::Closed);
            }
            let closed = close(&self.keys, row.id, &amended.report)?;
            if row.status == Status::Approved {
                pending::set_status(tx, row.id, row.status, Status::InReview)?;
            }
            pending::replace_sealed(tx, row.id, row.revision, &closed.text)?;
            triage::note(tx, row.id, &closed.summary, closed.level.as_str())?;
            reviews::clear_text(tx, row.id)?;
            terms::miss(tx, row.id, missed, from.1)?;
            if !amended.note.is_blank() {
                let words = Letter::Words(amended.note);
                super::mailbox::check(&words)?;
                put(tx, &self.keys, row.id, from, &words, nonce)?;
            }
            Ok(Amended::Replaced)
        })
    }
}

fn unsealed(keys: &Keys, row: &Pending) -> Result<Report<RedactedText>, MailError> {
    let text = row.sealed.as_ref().ok_or(MailError::Closed)?;
    let sealed = Sealed {
        wrapped_key: text.wrapped_key.clone(),
        ciphertext: text.ciphertext.clone(),
    };
    let plain = keys.sealer().unseal(row.id, &sealed);
    Ok(storage::redacted_report(
        &plain.map_err(MailError::Sealing)?,
    )?)
}

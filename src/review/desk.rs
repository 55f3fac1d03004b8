//! Reading at the desk: the queue, and one report opened.

use zeroize::Zeroizing;

use super::{Act, Review, ReviewError};
use crate::anonymise::{RawText, RedactedText, Wishes};
use crate::auth::Sealed;
use crate::identifiability::{self, Verdict};
use crate::intake::{Flaw, Removals, flaws_of, redact};
use crate::report::{AccountId, IsoWeek, RecordKind, Refusal, Report, ReportId, Status};
use crate::storage::pending::{self, Page, Pending, SealedText};
use crate::storage::{self, reviews};
use crate::tagging::{Suggestions, Tagger};

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
    /// An invented sample.
    pub sample: bool,
}

/// A part of the queue.
#[derive(Clone, Debug)]
pub struct QueuePage {
    /// The lines.
    pub entries: Vec<QueueEntry>,
    /// How many there are in all.
    pub total: u64,
}

/// One report on an analyst's screen.
pub struct DeskReport {
    /// Which report.
    pub id: ReportId,
    /// Where it stands.
    pub status: Status,
    /// The week it came in.
    pub week: IsoWeek,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
    /// An invented sample.
    pub sample: bool,
    /// The report.
    pub report: Report<RedactedText>,
    /// Codes the text suggests, with their evidence.
    pub suggestions: Suggestions,
    /// Who approved it as it stands.
    pub approved_by: Vec<AccountId>,
    /// How many must.
    pub approvals_needed: usize,
    /// Why it cannot be approved as it is.
    pub flaws: Vec<Flaw>,
    /// How identifiable it still is.
    pub verdict: Verdict,
}

impl Review {
    /// A part of the queue, the longest waiting first within its status.
    pub fn queue(
        &self,
        statuses: &[Status],
        offset: u32,
        limit: u32,
    ) -> Result<QueuePage, ReviewError> {
        let Page { rows, total } = self
            .storage
            .read(|tx| pending::queue(tx, statuses, offset, limit))?;
        let entries = rows
            .into_iter()
            .map(|row| {
                let title = match self.text_of(&row) {
                    Ok(report) => Some(report.title),
                    Err(ReviewError::Shredded) => None,
                    Err(other) => return Err(other),
                };
                Ok(QueueEntry {
                    id: row.id,
                    title,
                    kind: row.kind,
                    status: row.status,
                    week: row.week,
                    sample: row.sample,
                })
            })
            .collect::<Result<_, ReviewError>>()?;
        Ok(QueuePage { entries, total })
    }

    /// Opens one report.
    pub fn open(&self, id: ReportId) -> Result<DeskReport, ReviewError> {
        let (row, approved_by) = self.storage.read(|tx| {
            let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
            let approved_by = reviews::of(tx, id)?
                .iter()
                .map(|review| review.account)
                .collect();
            Ok::<_, ReviewError>((row, approved_by))
        })?;
        let report = self.text_of(&row)?;
        Ok(DeskReport {
            id,
            status: row.status,
            week: row.week,
            refusal: row.refusal,
            sample: row.sample,
            suggestions: Tagger::builtin().suggest(&report),
            flaws: flaws_of(&report),
            verdict: identifiability::judge_report(&report, 0),
            report,
            approved_by,
            approvals_needed: self.approvals_needed(),
        })
    }

    /// Replaces a report by an analyst's version of it. Approvals so far no longer count.
    pub fn save(
        &self,
        id: ReportId,
        by: AccountId,
        report: Report<RawText>,
    ) -> Result<(), ReviewError> {
        let before = self.storage.read(|tx| pending::get(tx, id))?;
        let before = before.ok_or(ReviewError::Unknown)?;
        let wishes = self.as_before(&self.text_of(&before)?);
        let report = redact(&self.anonymiser, report, &wishes, &Removals::default()).report;
        let plain = Zeroizing::new(serde_json::to_vec(&report).map_err(ReviewError::Encoding)?);
        let sealed = self
            .keys
            .sealer()
            .seal(id, &plain)
            .map_err(ReviewError::Sealing)?;
        let sealed = SealedText {
            wrapped_key: sealed.wrapped_key,
            ciphertext: sealed.ciphertext,
        };
        self.storage.write(|tx| {
            let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
            if row.sealed.is_none() {
                return Err(ReviewError::Shredded);
            }
            if row.status != Status::InReview {
                pending::set_status(tx, id, row.status, Status::InReview)?;
            }
            pending::replace_sealed(tx, id, row.revision, &sealed)?;
            reviews::clear(tx, id)?;
            self.record(tx, by, Act::Saved, Some(&id))?;
            Ok(())
        })
    }

    /// Words the reporter had kept stay kept when an analyst changes something else: what the
    /// anonymiser would take out of the report as it stands.
    fn as_before(&self, report: &Report<RedactedText>) -> Wishes {
        let raw = report.clone().map_text(|text| RawText::new(text.as_str()));
        let again = redact(
            &self.anonymiser,
            raw,
            &Wishes::default(),
            &Removals::default(),
        );
        let kept = again
            .removals
            .all()
            .iter()
            .map(|removal| removal.was.clone());
        Wishes {
            keep: kept.collect(),
            ..Wishes::default()
        }
    }

    /// The text of a row, unsealed.
    pub(super) fn text_of(&self, row: &Pending) -> Result<Report<RedactedText>, ReviewError> {
        let text = row.sealed.as_ref().ok_or(ReviewError::Shredded)?;
        let sealed = Sealed {
            wrapped_key: text.wrapped_key.clone(),
            ciphertext: text.ciphertext.clone(),
        };
        let plain = self
            .keys
            .sealer()
            .unseal(row.id, &sealed)
            .map_err(ReviewError::Sealing)?;
        Ok(storage::redacted_report(&plain)?)
    }
}

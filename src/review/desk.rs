//! One report at the desk: opened, changed, more taken out of it.

use super::agreed::Standing;
use super::decide::DecideError;
use super::{Act, Review, ReviewError};
use crate::anonymise::{self, Kind, RawText, RedactedText, Wishes};
use crate::auth::Sealed;
use crate::identifiability::{self, Verdict};
use crate::intake::{Closed, Flaw, Removals, close, flaws_of, redact, words_kept};
use crate::report::{AccountId, IsoWeek, Refusal, Report, ReportId, Status};
use crate::storage::pending::{self, Pending, SealedText};
use crate::storage::terms::{self, Proposal};
use crate::storage::{self, StorageError, WriteTx, joined, parts, reviews, triage};
use crate::tagging::{Suggestions, Tagger};

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
    /// Which state of the text this is: every change of it makes the next.
    pub revision: u32,
    /// The report, with the codes it came with.
    pub report: Report<RedactedText>,
    /// Codes the text suggests, with their evidence.
    pub suggestions: Suggestions,
    /// Who agrees to what, and whose codes are whose.
    pub standing: Standing,
    /// Why it cannot be approved as it is.
    pub flaws: Vec<Flaw>,
    /// How identifiable it still is.
    pub verdict: Verdict,
    /// What was taken out of it, by kind; what it was, nobody knows any more.
    pub removed: Vec<(Kind, usize)>,
    /// Marked for an alert.
    pub hazard: bool,
    /// Other reports of the same event.
    pub joined: Vec<ReportId>,
    /// What was split off it.
    pub parts: Vec<ReportId>,
    /// What it was split off from.
    pub origin: Option<ReportId>,
    /// Words that were missed in the lists for it.
    pub terms: Vec<Proposal>,
}

impl Review {
    /// Opens one report.
    pub fn open(&self, id: ReportId) -> Result<DeskReport, ReviewError> {
        let (row, mut desk) = self.storage.read(|tx| {
            let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
            let desk = DeskReport {
                id,
                status: row.status,
                week: row.week,
                refusal: row.refusal,
                sample: row.sample,
                revision: row.revision,
                report: Report::default(),
                suggestions: Suggestions::default(),
                standing: self.standing_of(tx, id)?,
                flaws: Vec::new(),
                verdict: Verdict::default(),
                removed: Vec::new(),
                hazard: triage::hazard(tx, id)?,
                joined: joined::with(tx, id)?,
                parts: parts::of(tx, id)?,
                origin: parts::origin(tx, id)?,
                terms: terms::of(tx, id)?,
            };
            Ok::<_, ReviewError>((row, desk))
        })?;
        let report = self.text_of(&row)?;
        desk.suggestions = Tagger::builtin().suggest(&report);
        desk.flaws = flaws_of(&report);
        desk.verdict = identifiability::judge_report(&report, 0);
        desk.removed = anonymise::removed(&report.texts());
        desk.report = report;
        Ok(desk)
    }

    /// Replaces revision `read` of a report by an analyst's version of it. Whoever agreed to its
    /// text agreed to another one.
    pub fn save(
        &self,
        (id, read): (ReportId, u32),
        by: AccountId,
        report: Report<RawText>,
    ) -> Result<(), DecideError> {
        let before = self.storage.read(|tx| pending::get(tx, id))?;
        let before = before.ok_or(ReviewError::Unknown)?;
        let wishes = Wishes {
            keep: words_kept(&self.anonymiser, &self.text_of(&before)?),
            ..Wishes::default()
        };
        let report = redact(&self.anonymiser, report, &wishes, &Removals::default()).report;
        let closed = close(&self.keys, id, &report).map_err(ReviewError::from)?;
        let done = self.storage.write(|tx| {
            put_text(tx, id, read, &closed)?;
            Ok(self.record(tx, by, Act::Saved, Some(&id))?)
        });
        done.map_err(|error| match error {
            ReviewError::Storage(StorageError::Conflict(_)) => DecideError::Changed,
            other => DecideError::Review(other),
        })
    }

    /// Takes words out of a report wherever they stand, and answers at how many places.
    pub fn strike(
        &self,
        id: ReportId,
        by: AccountId,
        words: &[RawText],
        kind: Kind,
    ) -> Result<usize, ReviewError> {
        let (before, missed) = self
            .storage
            .read(|tx| Ok::<_, StorageError>((pending::get(tx, id)?, terms::of(tx, id)?)))?;
        let before = before.ok_or(ReviewError::Unknown)?;
        let report = self.text_of(&before)?;
        let mut texts = report.texts();
        texts.extend(missed.iter().map(|term| &term.word));
        let struck = anonymise::strike(&texts, words, kind);
        if struck.places > 0 {
            let mut texts = struck.texts.into_iter();
            let report = report.map_text(|_| texts.next().unwrap_or_default());
            let closed = close(&self.keys, id, &report)?;
            self.storage.write(|tx| {
                put_text(tx, id, before.revision, &closed)?;
                for (term, word) in missed.iter().zip(texts) {
                    terms::reword(tx, term.id, &word)?;
                }
                Ok::<_, ReviewError>(self.record(tx, by, Act::Struck, Some(&id))?)
            })?;
        }
        Ok(struck.places)
    }

    /// The text of a row, unsealed.
    pub(super) fn text_of(&self, row: &Pending) -> Result<Report<RedactedText>, ReviewError> {
        let text = row.sealed.as_ref().ok_or(ReviewError::Shredded)?;
        self.unsealed(row.id, text)
    }

    /// A sealed report, opened.
    pub(super) fn unsealed(
        &self,
        id: ReportId,
        text: &SealedText,
    ) -> Result<Report<RedactedText>, ReviewError> {
        let sealed = Sealed {
            wrapped_key: text.wrapped_key.clone(),
            ciphertext: text.ciphertext.clone(),
        };
        let plain = self
            .keys
            .sealer()
            .unseal(id, &sealed)
            .map_err(ReviewError::Sealing)?;
        Ok(storage::redacted_report(&plain)?)
    }
}

/// A report that is changed is in review, wherever it stood before.
pub(super) fn put_back_in_review(tx: &mut WriteTx<'_>, row: &Pending) -> Result<(), ReviewError> {
    if row.status != Status::InReview {
        pending::set_status(tx, row.id, row.status, Status::InReview)?;
    }
    Ok(())
}

/// Puts a text in the place of revision `revision`. Whoever agreed to that agreed to another one.
pub(super) fn put_text(
    tx: &mut WriteTx<'_>,
    id: ReportId,
    revision: u32,
    closed: &Closed,
) -> Result<(), ReviewError> {
    let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
    if row.sealed.is_none() {
        return Err(ReviewError::Shredded);
    }
    put_back_in_review(tx, &row)?;
    pending::replace_sealed(tx, id, revision, &closed.text)?;
    triage::note(tx, id, &closed.summary, closed.level.as_str())?;
    reviews::clear_text(tx, id)?;
    Ok(())
}

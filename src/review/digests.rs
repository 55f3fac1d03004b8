//! Digests at the desk: an editor looks at the draft, puts it in order, adds words, and issues it.

use super::{Act, Review};
use crate::anonymise::{RawText, RedactedText, Wishes};
use crate::digests::{Digest, Edits, Hand};
use crate::jobs::{self, DigestError};
use crate::report::{AccountId, IsoWeek, Period};
use crate::storage::{StorageError, digest_drafts, digests, published, redacted_digest};

/// Why something was not done with a digest.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// A story told in other words is too short or too long.
    #[error("a retelling has 120 to 200 words; one of these has {0}")]
    Length(usize),
    /// The period is not over.
    #[error("this period is not over yet; keep the draft, and issue it when it is")]
    NotOver,
    /// It came out already, and nobody said why it is changed.
    #[error("this digest is out already: say in a note what is corrected")]
    NoNote,
    /// It could not be compiled or kept.
    #[error("the digest could not be compiled")]
    Digest(#[from] DigestError),
    /// The registry could not be reached.
    #[error("the desk cannot reach the registry")]
    Storage(#[from] StorageError),
}

/// A digest in the desk's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskIssue {
    /// What it is about.
    pub period: Period,
    /// Whether that is over.
    pub over: bool,
    /// Its number and whose hand it is of, once it came out.
    pub out: Option<(u32, Hand)>,
    /// An editor keeps something for it.
    pub kept: bool,
}

/// A digest as an editor works on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskDigest {
    /// How it stands.
    pub issue: DeskIssue,
    /// As the program compiles it now.
    pub compiled: Digest<RedactedText>,
    /// What an editor wants of it.
    pub edits: Edits<RedactedText>,
}

impl DeskDigest {
    /// As it would come out.
    pub fn draft(&self) -> Digest<RedactedText> {
        self.compiled.clone().edited(&self.edits)
    }
}

impl Review {
    /// The digests that are being filled, and those of the last twelve months, the latest first.
    pub fn desk_digests(&self) -> Result<Vec<DeskIssue>, EditError> {
        let now = Period::month_of(self.clock.now());
        Ok(self.storage.read(|tx| {
            let first = published::first_month(tx)?.unwrap_or(now);
            let mut periods = vec![now, now.quarter(), Period::of_year(now.year())];
            periods.extend(jobs::over(now, first).into_iter().rev());
            let issues = periods.into_iter().map(|period| stands(tx, period, now));
            issues.collect::<Result<Vec<_>, StorageError>>()
        })?)
    }

    /// One of them, compiled as of now.
    pub fn desk_digest(&self, period: Period) -> Result<DeskDigest, EditError> {
        let now = Period::month_of(self.clock.now());
        Ok(self.storage.read(|tx| {
            Ok::<_, StorageError>(DeskDigest {
                issue: stands(tx, period, now)?,
                compiled: jobs::compile(tx, period)?,
                edits: digest_drafts::get(tx, period)?.unwrap_or_default(),
            })
        })?)
    }

    /// Keeps what an editor wants of a digest. What was typed goes through the anonymiser.
    pub fn edit_digest(
        &self,
        period: Period,
        by: AccountId,
        edits: Edits<RawText>,
    ) -> Result<(), EditError> {
        let made = self
            .anonymiser
            .anonymise_all(&edits.texts(), &Wishes::default());
        let mut made = made.into_iter().map(|made| made.text);
        let edits = edits.map_text(|_typed| made.next().unwrap_or_default());
        if let Some((_, words)) = edits.wrong_length() {
            return Err(EditError::Length(words));
        }
        Ok(self.storage.write(|tx| {
            digest_drafts::put(tx, period, &edits)?;
            self.record(tx, by, Act::DigestEdited, Some(&period))
        })?)
    }

    /// Issues a digest as an editor wants it, and answers its revision. One that is out is
    /// corrected, with a note.
    pub fn issue_digest(&self, period: Period, by: AccountId) -> Result<u32, EditError> {
        let now = self.clock.now();
        self.storage.write(|tx| {
            let month = Period::month_of(now);
            let issue = stands(tx, period, month)?;
            if !issue.over {
                return Err(EditError::NotOver);
            }
            let edits = digest_drafts::get(tx, period)?.unwrap_or_default();
            if issue.out.is_some() && edits.note.is_none() {
                return Err(EditError::NoNote);
            }
            let digest = jobs::compile(tx, period)?.edited(&edits);
            let revision = jobs::put(tx, period, &digest, IsoWeek::of(now))?;
            self.record(tx, by, Act::DigestIssued, Some(&period))?;
            Ok(revision)
        })
    }

    /// Lets go of what was wanted of a digest.
    pub fn forget_edits(&self, period: Period, by: AccountId) -> Result<(), EditError> {
        Ok(self.storage.write(|tx| {
            if digest_drafts::remove(tx, period)? {
                self.record(tx, by, Act::DigestEditsDropped, Some(&period))?;
            }
            Ok::<_, StorageError>(())
        })?)
    }
}

fn stands(
    tx: &mut crate::storage::ReadTx<'_>,
    period: Period,
    now: Period,
) -> Result<DeskIssue, StorageError> {
    let out = digests::get(tx, period)?;
    let out = out.map(|issue| {
        let digest = redacted_digest(&issue.body)?;
        Ok::<_, StorageError>((issue.revision, digest.hand))
    });
    Ok(DeskIssue {
        period,
        over: period.is_before(now),
        out: out.transpose()?,
        kept: digest_drafts::get(tx, period)?.is_some(),
    })
}

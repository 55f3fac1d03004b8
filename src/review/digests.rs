//! Digests at the desk: an editor looks at the draft, puts it in order, adds words, and issues it.

use super::{Act, Review, Seen};
use crate::anonymise::{RawText, RedactedText, Wishes};
use crate::digests::{Digest, Edits, Hand};
use crate::jobs::{self, Codes, DigestError};
use crate::report::{AccountId, IsoWeek, Period};
use crate::storage::{
    ReadTx, StorageError, WriteTx, digest_drafts, digests, published, redacted_digest,
};

/// Why something was not done with a digest or a guide.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// A story told in other words is too short or too long.
    #[error("a retelling has 120 to 200 words; one of these has {0}")]
    Length(usize),
    /// The period is not over.
    #[error("this period is not over yet; keep the draft, and issue it when it is")]
    NotOver,
    /// Another draft is kept, or another issue is out, than the editor saw.
    #[error(
        "this was changed after you opened it; what you typed is still below, but not kept: look at the draft as it stands before you keep yours in its place"
    )]
    Changed,
    /// Nobody could tell a guide from what there is.
    #[error("too few reports are about this to make a guide of")]
    TooFew,
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
    /// What whoever changes it has seen.
    pub seen: Seen,
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
            let codes = Codes::read(tx)?;
            let issue = stands(tx, period, now)?;
            let kept = digest_drafts::get(tx, period)?;
            Ok::<_, StorageError>(DeskDigest {
                seen: Seen::of(&(issue.out.map(|(revision, _)| revision), &kept)),
                issue,
                compiled: jobs::compile(tx, &codes, period)?,
                edits: kept.unwrap_or_default(),
            })
        })?)
    }

    /// Keeps what an editor wants of a digest. What was typed goes through the anonymiser.
    pub fn edit_digest(
        &self,
        period: Period,
        by: AccountId,
        seen: &Seen,
        edits: Edits<RawText>,
    ) -> Result<(), EditError> {
        let edits = self.redacted_edits(edits)?;
        self.storage.write(|tx| {
            unchanged(tx, period, seen)?;
            self.keep(tx, period, by, &edits)
        })
    }

    /// Keeps what an editor wants of a digest, issues it so, and answers its revision. One that is
    /// out is corrected, with a note.
    pub fn issue_digest(
        &self,
        period: Period,
        by: AccountId,
        seen: &Seen,
        edits: Edits<RawText>,
    ) -> Result<u32, EditError> {
        let now = self.clock.now();
        let edits = self.redacted_edits(edits)?;
        self.storage.write(|tx| {
            unchanged(tx, period, seen)?;
            let issue = stands(tx, period, Period::month_of(now))?;
            if !issue.over {
                return Err(EditError::NotOver);
            }
            if issue.out.is_some() && edits.note.is_none() {
                return Err(EditError::NoNote);
            }
            self.keep(tx, period, by, &edits)?;
            let codes = Codes::read(tx)?;
            let digest = jobs::compile(tx, &codes, period)?.edited(&edits);
            let revision = jobs::put(tx, period, &digest, IsoWeek::of(now))?;
            self.record(tx, by, Act::DigestIssued, Some(&period))?;
            Ok(revision)
        })
    }

    /// Lets go of what was wanted of a digest.
    pub fn forget_edits(
        &self,
        period: Period,
        by: AccountId,
        seen: &Seen,
    ) -> Result<(), EditError> {
        self.storage.write(|tx| {
            unchanged(tx, period, seen)?;
            if digest_drafts::remove(tx, period)? {
                self.record(tx, by, Act::DigestEditsDropped, Some(&period))?;
            }
            Ok(())
        })
    }

    fn keep(
        &self,
        tx: &mut WriteTx<'_>,
        period: Period,
        by: AccountId,
        edits: &Edits<RedactedText>,
    ) -> Result<(), EditError> {
        digest_drafts::put(tx, period, edits)?;
        Ok(self.record(tx, by, Act::DigestEdited, Some(&period))?)
    }

    fn redacted_edits(&self, edits: Edits<RawText>) -> Result<Edits<RedactedText>, EditError> {
        let made = self
            .anonymiser
            .anonymise_all(&edits.texts(), &Wishes::default());
        let mut made = made.into_iter().map(|made| made.text);
        let edits = edits.map_text(|_typed| made.next().unwrap_or_default());
        match edits.wrong_length() {
            Some((_, words)) => Err(EditError::Length(words)),
            None => Ok(edits),
        }
    }
}

/// Whether what an editor saw still stands.
fn unchanged(tx: &mut ReadTx<'_>, period: Period, seen: &Seen) -> Result<(), EditError> {
    let out = digests::get(tx, period)?.map(|issue| issue.revision);
    let now = Seen::of(&(out, digest_drafts::get(tx, period)?));
    if now == *seen {
        Ok(())
    } else {
        Err(EditError::Changed)
    }
}

fn stands(tx: &mut ReadTx<'_>, period: Period, now: Period) -> Result<DeskIssue, StorageError> {
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

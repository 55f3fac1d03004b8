//! Sets of published reports on a theme: put together by analysts, made public by editors.

use super::{Act, Review, ReviewError, Seen};
use crate::anonymise::{RawText, Wishes};
use crate::report::{AccountId, Period, ReportId, SetId};
use crate::storage::sets::{self, Kept};
use crate::storage::{ReadTx, StorageError, published};

/// Reports of one set.
pub const MOST_IN_SET: usize = 50;

/// A set at the desk.
#[derive(Clone, Debug)]
pub struct DeskSet {
    /// As it is kept.
    pub kept: Kept,
    /// The state it is in.
    pub seen: Seen,
}

/// Why something was not done with a set.
#[derive(Debug, thiserror::Error)]
pub enum SetError {
    /// There is no such set.
    #[error("there is no such set")]
    Unknown,
    /// A part is missing.
    #[error("say all of it: a title, a few words, and the reports")]
    Incomplete,
    /// Too many reports.
    #[error("a set has up to {MOST_IN_SET} reports")]
    TooMany,
    /// Somebody changed it after it was opened.
    #[error("somebody changed this set after you opened it; read it again")]
    Changed,
    /// One of the reports named is not public.
    #[error("one of the reports is not public")]
    UnknownReport,
    /// The registry could not be reached.
    #[error("the desk cannot reach the registry")]
    Storage(#[from] StorageError),
}

impl Review {
    /// Drafts and public sets.
    pub fn sets(&self) -> Result<Vec<Kept>, ReviewError> {
        Ok(self.storage.read(|tx| sets::list(tx, true))?)
    }

    /// One set.
    pub fn set(&self, id: SetId) -> Result<DeskSet, SetError> {
        self.storage.read(|tx| stands(tx, id))
    }

    /// Keeps a set, new or changed from this state, as a draft: a public one that is changed has to be made public
    /// again. What was typed goes through the anonymiser; a report named twice stands once.
    pub fn write_set(
        &self,
        from: Option<(SetId, &Seen)>,
        by: AccountId,
        (title, words): (RawText, RawText),
        reports: &[ReportId],
    ) -> Result<SetId, SetError> {
        let made = self
            .anonymiser
            .anonymise_all(&[&title, &words], &Wishes::default());
        let mut made = made.into_iter().map(|made| made.text);
        let title = made.next().unwrap_or_default();
        let words = made.next().unwrap_or_default();
        let mut ordered: Vec<ReportId> = Vec::new();
        for report in reports {
            if !ordered.contains(report) {
                ordered.push(*report);
            }
        }
        if title.is_blank() || words.is_blank() || ordered.is_empty() {
            return Err(SetError::Incomplete);
        }
        if ordered.len() > MOST_IN_SET {
            return Err(SetError::TooMany);
        }
        let month = Period::month_of(self.clock.now());
        self.storage.write(|tx| {
            if published::which(tx, &ordered)?.len() != ordered.len() {
                return Err(SetError::UnknownReport);
            }
            if let Some((id, seen)) = from {
                unchanged(tx, id, seen)?;
            }
            let kept = Kept {
                id: from.map_or_else(SetId::random, |(id, _)| id),
                public: false,
                month,
                title,
                words,
                reports: ordered,
            };
            sets::put(tx, &kept)?;
            self.record(tx, by, Act::SetWritten, Some(&kept.id))?;
            Ok(kept.id)
        })
    }

    /// Makes a set in this state public, or a draft again.
    pub fn issue_set(
        &self,
        id: SetId,
        by: AccountId,
        public: bool,
        seen: &Seen,
    ) -> Result<(), SetError> {
        let month = Period::month_of(self.clock.now());
        self.storage.write(|tx| {
            let mut kept = unchanged(tx, id, seen)?;
            kept.public = public;
            kept.month = month;
            sets::put(tx, &kept)?;
            let act = if public {
                Act::SetIssued
            } else {
                Act::SetTakenBack
            };
            Ok(self.record(tx, by, act, Some(&id))?)
        })
    }

    /// Throws a set away.
    pub fn discard_set(&self, id: SetId, by: AccountId) -> Result<(), SetError> {
        self.storage.write(|tx| {
            if !sets::remove(tx, id)? {
                return Err(SetError::Unknown);
            }
            Ok(self.record(tx, by, Act::SetDiscarded, Some(&id))?)
        })
    }
}

/// A set with the state it is in.
fn stands(tx: &mut ReadTx<'_>, id: SetId) -> Result<DeskSet, SetError> {
    let kept = sets::get(tx, id)?.ok_or(SetError::Unknown)?;
    let (title, words) = (kept.title.as_str(), kept.words.as_str());
    let seen = Seen::of(&(kept.public, title, words, &kept.reports));
    Ok(DeskSet { kept, seen })
}

/// The set, if it is still in this state.
fn unchanged(tx: &mut ReadTx<'_>, id: SetId, seen: &Seen) -> Result<Kept, SetError> {
    let now = stands(tx, id)?;
    if now.seen == *seen {
        Ok(now.kept)
    } else {
        Err(SetError::Changed)
    }
}

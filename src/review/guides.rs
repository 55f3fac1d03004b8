//! Best-practice guides at the desk: an editor introduces one, puts parts of it in other words or
//! leaves them out, and issues a version at once.

use super::{Act, EditError, Review, Seen};
use crate::anonymise::{RawText, RedactedText, Wishes};
use crate::digests::{Guide, GuideEdits, Subject};
use crate::jobs::{self, Codes};
use crate::report::{AccountId, Period};
use crate::storage::guides::{self, GuideCard};
use crate::storage::{ReadTx, StorageError, WriteTx};

/// A guide in the desk's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskGuideLine {
    /// What is out.
    pub card: GuideCard,
    /// An editor keeps something for it.
    pub kept: bool,
}

/// A guide as an editor works on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskGuide {
    /// As the program compiles it now.
    pub compiled: Guide<RedactedText>,
    /// The version that is out.
    pub out: Option<u32>,
    /// As it would come out.
    pub draft: Guide<RedactedText>,
    /// What an editor wants of it, if that is kept.
    pub edits: Option<GuideEdits<RedactedText>>,
    /// What whoever changes it has seen.
    pub seen: Seen,
}

impl Review {
    /// The guides that are out, by subject.
    pub fn desk_guides(&self) -> Result<Vec<DeskGuideLine>, EditError> {
        Ok(self.storage.read(|tx| {
            let cards = guides::list(tx)?.into_iter();
            let lines = cards.map(|card| {
                let kept = guides::draft(tx, card.subject.slug())?.is_some();
                Ok(DeskGuideLine { card, kept })
            });
            lines.collect::<Result<Vec<_>, StorageError>>()
        })?)
    }

    /// One of them, compiled as of now.
    pub fn desk_guide(&self, subject: &Subject) -> Result<DeskGuide, EditError> {
        let month = Period::month_of(self.clock.now());
        self.storage.read(|tx| {
            let codes = Codes::read(tx)?;
            let compiled = jobs::compile_guide(tx, &codes, subject, month)?;
            let draft = jobs::next_guide(tx, &codes, subject, month)?;
            let edits = guides::draft(tx, subject.slug())?;
            let out = guides::card(tx, subject.slug())?.map(|card| card.version);
            Ok(DeskGuide {
                compiled: compiled.ok_or(EditError::TooFew)?,
                draft: draft.ok_or(EditError::TooFew)?,
                seen: Seen::of(&(out, &edits)),
                out,
                edits,
            })
        })
    }

    /// Keeps what an editor wants of a guide. What was typed goes through the anonymiser. It holds
    /// for every version that comes out from now on.
    pub fn edit_guide(
        &self,
        subject: &Subject,
        by: AccountId,
        seen: &Seen,
        edits: GuideEdits<RawText>,
    ) -> Result<(), EditError> {
        let edits = self.redacted(edits);
        self.storage.write(|tx| {
            unchanged(tx, subject, seen)?;
            self.keep_guide(tx, subject, by, &edits)
        })
    }

    /// Keeps what an editor wants of a guide, issues the next version so, and answers its number.
    pub fn issue_guide(
        &self,
        subject: &Subject,
        by: AccountId,
        seen: &Seen,
        edits: GuideEdits<RawText>,
    ) -> Result<u32, EditError> {
        let month = Period::month_of(self.clock.now());
        let edits = self.redacted(edits);
        self.storage.write(|tx| {
            unchanged(tx, subject, seen)?;
            self.keep_guide(tx, subject, by, &edits)?;
            let codes = Codes::read(tx)?;
            let next = jobs::next_guide(tx, &codes, subject, month)?;
            let next = next.ok_or(EditError::TooFew)?;
            guides::put(tx, &next)?;
            self.record(tx, by, Act::GuideIssued, Some(subject.slug()))?;
            Ok(next.version)
        })
    }

    /// Lets go of what was wanted of a guide.
    pub fn forget_guide_edits(
        &self,
        subject: &Subject,
        by: AccountId,
        seen: &Seen,
    ) -> Result<(), EditError> {
        self.storage.write(|tx| {
            unchanged(tx, subject, seen)?;
            if guides::remove_draft(tx, subject.slug())? {
                self.record(tx, by, Act::GuideEditsDropped, Some(subject.slug()))?;
            }
            Ok(())
        })
    }

    fn keep_guide(
        &self,
        tx: &mut WriteTx<'_>,
        subject: &Subject,
        by: AccountId,
        edits: &GuideEdits<RedactedText>,
    ) -> Result<(), EditError> {
        guides::put_draft(tx, subject.slug(), edits)?;
        Ok(self.record(tx, by, Act::GuideEdited, Some(subject.slug()))?)
    }

    fn redacted(&self, edits: GuideEdits<RawText>) -> GuideEdits<RedactedText> {
        let made = self
            .anonymiser
            .anonymise_all(&edits.texts(), &Wishes::default());
        let mut made = made.into_iter().map(|made| made.text);
        edits.map_text(|_typed| made.next().unwrap_or_default())
    }
}

/// Whether what an editor saw still stands.
fn unchanged(tx: &mut ReadTx<'_>, subject: &Subject, seen: &Seen) -> Result<(), EditError> {
    let out = guides::card(tx, subject.slug())?.map(|card| card.version);
    let now = Seen::of(&(out, guides::draft(tx, subject.slug())?));
    if now == *seen {
        Ok(())
    } else {
        Err(EditError::Changed)
    }
}

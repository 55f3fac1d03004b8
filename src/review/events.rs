//! Several reports of one event, and one report of several events.

use std::collections::BTreeSet;

use super::decide::DecideError;
use super::desk::put_text;
use super::queue::OPEN;
use super::{Act, Review, ReviewError};
use crate::anonymise::{RawText, RedactedText, Wishes};
use crate::auth::{Nonce, Receipt};
use crate::intake::{Flaw, close, flaws_of};
use crate::report::{AccountId, EventId, Report, ReportId};
use crate::storage::pending::{self, NewPending};
use crate::storage::{joined, parts, published, triage};

/// A thing a report tells that can go to either part when it is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// The summary.
    Summary,
    /// An account.
    Narrative(usize),
    /// What was felt.
    Impact,
    /// How it was noticed.
    Detection,
    /// An entry of the timeline.
    Event(usize),
    /// A factor with what lies behind it.
    Factor(usize),
    /// Something that was tried.
    Mitigation(usize),
    /// What helped.
    Helped(usize),
    /// Where luck helped.
    Luck(usize),
    /// An action.
    Action(usize),
    /// A lesson.
    Lesson(usize),
}

/// How a report is split in two.
#[derive(Clone, Debug, Default)]
pub struct Division {
    /// The revision of the text that is split.
    pub read: u32,
    /// The title of the second report.
    pub title: RawText,
    /// What stays in the first.
    pub stays: BTreeSet<Item>,
    /// What the second gets; a thing may be in both.
    pub goes: BTreeSet<Item>,
}

/// Why a report was not split.
#[derive(Debug, thiserror::Error)]
pub enum SplitError {
    /// One of the parts would be no report.
    #[error("one part would not be a report")]
    Flawed(Vec<Flaw>),
    /// It does not stand where this can be done.
    #[error(transparent)]
    Decide(#[from] DecideError),
}

impl<E: Into<ReviewError>> From<E> for SplitError {
    fn from(error: E) -> Self {
        Self::Decide(DecideError::Review(error.into()))
    }
}

impl Review {
    /// Says that two reports, waiting or public, tell of the same event.
    pub fn join_event(
        &self,
        one: ReportId,
        by: AccountId,
        other: ReportId,
    ) -> Result<(), ReviewError> {
        self.storage.write(|tx| {
            for id in [one, other] {
                let known = pending::get(tx, id)?.is_some_and(|row| row.sealed.is_some());
                if !known && published::get(tx, id)?.is_none() {
                    return Err(ReviewError::Unknown);
                }
            }
            if one != other {
                joined::join(tx, one, other, EventId::random())?;
                self.record(tx, by, Act::EventJoined, Some(&one))?;
            }
            Ok(())
        })
    }

    /// Says that a report tells of an event of its own.
    pub fn leave_event(&self, id: ReportId, by: AccountId) -> Result<(), ReviewError> {
        Ok(self.storage.write(|tx| {
            joined::leave(tx, id)?;
            self.record(tx, by, Act::EventJoined, Some(&id))
        })?)
    }

    /// Splits a report that tells of two events into two reports, and answers the second. The
    /// reporter's receipt leads to both: taking back the first takes back the second.
    pub fn split(
        &self,
        id: ReportId,
        by: AccountId,
        division: &Division,
    ) -> Result<ReportId, SplitError> {
        let row = self.storage.read(|tx| pending::get(tx, id))?;
        let row = row.ok_or(ReviewError::Unknown)?;
        if !OPEN.contains(&row.status) {
            return Err(DecideError::WrongStatus(row.status).into());
        }
        if row.revision != division.read {
            return Err(SplitError::Decide(DecideError::Changed));
        }
        let whole = self.text_of(&row)?;
        let first = part(whole.clone(), &division.stays);
        let mut second = part(whole, &division.goes);
        second.title = self
            .anonymiser
            .anonymise(&division.title, &Wishes::default())
            .text
            .on_one_line();
        second.synopsis = RedactedText::default();
        let flaws = [flaws_of(&first), flaws_of(&second)].concat();
        if !flaws.is_empty() {
            return Err(SplitError::Flawed(flaws));
        }
        let fresh = ReportId::random();
        let closed = close(&self.keys, fresh, &second)?;
        let master = self.keys.master();
        let copy = NewPending {
            id: fresh,
            week: row.week,
            kind: second.kind,
            // Nobody holds these: the way to a part is the receipt of the whole.
            receipt: Receipt::random().mac(master),
            nonce: Nonce::random().mac(master),
            sealed: closed.text,
            sample: row.sample,
        };
        let rest = close(&self.keys, id, &first)?;
        self.storage.write(|tx| {
            put_text(tx, id, row.revision, &rest)?;
            pending::insert(tx, &copy)?;
            triage::note(tx, fresh, &closed.summary, closed.level.as_str())?;
            let origin = parts::origin(tx, id)?.unwrap_or(id);
            parts::add(tx, fresh, origin)?;
            self.record(tx, by, Act::Split, Some(&id))?;
            Ok::<_, ReviewError>(())
        })?;
        Ok(fresh)
    }
}

/// The report with these things only.
fn part(report: Report<RedactedText>, kept: &BTreeSet<Item>) -> Report<RedactedText> {
    fn only<T>(things: Vec<T>, kept: impl Fn(usize) -> bool) -> Vec<T> {
        let things = things.into_iter().enumerate();
        things
            .filter(|(at, _)| kept(*at))
            .map(|(_, thing)| thing)
            .collect()
    }
    let text = |item: Item, text: RedactedText| {
        if kept.contains(&item) {
            text
        } else {
            RedactedText::default()
        }
    };
    let mut report = report;
    report.summary = text(Item::Summary, report.summary);
    report.impact.text = text(Item::Impact, report.impact.text);
    report.detection.text = text(Item::Detection, report.detection.text);
    report.narratives = only(report.narratives, |at| kept.contains(&Item::Narrative(at)));
    report.timeline = only(report.timeline, |at| kept.contains(&Item::Event(at)));
    let all_factors = report.factors.len();
    report.factors = only(report.factors, |at| kept.contains(&Item::Factor(at)));
    if report.factors.len() < all_factors {
        report.primary = crate::report::Primary::Unstated;
    }
    report.mitigations = only(report.mitigations, |at| {
        kept.contains(&Item::Mitigation(at))
    });
    report.helped = only(report.helped, |at| kept.contains(&Item::Helped(at)));
    report.luck = only(report.luck, |at| kept.contains(&Item::Luck(at)));
    report.actions = only(report.actions, |at| kept.contains(&Item::Action(at)));
    report.lessons = only(report.lessons, |at| kept.contains(&Item::Lesson(at)));
    report
}

/// Everything a report tells that can go to either part, with its words.
pub fn items(report: &Report<RedactedText>) -> Vec<(Item, &RedactedText)> {
    fn all<'a>(
        texts: impl IntoIterator<Item = &'a RedactedText>,
        item: impl Fn(usize) -> Item,
    ) -> Vec<(Item, &'a RedactedText)> {
        let texts = texts.into_iter().enumerate();
        texts.map(|(at, text)| (item(at), text)).collect()
    }
    let mut items = vec![(Item::Summary, &report.summary)];
    items.extend(all(
        report.narratives.iter().map(|told| &told.text),
        Item::Narrative,
    ));
    items.push((Item::Impact, &report.impact.text));
    items.push((Item::Detection, &report.detection.text));
    items.extend(all(
        report.timeline.iter().map(|event| &event.text),
        Item::Event,
    ));
    items.extend(all(
        report.factors.iter().map(|factor| &factor.text),
        Item::Factor,
    ));
    items.extend(all(
        report.mitigations.iter().map(|tried| &tried.text),
        Item::Mitigation,
    ));
    items.extend(all(&report.helped, Item::Helped));
    items.extend(all(&report.luck, Item::Luck));
    items.extend(all(
        report.actions.iter().map(|action| &action.text),
        Item::Action,
    ));
    items.extend(all(&report.lessons, Item::Lesson));
    items.retain(|(_, text)| !text.is_blank());
    items
}

//! Who agrees to what: that the text points at nobody, and which codes the report gets.
//!
//! Text and codes are agreed to separately, each by as many different analysts as the registry
//! asks for. Every analyst codes on their own: what others chose is not shown until one's own
//! codes are final. Where final codes of a list differ, one analyst's are taken for the public
//! report; both stay.

use std::collections::{BTreeMap, BTreeSet};

use super::decide::DecideError;
use super::desk::put_back_in_review;
use super::{Act, Review, ReviewError};
use crate::anonymise::{RedactedText, Wishes};
use crate::intake::{Missed, flaws_of};
use crate::report::{
    AccountId, Coded, Coder, Confidence, IsoWeek, Report, ReportId, Sender, Slug, Status,
};
use crate::storage::codings::{self, Coding};
use crate::storage::pending::{self, Pending};
use crate::storage::reviews::{self, Agreed};
use crate::storage::{ReadTx, StorageError, WriteTx, alerts, mailbox, terms};
use crate::taxonomy::{CODED, ListId, codes_of, codes_of_mut};

/// The code for "none of this list fits".
pub const NONE_FITS: &str = "other";

/// How far a report is from being published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many must agree.
    pub needed: usize,
    /// Who agrees to the text.
    pub text: Vec<AccountId>,
    /// Whose codes are final.
    pub codes: Vec<AccountId>,
    /// Everybody's codes, final or not.
    pub codings: BTreeMap<AccountId, Coding>,
    /// Whose codes are taken where they differ.
    pub settled: BTreeMap<ListId, AccountId>,
}

impl Standing {
    /// Lists in which final codes differ.
    pub fn differing(&self) -> Vec<ListId> {
        let differs = |list: &ListId| {
            let mut sets = self.final_codes(*list).map(|(_, codes)| codes);
            let first = sets.next();
            sets.any(|codes| Some(codes) != first)
        };
        CODED.into_iter().filter(differs).collect()
    }

    /// Lists in which final codes differ and nobody has said whose to take.
    pub fn unsettled(&self) -> Vec<ListId> {
        let mut differing = self.differing();
        differing.retain(|list| self.settled_on(*list).is_none());
        differing
    }

    /// Whether nothing stands in the way of publication.
    pub fn complete(&self) -> bool {
        self.text.len() >= self.needed
            && self.codes.len() >= self.needed
            && self.unsettled().is_empty()
    }

    /// Whose codes of a list are final, and what they are.
    pub fn final_codes(&self, list: ListId) -> impl Iterator<Item = (AccountId, &BTreeSet<Slug>)> {
        let coders = self.codes.iter();
        coders.filter_map(move |account| Some((*account, self.codings.get(account)?.get(&list)?)))
    }

    /// The final codes of a list that were settled on; `None` also where whoever gave them has
    /// taken theirs up again.
    fn settled_on(&self, list: ListId) -> Option<&BTreeSet<Slug>> {
        let account = self.settled.get(&list)?;
        let mut finals = self.final_codes(list);
        finals.find(|(by, _)| by == account).map(|(_, codes)| codes)
    }

    /// The codes of a list for the public report: those that were settled on, else those all
    /// agree on; `None` where nobody coded.
    fn chosen(&self, list: ListId) -> Option<&BTreeSet<Slug>> {
        let settled = self.settled_on(list);
        settled.or_else(|| self.final_codes(list).next().map(|(_, codes)| codes))
    }
}

impl Review {
    pub(super) fn standing_of(
        &self,
        tx: &mut ReadTx<'_>,
        id: ReportId,
    ) -> Result<Standing, StorageError> {
        let reviews = reviews::of(tx, id)?;
        let of = |wanted: fn(&Agreed) -> bool| {
            let agreeing = reviews.iter().filter(|review| wanted(&review.agreed));
            agreeing.map(|review| review.account).collect()
        };
        Ok(Standing {
            needed: self.approvals_needed(),
            text: of(|agreed| agreed.text),
            codes: of(|agreed| agreed.codes),
            codings: codings::of(tx, id)?,
            settled: codings::settled_of(tx, id)?,
        })
    }

    /// Keeps an analyst's codes, and the words they missed. Codes that were final are final no
    /// more, unless they are the same.
    pub fn code(
        &self,
        id: ReportId,
        analyst: AccountId,
        coding: &Coding,
        missed: Missed,
    ) -> Result<(), DecideError> {
        let missed = missed.into_iter().map(|(list, word)| {
            let word = self.anonymiser.anonymise(&word, &Wishes::default()).text;
            (list, word.on_one_line())
        });
        let missed: Vec<(ListId, RedactedText)> = missed.collect();
        let week = IsoWeek::of(self.clock.now());
        self.storage.write(|tx| {
            let row = open_row(tx, id)?;
            let before = codings::of(tx, id)?.remove(&analyst);
            if before.as_ref() != Some(coding) {
                codings::put(tx, id, analyst, coding)?;
                self.record(tx, analyst, Act::Coded, Some(&id))?;
                let mut said = said_by(tx, id, analyst, week)?;
                said.agreed.codes = false;
                reviews::put(tx, id, &said)?;
                for list in CODED {
                    let same =
                        before.as_ref().and_then(|before| before.get(&list)) == coding.get(&list);
                    if !same {
                        codings::unsettle(tx, id, list)?;
                    }
                }
            }
            terms::miss(tx, id, missed, (Sender::Desk, week))?;
            self.move_on(tx, &row)
        })
    }

    /// One analyst agrees to revision `read` of the report's text, or to their own codes as they
    /// stand, or to both. An analyst who has no codes yet takes those the report came with.
    pub fn agree(
        &self,
        (id, read): (ReportId, u32),
        analyst: AccountId,
        to: Agreed,
    ) -> Result<(), DecideError> {
        let week = IsoWeek::of(self.clock.now());
        self.storage.write(|tx| {
            let row = open_row(tx, id)?;
            if row.revision != read {
                return Err(DecideError::Changed);
            }
            let report = self.text_of(&row)?;
            let flaws = flaws_of(&report);
            if !flaws.is_empty() {
                return Err(DecideError::Flawed(flaws));
            }
            if to.codes && !codings::of(tx, id)?.contains_key(&analyst) {
                codings::put(tx, id, analyst, &coding_of(&report))?;
            }
            let mut said = said_by(tx, id, analyst, week)?;
            let before = said.agreed;
            said.agreed.text |= to.text;
            said.agreed.codes |= to.codes;
            if said.agreed != before {
                reviews::put(tx, id, &said)?;
                self.record(tx, analyst, Act::Approved, Some(&id))?;
            }
            self.move_on(tx, &row)
        })
    }

    /// One analyst agrees to text and codes as they stand.
    pub fn approve(&self, id: ReportId, analyst: AccountId) -> Result<(), DecideError> {
        let row = self.storage.write(|tx| open_row(tx, id))?;
        self.agree((id, row.revision), analyst, Agreed::ALL)
    }

    /// Somebody may not agree any more: what they agreed to and what still waits needs another.
    pub(super) fn silence(
        &self,
        tx: &mut WriteTx<'_>,
        account: AccountId,
    ) -> Result<(), ReviewError> {
        for id in reviews::by(tx, account)? {
            let row = pending::get(tx, id)?;
            let Some(row) = row.filter(|row| super::queue::OPEN.contains(&row.status)) else {
                continue;
            };
            reviews::remove(tx, id, account)?;
            if row.status == Status::Approved && !self.standing_of(tx, id)?.complete() {
                put_back_in_review(tx, &row)?;
            }
        }
        alerts::silence(tx, account)?;
        Ok(mailbox::silence(tx, account)?)
    }

    /// Takes these analysts' codes where final codes differ.
    pub fn settle(
        &self,
        id: ReportId,
        by: AccountId,
        choices: &BTreeMap<ListId, AccountId>,
    ) -> Result<(), DecideError> {
        self.storage.write(|tx| {
            let row = open_row(tx, id)?;
            let standing = self.standing_of(tx, id)?;
            let differing = standing.differing();
            self.record(tx, by, Act::Settled, Some(&id))?;
            for (list, account) in choices {
                let mut coders = standing.final_codes(*list);
                let coder = coders.any(|(coder, _)| coder == *account);
                if coder && differing.contains(list) {
                    codings::settle(tx, id, *list, *account)?;
                }
            }
            self.move_on(tx, &row)
        })
    }

    /// Moves an open report to where it stands now.
    fn move_on(&self, tx: &mut WriteTx<'_>, row: &Pending) -> Result<(), DecideError> {
        if self.standing_of(tx, row.id)?.complete() {
            if row.status != Status::Approved {
                pending::set_status(tx, row.id, row.status, Status::Approved)?;
            }
            return Ok(());
        }
        Ok(put_back_in_review(tx, row)?)
    }
}

fn open_row(tx: &mut WriteTx<'_>, id: ReportId) -> Result<Pending, DecideError> {
    let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
    if super::queue::OPEN.contains(&row.status) {
        Ok(row)
    } else {
        Err(DecideError::WrongStatus(row.status))
    }
}

fn said_by(
    tx: &mut WriteTx<'_>,
    id: ReportId,
    account: AccountId,
    week: IsoWeek,
) -> Result<reviews::Review, StorageError> {
    let said = reviews::of(tx, id)?;
    let agreed = said
        .into_iter()
        .find(|review| review.account == account)
        .map(|review| review.agreed)
        .unwrap_or_default();
    Ok(reviews::Review {
        account,
        agreed,
        week,
    })
}

/// The codes a report carries, as a coding.
pub fn coding_of<T>(report: &Report<T>) -> Coding {
    CODED
        .into_iter()
        .map(|list| {
            let codes = codes_of(report, list).iter();
            (list, codes.map(|coded| coded.code.clone()).collect())
        })
        .collect()
}

/// Writes the codes that were agreed on into a report. A code the reporter gave stays theirs.
pub(super) fn coded(mut report: Report<RedactedText>, standing: &Standing) -> Report<RedactedText> {
    for list in CODED {
        let Some(chosen) = standing.chosen(list) else {
            continue;
        };
        let Some(codes) = codes_of_mut(&mut report, list) else {
            continue;
        };
        let theirs = std::mem::take(codes);
        let by_reporter = |code: &Slug| {
            let mut given = theirs.iter();
            given.find(|coded| coded.coder == Coder::Reporter && coded.code == *code)
        };
        *codes = chosen
            .iter()
            .map(|code| {
                by_reporter(code).cloned().unwrap_or_else(|| Coded {
                    code: code.clone(),
                    coder: Coder::Analyst,
                    confidence: Confidence::High,
                })
            })
            .collect();
    }
    report
}

//! Deciding: publish in one of three forms, or refuse.

use super::agreed::coded;
use super::{Act, Review, ReviewError};
use crate::anonymise::{RawText, RedactedText};
use crate::auth::Nonce;
use crate::intake::{Flaw, MailError, Writer, put_letter};
use crate::report::{
    AccountId, IsoWeek, Letter, Period, PublicReport, Refusal, Report, ReportId, Sender, Status,
};
use crate::storage::{StorageError, codings, counted, pending, published};

/// How a letter begins that tells of a report being taken up again.
const REOPENED: &str = "We had refused this report, and look at it again.";

/// How much of a report becomes public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Full,
    /// Title, synopsis and codes.
    Short,
    /// Its codes are counted; it gets no page.
    Counted,
}

impl Extent {
    /// All, from the most to the least.
    pub const ALL: [Self; 3] = [Self::Full, Self::Short, Self::Counted];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
            Self::Counted => "counted",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|extent| extent.as_str() == id)
    }
}

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// The report has flaws that must be mended first.
    #[error("the report has flaws that must be mended first")]
    Flawed(Vec<Flaw>),
    /// Not enough different analysts agree to its text or have final codes.
    #[error("{text} of {needed} analysts agree to the text, {codes} of {needed} have final codes")]
    NotApproved {
        /// How many agree to the text.
        text: usize,
        /// How many have final codes.
        codes: usize,
        /// How many of each are needed.
        needed: usize,
    },
    /// Final codes differ, and nobody has said whose to take.
    #[error("choose whose codes to publish first; lists in which they differ: {0}")]
    Unsettled(usize),
    /// A short report needs a synopsis: it is all that is left of the text.
    #[error("a report in short form needs a synopsis; write it first")]
    NoSynopsis,
    /// Somebody changed the text after this analyst had read it.
    #[error(
        "the report was changed after you opened it; read it again, what you typed is in the form"
    )]
    Changed,
    /// The reporter could not be told.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// It does not stand where this can be done.
    #[error("this cannot be done with a report that is {0:?}")]
    WrongStatus(Status),
    /// The desk could not do its work.
    #[error(transparent)]
    Review(#[from] ReviewError),
}

impl From<StorageError> for DecideError {
    fn from(error: StorageError) -> Self {
        Self::Review(error.into())
    }
}

impl Review {
    /// Refuses a report; the receipt shows the reason.
    pub fn refuse(&self, id: ReportId, by: AccountId, reason: Refusal) -> Result<(), DecideError> {
        self.storage.write(|tx| {
            let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
            if !row.status.may_become(Status::Refused) {
                return Err(DecideError::WrongStatus(row.status));
            }
            pending::refuse(tx, id, row.status, reason)?;
            self.record(tx, by, Act::Refused, Some(&id))?;
            Ok(())
        })
    }

    /// Takes a refused report up again, as long as its text is kept. The reporter reads why with the
    /// receipt, and whoever agreed to its text has to look again.
    pub fn reopen(&self, id: ReportId, by: AccountId, why: &RawText) -> Result<(), DecideError> {
        let words = format!("{REOPENED} {}", why.expose().trim());
        let letter = self.look_at(Letter::Words(RawText::new(words)))?.letter;
        let writer = Writer {
            side: Sender::Desk,
            week: IsoWeek::of(self.clock.now()),
            seen: 0,
        };
        self.storage.write(|tx| {
            let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
            if row.status != Status::Refused || row.sealed.is_none() {
                return Err(DecideError::WrongStatus(row.status));
            }
            pending::reopen(tx, id)?;
            put_letter(tx, &self.keys, id, writer, &letter, &Nonce::random())?;
            self.record(tx, by, Act::Reopened, Some(&id))?;
            Ok(())
        })
    }

    /// Publishes an approved report under the codes that were agreed on: the public row and its
    /// place in the outbox in one transaction. What each analyst coded is kept with it.
    pub fn publish(&self, id: ReportId, by: AccountId, extent: Extent) -> Result<(), DecideError> {
        let month = Period::month_of(self.clock.now());
        self.storage.write(|tx| {
            let row = pending::get(tx, id)?.ok_or(ReviewError::Unknown)?;
            let standing = self.standing_of(tx, id)?;
            if !row.status.may_become(Status::Approved) && row.status != Status::Approved {
                return Err(DecideError::WrongStatus(row.status));
            }
            if row.status != Status::Approved || !standing.complete() {
                let unsettled = standing.unsettled().len();
                let (text, codes) = (standing.text.len(), standing.codes.len());
                let needed = standing.needed;
                return Err(if text < needed || codes < needed {
                    DecideError::NotApproved {
                        text,
                        codes,
                        needed,
                    }
                } else {
                    DecideError::Unsettled(unsettled)
                });
            }
            let report = coded(self.text_of(&row)?, &standing);
            if extent == Extent::Short && report.synopsis.is_blank() {
                return Err(DecideError::NoSynopsis);
            }
            if extent == Extent::Counted {
                pending::set_status(tx, id, Status::Approved, Status::Counted)?;
                counted::add(tx, id, month, &only_counted(report))?;
            } else {
                pending::set_status(tx, id, Status::Approved, Status::Published)?;
                let report = match extent {
                    Extent::Short => report.short(),
                    Extent::Full | Extent::Counted => report,
                };
                let public = PublicReport {
                    id,
                    published: month,
                    revision: 0,
                    sample: row.sample,
                    changes: Vec::new(),
                    report,
                };
                published::publish(tx, &public)?;
            }
            for account in standing.codings.keys() {
                if !standing.codes.contains(account) {
                    codings::put(tx, id, *account, &codings::Coding::new())?;
                }
            }
            // From now on the public row is the report.
            pending::shred(tx, id)?;
            self.record(tx, by, Act::Published, Some(&id))?;
            Ok(())
        })
    }
}

/// What a report without a page is counted by: of what kind it is and how it failed. The rest could
/// point at somebody, which is why it has no page.
fn only_counted(report: Report<RedactedText>) -> Report<RedactedText> {
    Report {
        kind: report.kind,
        failure_modes: report.failure_modes,
        ..Report::default()
    }
}

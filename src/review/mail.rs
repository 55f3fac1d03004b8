//! The desk's side of the mailbox: questions, answers, and what reporters propose to change.

use super::{Act, Review};
use crate::anonymise::{RawText, RedactedText, Wishes};
use crate::auth::Nonce;
use crate::intake::{
    self, Accepted, LookedAt, MailError, Message, ProposalError, Writer, check_letter, put_letter,
    read_letters,
};
use crate::report::{
    AccountId, IsoWeek, Letter, MessageId, Period, PublicReport, ReportId, Sender, Status,
};
use crate::storage::mailbox::{self, Waiting};
use crate::storage::{StorageError, pending, published};

/// Questions ready to be asked. They ask what and how, never why or who: a "why" asks for a
/// justification, and a justification is not what was seen at the time.
pub const QUESTIONS: [&str; 12] = [
    "What did you see first that told you something was wrong?",
    "What did you think was happening at that point, and what made it look that way?",
    "How did you decide what to try?",
    "What other ways did you consider, and how did you choose between them?",
    "What were you trying to protect while you worked on it?",
    "What did you know from earlier that helped, and how did you know it?",
    "What did you look at that did not tell you what you needed?",
    "How could you tell that it was getting better?",
    "What surprised you?",
    "How did you find out whom to ask, and what told you that you needed help?",
    "What is usually different on a day when this goes well?",
    "What happened just before that you would look at again?",
];

/// A report's mailbox as an analyst sees it.
pub struct DeskMail {
    /// Which report.
    pub id: ReportId,
    /// Where it stands.
    pub status: Status,
    /// The messages, in order, each with who accepts what it proposes.
    pub messages: Vec<(Message, Vec<AccountId>)>,
    /// The public report, once there is one.
    pub public: Option<Box<PublicReport<RedactedText>>>,
    /// How many must accept a proposal.
    pub approvals_needed: usize,
}

impl Review {
    /// The mailbox of a report.
    pub fn mail(&self, id: ReportId) -> Result<DeskMail, MailError> {
        self.storage.read(|tx| {
            let row = pending::get(tx, id)?.ok_or(MailError::Unknown)?;
            let messages = read_letters(tx, &self.keys, id)?
                .into_iter()
                .map(|message| {
                    let accepted = mailbox::accepted_by(tx, message.id)?;
                    Ok((message, accepted))
                })
                .collect::<Result<_, MailError>>()?;
            Ok(DeskMail {
                id,
                status: row.status,
                messages,
                public: published::get(tx, id)?.map(Box::new),
                approvals_needed: self.approvals_needed(),
            })
        })
    }

    /// Reports with words that wait for an answer, by id.
    pub fn waiting(&self) -> Result<Vec<Waiting>, StorageError> {
        self.storage.read(mailbox::waiting)
    }

    /// What would be kept of an analyst's words.
    pub fn look_at(&self, letter: Letter<RawText>) -> Result<LookedAt, MailError> {
        check_letter(&letter)?;
        let wishes = Wishes::default();
        Ok(intake::look_at(&self.anonymiser, letter, &wishes))
    }

    /// Writes to the reporter, anonymised like everything else. The same form sent twice is kept
    /// once. `seen` is the number of the last message the analyst had before them: the reporter's
    /// words up to it are answered.
    pub fn write(
        &self,
        id: ReportId,
        by: AccountId,
        letter: Letter<RawText>,
        nonce: &Nonce,
        seen: u32,
    ) -> Result<(), MailError> {
        if letter.kind().proposes() {
            return Err(MailError::Closed);
        }
        let looked = self.look_at(letter)?;
        let writer = Writer {
            side: Sender::Desk,
            week: IsoWeek::of(self.clock.now()),
            seen,
        };
        self.storage.write(|tx| {
            let row = pending::get(tx, id)?.ok_or(MailError::Unknown)?;
            if row.status == Status::Withdrawn {
                return Err(MailError::Closed);
            }
            put_letter(tx, &self.keys, id, writer, &looked.letter, nonce)?;
            if row.status == Status::Received {
                pending::set_status(tx, id, row.status, Status::InReview)?;
            }
            Ok(self.record(tx, by, Act::Asked, Some(&id))?)
        })
    }

    /// Notes that the reporter's words up to message number `seen` were read and need no answer.
    pub fn mark_read(&self, id: ReportId, by: AccountId, seen: u32) -> Result<(), MailError> {
        self.storage.write(|tx| {
            mailbox::read_by(tx, id, Sender::Desk, seen)?;
            Ok(self.record(tx, by, Act::LettersRead, Some(&id))?)
        })
    }

    /// One analyst accepts what a message proposes.
    pub fn accept(
        &self,
        message: MessageId,
        analyst: AccountId,
    ) -> Result<Accepted, ProposalError> {
        let month = Period::month_of(self.clock.now());
        let needed = self.approvals_needed();
        self.storage.write(|tx| {
            let (report, accepted) =
                intake::accept(tx, &self.keys, message, analyst, needed, month)?;
            self.record(tx, analyst, Act::ChangeAccepted, Some(&report))?;
            Ok(accepted)
        })
    }

    /// An analyst declines what a message proposes.
    pub fn decline(&self, message: MessageId, analyst: AccountId) -> Result<(), ProposalError> {
        self.storage.write(|tx| {
            let report = intake::decline(tx, message)?;
            Ok(self.record(tx, analyst, Act::ChangeDeclined, Some(&report))?)
        })
    }
}

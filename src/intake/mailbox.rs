//! Words both ways between the desk and whoever holds the receipt.
//!
//! Whatever either side writes goes through the anonymiser before it is kept, and is kept sealed
//! with the mailbox's own key: it lives on when the report's sealed text is destroyed.

use jiff::tz::TimeZone;
use zeroize::Zeroizing;

use super::{AsText, CloseError, Flaw, Intake, Removals, Way};
use crate::anonymise::{Anonymiser, RawText, RedactedText, Wishes};
use crate::auth::{Keys, Nonce, SealError};
use crate::report::{
    IsoWeek, Letter, MessageId, MessageKind, MessageState, Report, ReportId, Sender, Status,
};
use crate::storage::mailbox::{self, NewMessage, StoredMessage};
use crate::storage::pending::Pending;
use crate::storage::{self, ReadTx, StorageError, WriteTx, published};

/// Bytes of one message.
pub const MAX_WORDS: usize = 10_000;
/// Bytes of one line: why an action held, what an amendment changes.
pub const MAX_LINE: usize = 600;
/// A message as both sides read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// Its place in the mailbox, from 1.
    pub number: u32,
    /// Who wrote it.
    pub sender: Sender,
    /// What became of it.
    pub state: MessageState,
    /// When it came.
    pub week: IsoWeek,
    /// What it says.
    pub letter: Letter<RedactedText>,
}

/// A letter as it would be kept, and what was taken out of it.
#[derive(Clone, Debug)]
pub struct LookedAt {
    /// The letter.
    pub letter: Letter<RedactedText>,
    /// What was taken out.
    pub removals: Removals,
}

/// Why a message was not kept or could not be read.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// No report belongs to this receipt or address.
    #[error("no report belongs to this receipt")]
    Unknown,
    /// The report stands where nothing of the kind can be sent.
    #[error("this report cannot be written about in this way any more")]
    Closed,
    /// There is nothing in it.
    #[error("there is nothing in it yet")]
    Empty,
    /// It is too long.
    #[error("this is too long; shorten it")]
    TooLong,
    /// There are too many already.
    #[error("this mailbox is full; it empties 90 days after the last word")]
    Full,
    /// What became of actions is told before the day on which that is asked.
    #[error("it is too early to tell this; come back on the day your receipt names")]
    TooEarly,
    /// The amended report cannot be taken as it is.
    #[error("the report cannot be taken as it is")]
    Flawed(Vec<Flaw>),
    /// The same form was sent before.
    #[error("this form was sent before; nothing was added")]
    SentBefore,
    /// It could not be sealed or opened.
    #[error("the message could not be sealed or opened")]
    Sealing(#[source] SealError),
    /// The registry could not be reached.
    #[error("the mailbox cannot be reached")]
    Storage(#[from] StorageError),
    /// It could not be written down.
    #[error("the message could not be written down")]
    Encoding(#[source] serde_json::Error),
}

impl From<CloseError> for MailError {
    fn from(error: CloseError) -> Self {
        match error {
            CloseError::Sealing(error) => Self::Sealing(error),
            CloseError::Encoding(error) => Self::Encoding(error),
        }
    }
}

/// Anonymises every text of a letter together.
pub fn look(anonymiser: &Anonymiser, letter: Letter<RawText>, wishes: &Wishes) -> LookedAt {
    let given = letter.texts();
    let outcomes = anonymiser.anonymise_all(&given, wishes);
    let removals = Removals::default().after(&given, &outcomes);
    let mut texts = outcomes.into_iter().map(|outcome| outcome.text);
    let letter = letter.map_text(|_| texts.next().unwrap_or_default());
    LookedAt { letter, removals }
}

/// Whether a letter says something, and not too much.
pub fn check<T: AsText>(letter: &Letter<T>) -> Result<(), MailError> {
    let within = |text: &T, limit: usize| {
        if text.bytes() > limit {
            Err(MailError::TooLong)
        } else {
            Ok(())
        }
    };
    match letter {
        Letter::Words(text) | Letter::Question(text) => {
            if text.is_blank() {
                return Err(MailError::Empty);
            }
            within(text, MAX_WORDS)
        }
        Letter::Amendment(amendment) => {
            if amendment.note.is_blank() {
                return Err(MailError::Empty);
            }
            within(&amendment.note, MAX_LINE)
        }
        Letter::FollowUp(told) => {
            if told.actions.is_empty() {
                return Err(MailError::Empty);
            }
            told.actions
                .iter()
                .try_for_each(|action| within(&action.why, MAX_LINE))
        }
    }
}

/// Everything in a report's mailbox, in order.
pub fn read(tx: &mut ReadTx<'_>, keys: &Keys, report: ReportId) -> Result<Vec<Message>, MailError> {
    let (key, stored) = (mailbox::key(tx, report)?, mailbox::of(tx, report)?);
    let Some(key) = key else {
        return Ok(Vec::new());
    };
    stored
        .into_iter()
        .map(|message| unsealed(keys, &key, &message))
        .collect()
}

/// Bytes of a usual message.
const USUAL: usize = 600;

/// As much work as opening a message, where there is none to open.
pub(super) fn open_stand_in(keys: &Keys) -> Result<(), MailError> {
    let opened = keys.sealer().open_stand_in(USUAL);
    opened.map_err(MailError::Sealing)
}

/// Opens one message.
pub(super) fn unsealed(
    keys: &Keys,
    key: &[u8],
    message: &StoredMessage,
) -> Result<Message, MailError> {
    let plain = keys
        .sealer()
        .unseal_message(message.report, key, message.id, &message.sealed)
        .map_err(MailError::Sealing)?;
    Ok(Message {
        id: message.id,
        number: message.number,
        sender: message.sender,
        state: message.state,
        week: message.week,
        letter: storage::redacted_letter(&plain)?,
    })
}

/// Who writes, when, and what they had before them.
#[derive(Clone, Copy, Debug)]
pub struct Writer {
    /// Which side.
    pub side: Sender,
    /// When.
    pub week: IsoWeek,
    /// The number of the last message they had before them. What came after it stays unread.
    pub seen: u32,
}

/// As much as one side may have in a mailbox: messages and bytes. What becomes of actions has room
/// of its own, and neither side can take the other's: else whoever holds a receipt could keep the
/// desk from asking.
fn room(side: Sender, kind: MessageKind) -> (&'static [MessageKind], u64, u64) {
    use MessageKind::{Amendment, FollowUp, Question, Words};
    const KIB: u64 = 1024;
    match (side, kind) {
        (Sender::Reporter, FollowUp) => (&[FollowUp], 20, 2 * 1024 * KIB),
        (Sender::Reporter, Amendment) => (&[Amendment], 20, 4 * 1024 * KIB),
        (Sender::Reporter, Words | Question) => (&[Words, Question], 100, 1024 * KIB),
        (Sender::Desk, _) => (&[Words, Question, Amendment, FollowUp], 100, 1024 * KIB),
    }
}

/// Seals a letter and puts it into the report's mailbox, which is made where there is none.
pub fn put(
    tx: &mut WriteTx<'_>,
    keys: &Keys,
    report: ReportId,
    writer: Writer,
    letter: &Letter<RedactedText>,
    nonce: &Nonce,
) -> Result<(), MailError> {
    let Writer { side, week, seen } = writer;
    let key = if let Some(key) = mailbox::key(tx, report)? {
        key
    } else {
        let key = keys
            .sealer()
            .new_mailbox(report)
            .map_err(MailError::Sealing)?;
        mailbox::open(tx, report, &key, week)?;
        key
    };
    let id = MessageId::random();
    let sealed = seal(keys, &key, (report, id), letter)?;
    let (kinds, most, bytes) = room(side, letter.kind());
    let (count, held) = mailbox::held(tx, report, side, kinds)?;
    if count >= most || held.saturating_add(sealed.len() as u64) > bytes {
        return Err(MailError::Full);
    }
    let new = NewMessage {
        id,
        sender: side,
        kind: letter.kind(),
        week,
        seen,
        nonce: nonce.mac(keys.master()),
        sealed,
    };
    mailbox::add(tx, report, &new).map_err(|error| match error {
        StorageError::Conflict(_) => MailError::SentBefore,
        other => MailError::Storage(other),
    })
}

/// Changes the reports that waiting amendments propose, where `change` says that it did; answers how
/// many. Who accepted one before has accepted what it says in today's terms.
pub fn change_proposed(
    tx: &mut WriteTx<'_>,
    keys: &Keys,
    mut change: impl FnMut(&mut Report<RedactedText>) -> bool,
) -> Result<usize, MailError> {
    let mut changed = 0;
    for stored in mailbox::amendments(tx)? {
        let Some(key) = mailbox::key(tx, stored.report)? else {
            continue;
        };
        let mut letter = unsealed(keys, &key, &stored)?.letter;
        let Letter::Amendment(amendment) = &mut letter else {
            continue;
        };
        if change(&mut amendment.report) {
            let sealed = seal(keys, &key, (stored.report, stored.id), &letter)?;
            mailbox::reseal(tx, stored.id, &sealed)?;
            changed += 1;
        }
    }
    Ok(changed)
}

fn seal(
    keys: &Keys,
    key: &[u8],
    (report, id): (ReportId, MessageId),
    letter: &Letter<RedactedText>,
) -> Result<Vec<u8>, MailError> {
    let plain = Zeroizing::new(serde_json::to_vec(letter).map_err(MailError::Encoding)?);
    keys.sealer()
        .seal_message(report, key, id, &plain)
        .map_err(MailError::Sealing)
}

/// Whether a letter of this kind fits where the report stands.
fn may_send(row: &Pending, letter: &Letter<RedactedText>) -> bool {
    match (row.status, letter.kind()) {
        (Status::Withdrawn, _) | (_, MessageKind::Amendment) => false,
        (status, MessageKind::FollowUp) => status == Status::Published,
        (_, MessageKind::Words | MessageKind::Question) => true,
    }
}

impl Intake {
    /// What would be kept of a letter. Keeps nothing.
    pub fn look_at(&self, letter: Letter<RawText>, wishes: &Wishes) -> Result<LookedAt, MailError> {
        check(&letter)?;
        Ok(look(&self.anonymiser, letter, wishes))
    }

    /// Keeps what a reporter writes, anonymised. A changed report goes through
    /// [`Intake::amend`]. `nonce` is the form's own number: the same form sent twice is kept once.
    pub fn write<'a>(
        &self,
        way: impl Into<Way<'a>>,
        letter: Letter<RawText>,
        wishes: &Wishes,
        nonce: &Nonce,
    ) -> Result<(), MailError> {
        let way = way.into();
        let looked = self.look_at(letter, wishes)?;
        let mac = way.receipt.mac(self.keys.master());
        let now = self.clock.now();
        let today = now.to_zoned(TimeZone::UTC).date();
        let writer = way.writer(IsoWeek::of(now));
        self.storage.write(|tx| {
            let row = way.leads_to(tx, &mac)?.ok_or(MailError::Unknown)?;
            if !may_send(&row, &looked.letter) {
                return Err(MailError::Closed);
            }
            if let Letter::FollowUp(told) = &looked.letter {
                let public = published::get(tx, row.id)?.ok_or(MailError::Closed)?;
                let due = told.after.due(public.published);
                if due.is_none_or(|day| day > today) {
                    return Err(MailError::TooEarly);
                }
            }
            put(tx, &self.keys, row.id, writer, &looked.letter, nonce)
        })
    }
}

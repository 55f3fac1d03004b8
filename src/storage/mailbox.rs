//! Words between desk and reporter, sealed with a key that each mailbox has for itself.

use diesel::dsl::{count_star, max, sql};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::schema::{acceptances, mailboxes, messages, pending};
use super::{ReadTx, StorageError, WriteTx};
use crate::report::{
    AccountId, IsoWeek, MessageId, MessageKind, MessageState, ReportId, Sender, Status,
};

/// A message to be kept.
#[derive(Debug)]
pub struct NewMessage {
    /// Random.
    pub id: MessageId,
    /// Who wrote it.
    pub sender: Sender,
    /// What sort it is.
    pub kind: MessageKind,
    /// When it came.
    pub week: IsoWeek,
    /// The last message that its writer had before them; the other side's words up to it are
    /// answered by it.
    pub seen: u32,
    /// What keeps one form from becoming two messages.
    pub nonce: [u8; 32],
    /// The letter, sealed with the mailbox's key. Storage cannot open it.
    pub sealed: Vec<u8>,
}

/// A message as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMessage {
    /// Its id.
    pub id: MessageId,
    /// The report whose mailbox it is in.
    pub report: ReportId,
    /// Its place in the mailbox, from 1.
    pub number: u32,
    /// Who wrote it.
    pub sender: Sender,
    /// What sort it is.
    pub kind: MessageKind,
    /// What became of it.
    pub state: MessageState,
    /// When it came.
    pub week: IsoWeek,
    /// The letter, sealed.
    pub sealed: Vec<u8>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = messages)]
struct Row {
    id: String,
    report: String,
    number: i64,
    sender: String,
    kind: String,
    state: String,
    week: String,
    sealed: Vec<u8>,
}

impl TryFrom<Row> for StoredMessage {
    type Error = StorageError;

    fn try_from(row: Row) -> Result<Self, StorageError> {
        let corrupt = StorageError::corrupt;
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt("messages.id"))?,
            report: row.report.parse().map_err(|_| corrupt("messages.report"))?,
            number: u32::try_from(row.number).map_err(|_| corrupt("messages.number"))?,
            sender: Sender::parse(&row.sender).ok_or_else(|| corrupt("messages.sender"))?,
            kind: MessageKind::parse(&row.kind).ok_or_else(|| corrupt("messages.kind"))?,
            state: MessageState::parse(&row.state).ok_or_else(|| corrupt("messages.state"))?,
            week: row.week.parse().map_err(|_| corrupt("messages.week"))?,
            sealed: row.sealed,
        })
    }
}

/// The key of a report's mailbox, wrapped; `None` where nobody has written yet.
pub fn key(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Option<Vec<u8>>, StorageError> {
    Ok(mailboxes::table
        .find(report.to_string())
        .select(mailboxes::wrapped_key)
        .first(tx.conn())
        .optional()?)
}

/// Makes the mailbox of a report.
pub fn open(
    tx: &mut WriteTx<'_>,
    report: ReportId,
    wrapped_key: &[u8],
    week: IsoWeek,
) -> Result<(), StorageError> {
    diesel::insert_into(mailboxes::table)
        .values((
            mailboxes::report.eq(report.to_string()),
            mailboxes::wrapped_key.eq(wrapped_key),
            mailboxes::week.eq(week.to_string()),
        ))
        .execute(tx.conn())
        .map_err(|error| StorageError::unique(error, "there is a mailbox already"))?;
    Ok(())
}

/// Puts a message into a report's mailbox. What the other side wrote, up to the message that the
/// writer had seen, is answered by it, unless it proposes something. [`StorageError::Conflict`] if the same form was sent before.
pub fn add(tx: &mut WriteTx<'_>, report: ReportId, new: &NewMessage) -> Result<(), StorageError> {
    let last: Option<i64> = messages::table
        .filter(messages::report.eq(report.to_string()))
        .select(max(messages::number))
        .first(tx.conn())?;
    diesel::insert_into(messages::table)
        .values((
            messages::id.eq(new.id.to_string()),
            messages::report.eq(report.to_string()),
            messages::number.eq(last.unwrap_or(0) + 1),
            messages::sender.eq(new.sender.as_str()),
            messages::kind.eq(new.kind.as_str()),
            messages::state.eq(MessageState::Open.as_str()),
            messages::week.eq(new.week.to_string()),
            messages::nonce_mac.eq(new.nonce.as_slice()),
            messages::sealed.eq(new.sealed.as_slice()),
        ))
        .execute(tx.conn())
        .map_err(|error| StorageError::unique(error, "this form has been sent already"))?;
    diesel::update(mailboxes::table.find(report.to_string()))
        .set(mailboxes::week.eq(new.week.to_string()))
        .execute(tx.conn())?;
    read_by(tx, report, new.sender, new.seen)
}

/// Notes that one side has read what the other wrote, up to message number `seen`. What proposes
/// something stays open.
pub fn read_by(
    tx: &mut WriteTx<'_>,
    report: ReportId,
    reader: Sender,
    seen: u32,
) -> Result<(), StorageError> {
    let words = [MessageKind::Words.as_str(), MessageKind::Question.as_str()];
    let answered = messages::table
        .filter(messages::report.eq(report.to_string()))
        .filter(messages::sender.eq(reader.other().as_str()))
        .filter(messages::kind.eq_any(words))
        .filter(messages::number.le(i64::from(seen)))
        .filter(messages::state.eq(MessageState::Open.as_str()));
    diesel::update(answered)
        .set(messages::state.eq(MessageState::Done.as_str()))
        .execute(tx.conn())?;
    Ok(())
}

/// Everything in a report's mailbox, in order.
pub fn of(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Vec<StoredMessage>, StorageError> {
    let rows: Vec<Row> = messages::table
        .filter(messages::report.eq(report.to_string()))
        .order(messages::number)
        .select(Row::as_select())
        .load(tx.conn())?;
    rows.into_iter().map(StoredMessage::try_from).collect()
}

/// How many messages of these kinds one side has in a report's mailbox, and their bytes.
pub fn held(
    tx: &mut ReadTx<'_>,
    report: ReportId,
    sender: Sender,
    kinds: &[MessageKind],
) -> Result<(u64, u64), StorageError> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    let bytes = sql::<BigInt>("CAST(COALESCE(SUM(length(sealed)), 0) AS BIGINT)");
    let (count, bytes): (i64, i64) = messages::table
        .filter(messages::report.eq(report.to_string()))
        .filter(messages::sender.eq(sender.as_str()))
        .filter(messages::kind.eq_any(kinds))
        .select((count_star(), bytes))
        .first(tx.conn())?;
    Ok((count.unsigned_abs(), bytes.unsigned_abs()))
}

/// One message.
pub fn get(tx: &mut ReadTx<'_>, id: MessageId) -> Result<Option<StoredMessage>, StorageError> {
    let row: Option<Row> = messages::table
        .find(id.to_string())
        .select(Row::as_select())
        .first(tx.conn())
        .optional()?;
    row.map(StoredMessage::try_from).transpose()
}

/// Every amendment that nobody has decided about yet, by report and number.
pub fn amendments(tx: &mut ReadTx<'_>) -> Result<Vec<StoredMessage>, StorageError> {
    let rows: Vec<Row> = messages::table
        .filter(messages::kind.eq(MessageKind::Amendment.as_str()))
        .filter(messages::state.eq(MessageState::Open.as_str()))
        .order((messages::report, messages::number))
        .select(Row::as_select())
        .load(tx.conn())?;
    rows.into_iter().map(StoredMessage::try_from).collect()
}

/// Puts another sealed letter in the place of a message's.
pub fn reseal(tx: &mut WriteTx<'_>, id: MessageId, sealed: &[u8]) -> Result<(), StorageError> {
    diesel::update(messages::table.find(id.to_string()))
        .set(messages::sealed.eq(sealed))
        .execute(tx.conn())?;
    Ok(())
}

/// Ends a message that is open. [`StorageError::Conflict`] if it is not.
pub fn close(tx: &mut WriteTx<'_>, id: MessageId, state: MessageState) -> Result<(), StorageError> {
    let target = messages::table
        .find(id.to_string())
        .filter(messages::state.eq(MessageState::Open.as_str()));
    let changed = diesel::update(target)
        .set(messages::state.eq(state.as_str()))
        .execute(tx.conn())?;
    if changed == 1 {
        Ok(())
    } else {
        Err(StorageError::Conflict(
            "somebody else has decided this meanwhile",
        ))
    }
}

/// Notes that an analyst accepts what a message proposes, and answers how many do. Accepting twice
/// counts once.
pub fn accept(
    tx: &mut WriteTx<'_>,
    message: MessageId,
    analyst: AccountId,
) -> Result<usize, StorageError> {
    diesel::delete(acceptances::table.find((message.to_string(), analyst.to_string())))
        .execute(tx.conn())?;
    diesel::insert_into(acceptances::table)
        .values((
            acceptances::message.eq(message.to_string()),
            acceptances::account.eq(analyst.to_string()),
        ))
        .execute(tx.conn())?;
    Ok(accepted_by(tx, message)?.len())
}

/// Somebody who may not accept any more accepts nothing that is still open.
pub fn silence(tx: &mut WriteTx<'_>, account: AccountId) -> Result<(), StorageError> {
    let open = messages::table
        .filter(messages::state.eq(MessageState::Open.as_str()))
        .select(messages::id);
    let open: Vec<String> = open.load(tx.conn())?;
    let theirs = acceptances::table
        .filter(acceptances::account.eq(account.to_string()))
        .filter(acceptances::message.eq_any(open));
    diesel::delete(theirs).execute(tx.conn())?;
    Ok(())
}

/// Who accepts what a message proposes.
pub fn accepted_by(
    tx: &mut ReadTx<'_>,
    message: MessageId,
) -> Result<Vec<AccountId>, StorageError> {
    let accounts: Vec<String> = acceptances::table
        .filter(acceptances::message.eq(message.to_string()))
        .order(acceptances::account)
        .select(acceptances::account)
        .load(tx.conn())?;
    accounts
        .iter()
        .map(|id| {
            id.parse()
                .map_err(|_| StorageError::corrupt("acceptances.account"))
        })
        .collect()
}

/// A report with words that wait for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which report.
    pub id: ReportId,
    /// Where it stands.
    pub status: Status,
    /// Who wrote what is not answered yet.
    pub from: Sender,
}

/// Reports with words that wait for an answer, by id. Words of the desk that ask nothing wait for
/// nobody.
pub fn waiting(tx: &mut ReadTx<'_>) -> Result<Vec<Waiting>, StorageError> {
    let rows: Vec<(String, String, String)> = messages::table
        .inner_join(pending::table.on(pending::id.eq(messages::report)))
        .filter(messages::state.eq(MessageState::Open.as_str()))
        .filter(
            messages::sender
                .eq(Sender::Reporter.as_str())
                .or(messages::kind.eq(MessageKind::Question.as_str())),
        )
        .order((messages::report, messages::sender))
        .distinct()
        .select((messages::report, messages::sender, pending::status))
        .load(tx.conn())?;
    let corrupt = StorageError::corrupt;
    rows.into_iter()
        .map(|(report, sender, status)| {
            Ok(Waiting {
                id: report.parse().map_err(|_| corrupt("messages.report"))?,
                status: Status::parse(&status).ok_or_else(|| corrupt("pending.status"))?,
                from: Sender::parse(&sender).ok_or_else(|| corrupt("messages.sender"))?,
            })
        })
        .collect()
}

/// Destroys a report's mailbox: its key and with it every message.
/// [`super::Storage::purge`] then takes them off the disk.
pub fn shred(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    diesel::delete(mailboxes::table.find(report.to_string())).execute(tx.conn())?;
    Ok(())
}

/// Destroys every mailbox whose last word came before this week; answers how many.
pub fn shred_silent(tx: &mut WriteTx<'_>, before: IsoWeek) -> Result<usize, StorageError> {
    let silent = mailboxes::table.filter(mailboxes::week.lt(before.to_string()));
    Ok(diesel::delete(silent).execute(tx.conn())?)
}

//! Reports on their way from the reporter to the public, sealed.

use diesel::prelude::*;

use super::schema::{dispositions, pending};
use super::{ReadTx, StorageError, WriteTx, desk, reviews, triage};
use crate::report::{IsoWeek, RecordKind, Refusal, ReportId, Status};

const MOVED_ON: StorageError =
    StorageError::Conflict("somebody else has changed this report meanwhile; load it again");

/// A sealed text and its key, wrapped: see `auth::Sealer`. Storage cannot open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedText {
    /// The report's own key, encrypted.
    pub wrapped_key: Vec<u8>,
    /// The report, encrypted.
    pub ciphertext: Vec<u8>,
}

/// A report that has just come in. Its status is [`Status::Received`], its revision 0.
#[derive(Debug)]
pub struct NewPending {
    /// Random; the report keeps it for good.
    pub id: ReportId,
    /// When it came in.
    pub week: IsoWeek,
    /// What kind of record it is.
    pub kind: RecordKind,
    /// What the receipt's look-up compares.
    pub receipt: [u8; 32],
    /// What keeps one form from becoming two reports.
    pub nonce: [u8; 32],
    /// The redacted report, sealed.
    pub sealed: SealedText,
    /// An invented sample.
    pub sample: bool,
}

/// A report on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Its id.
    pub id: ReportId,
    /// When it came in.
    pub week: IsoWeek,
    /// Where it stands.
    pub status: Status,
    /// What kind of record it is.
    pub kind: RecordKind,
    /// Its text; `None` once shredded.
    pub sealed: Option<SealedText>,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
    /// How often its text was replaced.
    pub revision: u32,
    /// An invented sample.
    pub sample: bool,
}

/// A part of a longer list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// How many there are in all.
    pub total: u64,
    /// The rows of this page.
    pub rows: Vec<T>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = pending)]
pub(super) struct Row {
    id: String,
    week: String,
    status: String,
    kind: String,
    wrapped_key: Option<Vec<u8>>,
    sealed: Option<Vec<u8>>,
    refusal: Option<String>,
    revision: i64,
    sample: bool,
}

impl TryFrom<Row> for Pending {
    type Error = StorageError;

    fn try_from(row: Row) -> Result<Self, StorageError> {
        let corrupt = StorageError::corrupt;
        let sealed = row
            .wrapped_key
            .zip(row.sealed)
            .map(|(wrapped_key, ciphertext)| SealedText {
                wrapped_key,
                ciphertext,
            });
        let refusal = row
            .refusal
            .map(|refusal| Refusal::parse(&refusal).ok_or_else(|| corrupt("pending.refusal")))
            .transpose()?;
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt("pending.id"))?,
            week: row.week.parse().map_err(|_| corrupt("pending.week"))?,
            status: Status::parse(&row.status).ok_or_else(|| corrupt("pending.status"))?,
            kind: RecordKind::parse(&row.kind).ok_or_else(|| corrupt("pending.kind"))?,
            sealed,
            refusal,
            revision: u32::try_from(row.revision).map_err(|_| corrupt("pending.revision"))?,
            sample: row.sample,
        })
    }
}

/// Keeps a new report. [`StorageError::Conflict`] if the same form was sent before.
pub fn insert(tx: &mut WriteTx<'_>, new: &NewPending) -> Result<(), StorageError> {
    diesel::insert_into(pending::table)
        .values((
            pending::id.eq(new.id.to_string()),
            pending::week.eq(new.week.to_string()),
            pending::status.eq(Status::Received.as_str()),
            pending::kind.eq(new.kind.as_str()),
            pending::receipt_mac.eq(new.receipt.as_slice()),
            pending::nonce_mac.eq(new.nonce.as_slice()),
            pending::wrapped_key.eq(Some(new.sealed.wrapped_key.as_slice())),
            pending::sealed.eq(Some(new.sealed.ciphertext.as_slice())),
            pending::revision.eq(0_i64),
            pending::sample.eq(new.sample),
        ))
        .execute(tx.conn())
        .map_err(|error| StorageError::unique(error, "this form has been sent already"))?;
    triage::begin(tx, new.id)
}

/// The report with this id.
pub fn get(tx: &mut ReadTx<'_>, id: ReportId) -> Result<Option<Pending>, StorageError> {
    let row: Option<Row> = pending::table
        .find(id.to_string())
        .select(Row::as_select())
        .first(tx.conn())
        .optional()?;
    row.map(Pending::try_from).transpose()
}

/// Every report whose text is still there, by id.
pub fn sealed(tx: &mut ReadTx<'_>) -> Result<Vec<Pending>, StorageError> {
    let rows: Vec<Row> = pending::table
        .filter(pending::sealed.is_not_null())
        .order(pending::id)
        .select(Row::as_select())
        .load(tx.conn())?;
    rows.into_iter().map(Pending::try_from).collect()
}

/// The report whose receipt has this code.
pub fn by_receipt(
    tx: &mut ReadTx<'_>,
    receipt: &[u8; 32],
) -> Result<Option<Pending>, StorageError> {
    let row: Option<Row> = pending::table
        .filter(pending::receipt_mac.eq(receipt.as_slice()))
        .select(Row::as_select())
        .first(tx.conn())
        .optional()?;
    row.map(Pending::try_from).transpose()
}

/// Every report that was withdrawn, by id.
pub fn taken_back(tx: &mut ReadTx<'_>) -> Result<Vec<ReportId>, StorageError> {
    let rows: Vec<String> = pending::table
        .filter(pending::status.eq(Status::Withdrawn.as_str()))
        .order(pending::id)
        .select(pending::id)
        .load(tx.conn())?;
    let ids = rows.iter().map(|id| id.parse());
    ids.collect::<Result<_, _>>()
        .map_err(|_| StorageError::corrupt("pending.id"))
}

/// Whether there is a report that is an invented sample, or one that is not.
pub fn any(tx: &mut ReadTx<'_>, sample: bool) -> Result<bool, StorageError> {
    let found: Option<String> = pending::table
        .filter(pending::sample.eq(sample))
        .select(pending::id)
        .first(tx.conn())
        .optional()?;
    Ok(found.is_some())
}

/// The latest week in which a report came in.
pub fn latest_week(tx: &mut ReadTx<'_>) -> Result<Option<IsoWeek>, StorageError> {
    let week: Option<String> = pending::table
        .select(diesel::dsl::max(pending::week))
        .first(tx.conn())?;
    let week = week.map(|week| week.parse());
    week.transpose()
        .map_err(|_| StorageError::corrupt("pending.week"))
}

/// Moves a report on. [`StorageError::Conflict`] if it does not stand at `from`, or may not go from
/// there `to`.
pub fn set_status(
    tx: &mut WriteTx<'_>,
    id: ReportId,
    from: Status,
    to: Status,
) -> Result<(), StorageError> {
    if !from.may_become(to) {
        return Err(MOVED_ON);
    }
    let target = pending::table
        .find(id.to_string())
        .filter(pending::status.eq(from.as_str()));
    changed(
        diesel::update(target)
            .set(pending::status.eq(to.as_str()))
            .execute(tx.conn())?,
    )?;
    if to == Status::Withdrawn {
        desk::forget(tx, id)?;
        // What is kept for a time after the end is kept from this end on.
        let noted = dispositions::table.find(id.to_string());
        diesel::delete(noted).execute(tx.conn())?;
    }
    Ok(())
}

/// Puts a new text in place of revision `revision`, making the next one.
/// [`StorageError::Conflict`] if that is not the current revision, or the text is shredded.
pub fn replace_sealed(
    tx: &mut WriteTx<'_>,
    id: ReportId,
    revision: u32,
    sealed: &SealedText,
) -> Result<(), StorageError> {
    let target = pending::table
        .find(id.to_string())
        .filter(pending::revision.eq(i64::from(revision)))
        .filter(pending::sealed.is_not_null());
    changed(
        diesel::update(target)
            .set((
                pending::wrapped_key.eq(Some(sealed.wrapped_key.as_slice())),
                pending::sealed.eq(Some(sealed.ciphertext.as_slice())),
                pending::revision.eq(i64::from(revision) + 1),
            ))
            .execute(tx.conn())?,
    )?;
    triage::forget(tx, id)
}

/// Refuses a report that stands at `from`, with the reason that the receipt shows.
pub fn refuse(
    tx: &mut WriteTx<'_>,
    id: ReportId,
    from: Status,
    reason: Refusal,
) -> Result<(), StorageError> {
    set_status(tx, id, from, Status::Refused)?;
    diesel::update(pending::table.find(id.to_string()))
        .set(pending::refusal.eq(Some(reason.as_str())))
        .execute(tx.conn())?;
    Ok(())
}

/// Takes a refused report up again, as long as its text is there. How long anything of it is kept
/// counts from its next end.
pub fn reopen(tx: &mut WriteTx<'_>, id: ReportId) -> Result<(), StorageError> {
    let refused = pending::table
        .find(id.to_string())
        .filter(pending::status.eq(Status::Refused.as_str()))
        .filter(pending::sealed.is_not_null());
    changed(
        diesel::update(refused)
            .set((
                pending::status.eq(Status::InReview.as_str()),
                pending::refusal.eq(None::<&str>),
            ))
            .execute(tx.conn())?,
    )?;
    diesel::delete(dispositions::table.find(id.to_string())).execute(tx.conn())?;
    reviews::clear_text(tx, id)
}

/// Destroys a report's key and text, and the summary of it. [`super::Storage::purge`] then takes them off the disk.
pub fn shred(tx: &mut WriteTx<'_>, id: ReportId) -> Result<(), StorageError> {
    diesel::update(pending::table.find(id.to_string()))
        .set((
            pending::wrapped_key.eq(None::<&[u8]>),
            pending::sealed.eq(None::<&[u8]>),
        ))
        .execute(tx.conn())?;
    triage::forget(tx, id)
}

fn changed(rows: usize) -> Result<(), StorageError> {
    if rows == 1 { Ok(()) } else { Err(MOVED_ON) }
}

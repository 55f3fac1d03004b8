//! Forgetting what is due to be forgotten. What is due is decided by `schema/retention.toml`, which
//! the retention job reads; here is how. Each function answers how many rows it changed.

use std::collections::HashSet;

use diesel::prelude::*;

use super::schema::{dispositions, outbox, parts, pending, reviews};
use super::{StorageError, WriteTx};
use crate::report::{IsoWeek, Status};

/// Where a report stands while somebody still works on it.
const OPEN: [Status; 3] = [Status::Received, Status::InReview, Status::Approved];

/// Notes the week in which reports were seen to be settled, of those that are since the last look.
pub fn note_settled(tx: &mut WriteTx<'_>, week: IsoWeek) -> Result<usize, StorageError> {
    let open = OPEN.map(Status::as_str);
    let known: HashSet<String> = dispositions::table
        .select(dispositions::report)
        .load(tx.conn())?
        .into_iter()
        .collect();
    let mut settled: Vec<String> = pending::table
        .filter(pending::status.ne_all(open))
        .select(pending::id)
        .load(tx.conn())?;
    settled.retain(|id| !known.contains(id));
    for id in &settled {
        diesel::insert_into(dispositions::table)
            .values((
                dispositions::report.eq(id),
                dispositions::week.eq(week.to_string()),
            ))
            .execute(tx.conn())?;
    }
    Ok(settled.len())
}

/// Reports that were settled before this week.
fn settled_before(tx: &mut WriteTx<'_>, before: IsoWeek) -> Result<Vec<String>, StorageError> {
    Ok(dispositions::table
        .filter(dispositions::week.lt(before.to_string()))
        .select(dispositions::report)
        .load(tx.conn())?)
}

/// Which settled reports a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// Those that were refused.
    Refused,
    /// All others.
    Otherwise,
}

/// Destroys key and text of reports that were settled before this week.
pub fn shred_settled(
    tx: &mut WriteTx<'_>,
    which: Settled,
    before: IsoWeek,
) -> Result<usize, StorageError> {
    let mut shredded = 0;
    for id in settled_before(tx, before)? {
        let row: Option<(String, bool)> = pending::table
            .find(&id)
            .select((pending::status, pending::sealed.is_not_null()))
            .first(tx.conn())
            .optional()?;
        let Some((status, true)) = row else { continue };
        let refused = status == Status::Refused.as_str();
        if refused == (which == Settled::Refused) {
            let id = id
                .parse()
                .map_err(|_| StorageError::corrupt("dispositions.report"))?;
            super::pending::shred(tx, id)?;
            shredded += 1;
        }
    }
    Ok(shredded)
}

/// What takes the place of a code that is forgotten: 32 bytes that follow from the report's id, and
/// that no receipt or form leads to.
fn nothing(id: &str) -> Vec<u8> {
    let digits = id.bytes().filter(|byte| *byte != b'-');
    digits.chain(std::iter::repeat(0)).take(32).collect()
}

/// Forgets the codes of forms that came in before this week.
pub fn forget_numbers(tx: &mut WriteTx<'_>, before: IsoWeek) -> Result<usize, StorageError> {
    let rows: Vec<(String, Vec<u8>)> = pending::table
        .filter(pending::week.lt(before.to_string()))
        .select((pending::id, pending::nonce_mac))
        .load(tx.conn())?;
    let kept = rows.into_iter().filter(|(id, code)| *code != nothing(id));
    let mut forgotten = 0;
    for (id, _) in kept {
        forgotten += diesel::update(pending::table.find(&id))
            .set(pending::nonce_mac.eq(nothing(&id)))
            .execute(tx.conn())?;
    }
    Ok(forgotten)
}

/// Forgets the receipts of reports that were refused or withdrawn before this week. One that leads
/// to a part which was split off and still stands is kept: nothing else takes the part back.
pub fn forget_receipts(tx: &mut WriteTx<'_>, before: IsoWeek) -> Result<usize, StorageError> {
    let ended = [Status::Refused, Status::Withdrawn].map(Status::as_str);
    let mut forgotten = 0;
    for id in settled_before(tx, before)? {
        let split_off: Vec<String> = parts::table
            .filter(parts::origin.eq(&id))
            .select(parts::report)
            .load(tx.conn())?;
        let standing: i64 = pending::table
            .filter(pending::id.eq_any(split_off))
            .filter(pending::status.ne_all(ended))
            .count()
            .get_result(tx.conn())?;
        if standing > 0 {
            continue;
        }
        let ended = pending::table
            .find(id.clone())
            .filter(pending::status.eq_any(ended))
            .filter(pending::receipt_mac.ne(nothing(&id)));
        forgotten += diesel::update(ended)
            .set(pending::receipt_mac.eq(nothing(&id)))
            .execute(tx.conn())?;
    }
    Ok(forgotten)
}

/// Forgets who approved reports that were settled before this week.
pub fn forget_approvals(tx: &mut WriteTx<'_>, before: IsoWeek) -> Result<usize, StorageError> {
    let mut forgotten = 0;
    for id in settled_before(tx, before)? {
        forgotten +=
            diesel::delete(reviews::table.filter(reviews::report.eq(id))).execute(tx.conn())?;
    }
    Ok(forgotten)
}

/// Forgets every change that a later one of the same report has overtaken.
pub fn squash_outbox(tx: &mut WriteTx<'_>) -> Result<usize, StorageError> {
    let rows: Vec<(i64, String)> = outbox::table
        .order(outbox::seq.desc())
        .select((outbox::seq, outbox::report))
        .load(tx.conn())?;
    let mut latest = HashSet::new();
    let mut forgotten = 0;
    for (seq, report) in rows {
        if !latest.insert(report) {
            forgotten += diesel::delete(outbox::table.find(seq)).execute(tx.conn())?;
        }
    }
    Ok(forgotten)
}

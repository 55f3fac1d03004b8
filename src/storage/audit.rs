//! What people at the desk did, row by row, each tied to the one before. Rows are given back as they
//! stand, for a trail that somebody has changed must be readable enough to say so.

use diesel::prelude::*;

use super::schema::audit;
use super::{ReadTx, StorageError, WriteTx, settings};

/// Number and hash of the last row that was forgotten for its age.
const FORGOTTEN: &str = "audit-forgotten";

/// A row of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit)]
pub struct Row {
    /// Its number: one more than the row before.
    pub seq: i64,
    /// The day, as in `2026-11-21`.
    pub day: String,
    /// Who; `None` for the operator at the machine.
    pub account: Option<String>,
    /// What was done.
    pub act: String,
    /// To what: an id, or none.
    pub object: Option<String>,
    /// SHA-256 over the row and the hash of the row before, in hexadecimal digits.
    pub hash: String,
}

/// Where a trail, or a part of it, goes on: the number and hash of the row before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Its number; 0 before the first.
    pub seq: i64,
    /// Its hash; nothing before the first.
    pub hash: String,
}

/// The last row, or what a first one follows.
pub fn head(tx: &mut ReadTx<'_>) -> Result<Link, StorageError> {
    let last: Option<(i64, String)> = audit::table
        .order(audit::seq.desc())
        .select((audit::seq, audit::hash))
        .first(tx.conn())
        .optional()?;
    match last {
        Some((seq, hash)) => Ok(Link { seq, hash }),
        None => start(tx),
    }
}

/// What the first row follows: nothing, or the last one that was forgotten.
pub fn start(tx: &mut ReadTx<'_>) -> Result<Link, StorageError> {
    let Some(text) = settings::get(tx, FORGOTTEN)? else {
        return Ok(Link::default());
    };
    let link = text.split_once(' ').and_then(|(seq, hash)| {
        Some(Link {
            seq: seq.parse().ok()?,
            hash: hash.to_owned(),
        })
    });
    link.ok_or_else(|| StorageError::corrupt("settings.audit-forgotten"))
}

/// Adds a row. The caller has tied it to [`head`], within the same transaction.
pub fn add(tx: &mut WriteTx<'_>, row: &Row) -> Result<(), StorageError> {
    diesel::insert_into(audit::table)
        .values(row)
        .execute(tx.conn())?;
    Ok(())
}

/// Up to `limit` rows after number `seq`, in order.
pub fn after(tx: &mut ReadTx<'_>, seq: i64, limit: u32) -> Result<Vec<Row>, StorageError> {
    Ok(audit::table
        .filter(audit::seq.gt(seq))
        .order(audit::seq)
        .limit(limit.into())
        .select(Row::as_select())
        .load(tx.conn())?)
}

/// Up to `limit` rows before number `seq`, the latest first.
pub fn before(tx: &mut ReadTx<'_>, seq: i64, limit: u32) -> Result<Vec<Row>, StorageError> {
    Ok(audit::table
        .filter(audit::seq.lt(seq))
        .order(audit::seq.desc())
        .limit(limit.into())
        .select(Row::as_select())
        .load(tx.conn())?)
}

/// Whether somebody has done this to an object on this day.
pub fn has(
    tx: &mut ReadTx<'_>,
    day: &str,
    account: &str,
    act: &str,
    object: Option<&str>,
) -> Result<bool, StorageError> {
    let done = audit::table
        .filter(audit::day.eq(day))
        .filter(audit::account.eq(account))
        .filter(audit::act.eq(act));
    let count: i64 = match object {
        Some(object) => done
            .filter(audit::object.eq(object))
            .count()
            .get_result(tx.conn())?,
        None => done
            .filter(audit::object.is_null())
            .count()
            .get_result(tx.conn())?,
    };
    Ok(count > 0)
}

/// Forgets the rows before a day (as in `2026-11-21`), and keeps what the next one follows. Answers
/// how many there were.
pub fn forget_before(tx: &mut WriteTx<'_>, day: &str) -> Result<usize, StorageError> {
    let kept: Option<i64> = audit::table
        .filter(audit::day.ge(day))
        .select(diesel::dsl::min(audit::seq))
        .first(tx.conn())?;
    let end = kept.unwrap_or(i64::MAX);
    let Some(last) = before(tx, end, 1)?.pop() else {
        return Ok(0);
    };
    settings::set(tx, FORGOTTEN, &format!("{} {}", last.seq, last.hash))?;
    Ok(diesel::delete(audit::table.filter(audit::seq.lt(end))).execute(tx.conn())?)
}

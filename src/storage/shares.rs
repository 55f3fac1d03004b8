//! Codes for a second person, and which report was sent as another account of which.

use diesel::prelude::*;

use super::schema::{perspectives, shares};
use super::{ReadTx, StorageError, WriteTx};
use crate::report::{IsoWeek, ReportId};

/// Keeps a code for an account beside a report.
pub fn insert(
    tx: &mut WriteTx<'_>,
    code: &[u8; 32],
    report: ReportId,
    week: IsoWeek,
) -> Result<(), StorageError> {
    diesel::insert_into(shares::table)
        .values((
            shares::code_mac.eq(code.as_slice()),
            shares::report.eq(report.to_string()),
            shares::week.eq(week.to_string()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// The report that a code is for, if it was made in this week or later.
pub fn find(
    tx: &mut ReadTx<'_>,
    code: &[u8; 32],
    since: IsoWeek,
) -> Result<Option<ReportId>, StorageError> {
    let report: Option<String> = shares::table
        .find(code.as_slice())
        .filter(shares::week.ge(since.to_string()))
        .select(shares::report)
        .first(tx.conn())
        .optional()?;
    let corrupt = |_| StorageError::corrupt("shares.report");
    report.map(|id| id.parse().map_err(corrupt)).transpose()
}

/// Uses a code up. False if there is none like it any more.
pub fn take(tx: &mut WriteTx<'_>, code: &[u8; 32]) -> Result<bool, StorageError> {
    let gone = diesel::delete(shares::table.find(code.as_slice())).execute(tx.conn())?;
    Ok(gone == 1)
}

/// How many codes of a report are not used yet.
pub fn open(tx: &mut ReadTx<'_>, report: ReportId) -> Result<u64, StorageError> {
    let open: i64 = shares::table
        .filter(shares::report.eq(report.to_string()))
        .count()
        .get_result(tx.conn())?;
    Ok(open.unsigned_abs())
}

/// Forgets codes that were made before a week; says how many.
pub fn expire(tx: &mut WriteTx<'_>, before: IsoWeek) -> Result<usize, StorageError> {
    let old = shares::table.filter(shares::week.lt(before.to_string()));
    Ok(diesel::delete(old).execute(tx.conn())?)
}

/// Notes that a report is another account of the one it stands beside.
pub fn join(tx: &mut WriteTx<'_>, report: ReportId, beside: ReportId) -> Result<(), StorageError> {
    diesel::insert_into(perspectives::table)
        .values((
            perspectives::report.eq(report.to_string()),
            perspectives::beside.eq(beside.to_string()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Reports that tell of the same from another side: the one it was sent beside, and those that were
/// sent beside it.
pub fn beside(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Vec<ReportId>, StorageError> {
    let id = report.to_string();
    let first: Vec<String> = perspectives::table
        .filter(perspectives::report.eq(&id))
        .select(perspectives::beside)
        .load(tx.conn())?;
    let others: Vec<String> = perspectives::table
        .filter(perspectives::beside.eq(&id))
        .order(perspectives::report)
        .select(perspectives::report)
        .load(tx.conn())?;
    let corrupt = |_| StorageError::corrupt("perspectives");
    let ids = first.into_iter().chain(others);
    ids.map(|id| id.parse().map_err(corrupt)).collect()
}

/// Forgets the codes of a report, and beside which others it stood.
pub fn forget(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    let id = report.to_string();
    diesel::delete(shares::table.filter(shares::report.eq(&id))).execute(tx.conn())?;
    let told = perspectives::report
        .eq(&id)
        .or(perspectives::beside.eq(&id));
    diesel::delete(perspectives::table.filter(told)).execute(tx.conn())?;
    Ok(())
}

//! Codes for a second person, each good for one account beside a report.

use diesel::prelude::*;

use super::schema::shares;
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

/// Forgets the codes of a report.
pub fn forget(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    let codes = shares::table.filter(shares::report.eq(report.to_string()));
    diesel::delete(codes).execute(tx.conn())?;
    Ok(())
}

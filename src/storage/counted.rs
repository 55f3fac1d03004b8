//! Reports that are counted and have no page: their codes, and nothing else.

use diesel::prelude::*;

use super::schema::counted;
use super::text::{redacted_report, written};
use super::{ReadTx, StorageError, WriteTx};
use crate::anonymise::RedactedText;
use crate::report::{Period, Report, ReportId};

/// Counts a report. `codes` has no text.
pub fn add(
    tx: &mut WriteTx<'_>,
    id: ReportId,
    month: Period,
    codes: &Report<RedactedText>,
) -> Result<(), StorageError> {
    diesel::insert_into(counted::table)
        .values((
            counted::id.eq(id.to_string()),
            counted::month.eq(month.to_string()),
            counted::body.eq(written(codes)?),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// The codes of every report that is counted only, by id.
pub fn all(tx: &mut ReadTx<'_>) -> Result<Vec<(ReportId, Report<RedactedText>)>, StorageError> {
    let rows: Vec<(String, String)> = counted::table
        .order(counted::id)
        .select((counted::id, counted::body))
        .load(tx.conn())?;
    rows.into_iter()
        .map(|(id, body)| {
            let id = id
                .parse()
                .map_err(|_| StorageError::corrupt("counted.id"))?;
            Ok((id, redacted_report(body.as_bytes())?))
        })
        .collect()
}

/// Puts other codes in the place of a counted report's.
pub fn replace(
    tx: &mut WriteTx<'_>,
    id: ReportId,
    codes: &Report<RedactedText>,
) -> Result<(), StorageError> {
    diesel::update(counted::table.find(id.to_string()))
        .set(counted::body.eq(written(codes)?))
        .execute(tx.conn())?;
    Ok(())
}

/// No longer counts a report.
pub(super) fn remove(tx: &mut WriteTx<'_>, id: ReportId) -> Result<(), StorageError> {
    diesel::delete(counted::table.find(id.to_string())).execute(tx.conn())?;
    Ok(())
}

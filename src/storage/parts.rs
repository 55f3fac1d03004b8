//! Reports that were split: one receipt leads to all of its parts.

use diesel::prelude::*;

use super::schema::parts;
use super::{ReadTx, StorageError, WriteTx};
use crate::report::ReportId;

/// Notes that `report` was split off `origin`.
pub fn add(tx: &mut WriteTx<'_>, report: ReportId, origin: ReportId) -> Result<(), StorageError> {
    diesel::insert_into(parts::table)
        .values((
            parts::report.eq(report.to_string()),
            parts::origin.eq(origin.to_string()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Forgets what was split off a report.
pub fn forget(tx: &mut WriteTx<'_>, origin: ReportId) -> Result<(), StorageError> {
    let of_it = parts::table.filter(parts::origin.eq(origin.to_string()));
    diesel::delete(of_it).execute(tx.conn())?;
    Ok(())
}

/// What was split off a report, in the order of ids.
pub fn of(tx: &mut ReadTx<'_>, origin: ReportId) -> Result<Vec<ReportId>, StorageError> {
    let ids: Vec<String> = parts::table
        .filter(parts::origin.eq(origin.to_string()))
        .order(parts::report)
        .select(parts::report)
        .load(tx.conn())?;
    ids.iter()
        .map(|id| {
            id.parse()
                .map_err(|_| StorageError::corrupt("parts.report"))
        })
        .collect()
}

/// What a report was split off from, if it was. A part of a part belongs to the first.
pub fn origin(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Option<ReportId>, StorageError> {
    let id: Option<String> = parts::table
        .find(report.to_string())
        .select(parts::origin)
        .first(tx.conn())
        .optional()?;
    id.map(|id| {
        id.parse()
            .map_err(|_| StorageError::corrupt("parts.origin"))
    })
    .transpose()
}

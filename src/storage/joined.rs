//! Reports that tell of the same event.

use diesel::prelude::*;

use super::schema::joined;
use super::{ReadTx, StorageError, WriteTx};
use crate::report::{EventId, ReportId};

/// The event a report tells of, where others tell of it, too.
pub fn event(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Option<EventId>, StorageError> {
    let id: Option<String> = joined::table
        .find(report.to_string())
        .select(joined::event)
        .first(tx.conn())
        .optional()?;
    id.map(|id| {
        id.parse()
            .map_err(|_| StorageError::corrupt("joined.event"))
    })
    .transpose()
}

/// The other reports of the event a report tells of, by id.
pub fn with(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Vec<ReportId>, StorageError> {
    let Some(event) = event(tx, report)? else {
        return Ok(Vec::new());
    };
    let ids: Vec<String> = joined::table
        .filter(joined::event.eq(event.to_string()))
        .filter(joined::report.ne(report.to_string()))
        .order(joined::report)
        .select(joined::report)
        .load(tx.conn())?;
    ids.iter()
        .map(|id| {
            id.parse()
                .map_err(|_| StorageError::corrupt("joined.report"))
        })
        .collect()
}

/// Report and event of every report of `ids` that shares its event with others.
pub fn events(
    tx: &mut ReadTx<'_>,
    ids: &[ReportId],
) -> Result<Vec<(ReportId, EventId)>, StorageError> {
    let keys: Vec<String> = ids.iter().map(ReportId::to_string).collect();
    let rows: Vec<(String, String)> = joined::table
        .filter(joined::report.eq_any(keys))
        .order(joined::report)
        .load(tx.conn())?;
    let corrupt = StorageError::corrupt;
    rows.into_iter()
        .map(|(report, event)| {
            Ok((
                report.parse().map_err(|_| corrupt("joined.report"))?,
                event.parse().map_err(|_| corrupt("joined.event"))?,
            ))
        })
        .collect()
}

/// Joins two reports, with all that are joined to either. `fresh` names the event if it is new.
pub fn join(
    tx: &mut WriteTx<'_>,
    one: ReportId,
    other: ReportId,
    fresh: EventId,
) -> Result<(), StorageError> {
    let (first, second) = (event(tx, one)?, event(tx, other)?);
    let kept = first.or(second).unwrap_or(fresh).to_string();
    if let (Some(_), Some(merged)) = (first, second) {
        diesel::update(joined::table.filter(joined::event.eq(merged.to_string())))
            .set(joined::event.eq(&kept))
            .execute(tx.conn())?;
    }
    for (report, known) in [(one, first), (other, second)] {
        if known.is_none() {
            diesel::insert_into(joined::table)
                .values((
                    joined::report.eq(report.to_string()),
                    joined::event.eq(&kept),
                ))
                .execute(tx.conn())?;
        }
    }
    Ok(())
}

/// Takes a report out of its event. What is told by one alone is no shared event any more.
pub fn leave(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    let others = with(tx, report)?;
    diesel::delete(joined::table.find(report.to_string())).execute(tx.conn())?;
    if let [last] = others.as_slice() {
        diesel::delete(joined::table.find(last.to_string())).execute(tx.conn())?;
    }
    Ok(())
}

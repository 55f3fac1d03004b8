//! How often readers said of a report that it happened to them too, or that they changed something.

use diesel::prelude::*;

use super::schema::reactions;
use super::{ReadTx, StorageError, WriteTx};
use crate::report::{Reaction, ReportId, at_least};

/// Counts one more.
pub fn add(tx: &mut WriteTx<'_>, report: ReportId, reaction: Reaction) -> Result<(), StorageError> {
    let row = reactions::table.find((report.to_string(), reaction.as_str()));
    let changed = diesel::update(row)
        .set(reactions::count.eq(reactions::count + 1))
        .execute(tx.conn())?;
    if changed == 0 {
        diesel::insert_into(reactions::table)
            .values((
                reactions::report.eq(report.to_string()),
                reactions::kind.eq(reaction.as_str()),
                reactions::count.eq(1_i64),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// What was said of a report, each with "at least so many"; left out where that is nobody.
pub fn shown(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Vec<(Reaction, u64)>, StorageError> {
    let rows: Vec<(String, i64)> = reactions::table
        .filter(reactions::report.eq(report.to_string()))
        .select((reactions::kind, reactions::count))
        .load(tx.conn())?;
    let said = |reaction: Reaction| {
        let row = rows.iter().find(|(kind, _)| kind == reaction.as_str());
        at_least(row.map_or(0, |(_, count)| count.unsigned_abs()))
    };
    let shown = Reaction::ALL.map(|reaction| (reaction, said(reaction)));
    Ok(shown.into_iter().filter(|(_, count)| *count > 0).collect())
}

/// Forgets what was said of a report.
pub fn forget(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    diesel::delete(reactions::table.filter(reactions::report.eq(report.to_string())))
        .execute(tx.conn())?;
    Ok(())
}

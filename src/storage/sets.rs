//! Sets of reports on a theme, in the order somebody gave them.

use diesel::prelude::*;

use super::schema::{set_reports, sets};
use super::text::redacted;
use super::{ReadTx, StorageError, WriteTx};
use crate::anonymise::RedactedText;
use crate::report::{Period, ReportId, SetId};

/// A set as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: SetId,
    /// Whether everybody may read it.
    pub public: bool,
    /// The month in which it was made public; of its first draft before that.
    pub month: Period,
    /// What it is about.
    pub title: RedactedText,
    /// Why these, and how to read them.
    pub words: RedactedText,
    /// The reports, in order.
    pub reports: Vec<ReportId>,
}

type Row = (String, bool, String, String, String);

fn kept(tx: &mut ReadTx<'_>, (id, public, month, title, words): Row) -> Result<Kept, StorageError> {
    let corrupt = StorageError::corrupt;
    let reports: Vec<String> = set_reports::table
        .filter(set_reports::of_set.eq(&id))
        .order(set_reports::place)
        .select(set_reports::report)
        .load(tx.conn())?;
    let reports = reports.iter().map(|report| report.parse());
    Ok(Kept {
        id: id.parse().map_err(|_| corrupt("sets.id"))?,
        public,
        month: month.parse().map_err(|_| corrupt("sets.month"))?,
        title: redacted(title),
        words: redacted(words),
        reports: reports
            .collect::<Result<_, _>>()
            .map_err(|_| corrupt("set_reports.report"))?,
    })
}

/// Keeps a set, in place of what was kept under its id.
pub fn put(tx: &mut WriteTx<'_>, set: &Kept) -> Result<(), StorageError> {
    remove(tx, set.id)?;
    let id = set.id.to_string();
    diesel::insert_into(sets::table)
        .values((
            sets::id.eq(&id),
            sets::public.eq(set.public),
            sets::month.eq(set.month.to_string()),
            sets::title.eq(set.title.as_str()),
            sets::words.eq(set.words.as_str()),
        ))
        .execute(tx.conn())?;
    for (place, report) in (0..).zip(&set.reports) {
        let place: i64 = place;
        diesel::insert_into(set_reports::table)
            .values((
                set_reports::of_set.eq(&id),
                set_reports::place.eq(place),
                set_reports::report.eq(report.to_string()),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// The set with this id.
pub fn get(tx: &mut ReadTx<'_>, id: SetId) -> Result<Option<Kept>, StorageError> {
    let row: Option<Row> = sets::table
        .find(id.to_string())
        .first(tx.conn())
        .optional()?;
    row.map(|row| kept(tx, row)).transpose()
}

/// Every set by its title; only what is public, or drafts too.
pub fn list(tx: &mut ReadTx<'_>, drafts: bool) -> Result<Vec<Kept>, StorageError> {
    let shown: &[bool] = if drafts { &[true, false] } else { &[true] };
    let rows: Vec<Row> = sets::table
        .filter(sets::public.eq_any(shown))
        .order((sets::title, sets::id))
        .load(tx.conn())?;
    rows.into_iter().map(|row| kept(tx, row)).collect()
}

/// Throws a set away; whether there was one.
pub fn remove(tx: &mut WriteTx<'_>, id: SetId) -> Result<bool, StorageError> {
    let id = id.to_string();
    diesel::delete(set_reports::table.filter(set_reports::of_set.eq(&id))).execute(tx.conn())?;
    Ok(diesel::delete(sets::table.find(&id)).execute(tx.conn())? > 0)
}

/// A report that was taken back is in no set any more.
pub(super) fn forget(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    diesel::delete(set_reports::table.filter(set_reports::report.eq(report.to_string())))
        .execute(tx.conn())?;
    Ok(())
}

//! What the queue shows of a report without opening its text: a summary, sealed like the text,
//! and two marks.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::pending::{Page, Pending, Row as PendingRow, SealedText};
use super::schema::{pending, reviews, triage};
use super::{ReadTx, StorageError, WriteTx};
use crate::report::{AccountId, RecordKind, ReportId, Status};

/// Beside a pending report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Triage {
    /// Its summary; `None` where none was made of the text as it stands.
    pub summary: Option<SealedText>,
    /// How identifiable it is; empty where nobody judged the text as it stands.
    pub level: String,
    /// An analyst marked it for an alert.
    pub hazard: bool,
}

/// Which part of the queue.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Reports that stand at one of these.
    pub statuses: Vec<Status>,
    /// Of this kind only.
    pub kind: Option<RecordKind>,
    /// Marked for an alert only.
    pub hazard: bool,
    /// Of this level only.
    pub level: Option<&'static str>,
    /// Only what this account has not approved in any way.
    pub untouched_by: Option<AccountId>,
    /// Only these.
    pub only: Option<Vec<ReportId>>,
}

/// The row that goes with a new report.
pub(super) fn begin(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    diesel::insert_into(triage::table)
        .values((
            triage::report.eq(report.to_string()),
            triage::level.eq(""),
            triage::hazard.eq(false),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Keeps the summary of the text as it stands, and how identifiable that is.
pub fn note(
    tx: &mut WriteTx<'_>,
    report: ReportId,
    summary: &SealedText,
    level: &str,
) -> Result<(), StorageError> {
    diesel::update(triage::table.find(report.to_string()))
        .set((
            triage::wrapped_key.eq(Some(summary.wrapped_key.as_slice())),
            triage::summary.eq(Some(summary.ciphertext.as_slice())),
            triage::level.eq(level),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Destroys the summary: the text is another now, or gone.
pub(super) fn forget(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    diesel::update(triage::table.find(report.to_string()))
        .set((
            triage::wrapped_key.eq(None::<&[u8]>),
            triage::summary.eq(None::<&[u8]>),
            triage::level.eq(""),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Marks a report for an alert, or takes the mark off.
pub fn mark(tx: &mut WriteTx<'_>, report: ReportId, hazard: bool) -> Result<(), StorageError> {
    diesel::update(triage::table.find(report.to_string()))
        .set(triage::hazard.eq(hazard))
        .execute(tx.conn())?;
    Ok(())
}

/// Whether a report is marked for an alert.
pub fn hazard(tx: &mut ReadTx<'_>, report: ReportId) -> Result<bool, StorageError> {
    let marked: Option<bool> = triage::table
        .find(report.to_string())
        .select(triage::hazard)
        .first(tx.conn())
        .optional()?;
    Ok(marked.unwrap_or(false))
}

/// Reports of the queue, the oldest week first and in no order within a week.
pub fn queue(
    tx: &mut ReadTx<'_>,
    asked: &Asked,
    offset: u32,
    limit: u32,
) -> Result<Page<(Pending, Triage)>, StorageError> {
    let statuses: Vec<&str> = asked
        .statuses
        .iter()
        .map(|status| status.as_str())
        .collect();
    // A macro, because the type of a query says how it was built. What is beside a report is looked
    // at only where it is asked for: without it an index answers alone, and no sealed text is read.
    macro_rules! beside {
        ($wanted:expr) => {
            exists(
                triage::table
                    .filter(triage::report.eq(pending::id))
                    .filter($wanted),
            )
        };
    }
    macro_rules! wanted {
        () => {{
            let mut query = pending::table
                .filter(pending::status.eq_any(statuses.clone()))
                .into_boxed();
            if asked.statuses == [Status::Refused] {
                // What is left of the others says nothing that could be looked at again.
                query = query.filter(pending::sealed.is_not_null());
            }
            if let Some(kind) = asked.kind {
                query = query.filter(pending::kind.eq(kind.as_str()));
            }
            if asked.hazard {
                query = query.filter(beside!(triage::hazard.eq(true)));
            }
            if let Some(level) = asked.level {
                query = query.filter(beside!(triage::level.eq(level)));
            }
            if let Some(ids) = &asked.only {
                let ids: Vec<String> = ids.iter().map(ReportId::to_string).collect();
                query = query.filter(pending::id.eq_any(ids));
            }
            if let Some(account) = asked.untouched_by {
                query = query.filter(not(exists(
                    reviews::table
                        .filter(reviews::report.eq(pending::id))
                        .filter(reviews::account.eq(account.to_string())),
                )));
            }
            query
        }};
    }
    let total: i64 = wanted!().count().get_result(tx.conn())?;
    // The ids first: sorting whole rows would carry every sealed text along.
    let ids: Vec<String> = wanted!()
        .order((pending::week, pending::id))
        .offset(offset.into())
        .limit(limit.into())
        .select(pending::id)
        .load(tx.conn())?;
    let rows: Vec<(PendingRow, Row)> = pending::table
        .inner_join(triage::table)
        .filter(pending::id.eq_any(&ids))
        .order((pending::week, pending::id))
        .select((PendingRow::as_select(), Row::as_select()))
        .load(tx.conn())?;
    Ok(Page {
        total: total.unsigned_abs(),
        rows: rows
            .into_iter()
            .map(|(row, beside)| Ok((Pending::try_from(row)?, Triage::from(beside))))
            .collect::<Result<_, StorageError>>()?,
    })
}

/// Reports that have a summary and stand at one of `statuses`, by id: for going through all.
pub fn summaries(
    tx: &mut ReadTx<'_>,
    statuses: &[Status],
) -> Result<Vec<(ReportId, SealedText)>, StorageError> {
    let statuses: Vec<&str> = statuses.iter().map(|status| status.as_str()).collect();
    let rows: Vec<Row> = pending::table
        .inner_join(triage::table)
        .filter(pending::status.eq_any(statuses))
        .order(pending::id)
        .select(Row::as_select())
        .load(tx.conn())?;
    let corrupt = || StorageError::corrupt("triage.report");
    rows.into_iter()
        .map(|row| {
            Ok((
                row.report.parse().map_err(|_| corrupt())?,
                Triage::from(row),
            ))
        })
        .filter_map(|row: Result<(ReportId, Triage), StorageError>| match row {
            Ok((id, Triage { summary, .. })) => summary.map(|summary| Ok((id, summary))),
            Err(error) => Some(Err(error)),
        })
        .collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = triage)]
struct Row {
    report: String,
    wrapped_key: Option<Vec<u8>>,
    summary: Option<Vec<u8>>,
    level: String,
    hazard: bool,
}

impl From<Row> for Triage {
    fn from(row: Row) -> Self {
        let summary = row
            .wrapped_key
            .zip(row.summary)
            .map(|(wrapped_key, ciphertext)| SealedText {
                wrapped_key,
                ciphertext,
            });
        Self {
            summary,
            level: row.level,
            hazard: row.hazard,
        }
    }
}

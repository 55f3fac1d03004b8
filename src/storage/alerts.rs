//! Alerts, from the first draft to the line that is left of a withdrawn one.

use std::collections::HashMap;

use diesel::prelude::*;

use super::schema::{alert_agreed, alert_reports, alerts, drafts, published};
use super::text::{redacted_alert, written};
use super::{ReadTx, StorageError, WriteTx};
use crate::anonymise::RedactedText;
use crate::digests::AlertLine;
use crate::report::{AccountId, Alert, AlertId, AlertStatus, Period, ReportId, Span};

/// An alert as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: AlertId,
    /// Its number, once published.
    pub number: Option<u32>,
    /// Where it stands.
    pub status: AlertStatus,
    /// The month of its publication; of its first draft before that.
    pub month: Period,
    /// An invented sample.
    pub sample: bool,
    /// What it says; empty once withdrawn, and while a draft is sealed.
    pub alert: Alert<RedactedText>,
    /// What a draft says, sealed: it may tell of a report that is not public. Storage cannot open it.
    pub sealed: Option<Vec<u8>>,
}

type Row = (String, Option<i64>, String, String, bool, String);

fn kept(
    (id, number, status, month, sample, body): Row,
    sealed: Option<Vec<u8>>,
) -> Result<Kept, StorageError> {
    let corrupt = StorageError::corrupt;
    Ok(Kept {
        id: id.parse().map_err(|_| corrupt("alerts.id"))?,
        number: number
            .map(|number| u32::try_from(number).map_err(|_| corrupt("alerts.number")))
            .transpose()?,
        status: AlertStatus::parse(&status).ok_or_else(|| corrupt("alerts.status"))?,
        month: month.parse().map_err(|_| corrupt("alerts.month"))?,
        sample,
        alert: redacted_alert(body.as_bytes())?,
        sealed,
    })
}

/// Keeps the first draft of an alert, with the reports behind it.
pub fn add(tx: &mut WriteTx<'_>, draft: &Kept, reports: &[ReportId]) -> Result<(), StorageError> {
    diesel::insert_into(alerts::table)
        .values((
            alerts::id.eq(draft.id.to_string()),
            alerts::status.eq(AlertStatus::Draft.as_str()),
            alerts::month.eq(draft.month.to_string()),
            alerts::sample.eq(draft.sample),
            alerts::body.eq(written(&draft.alert)?),
        ))
        .execute(tx.conn())?;
    if let Some(sealed) = &draft.sealed {
        put_draft(tx, draft.id, sealed)?;
    }
    set_reports(tx, draft.id, reports)
}

/// Puts another text, sealed, in the place of a draft's. Who agreed did so to another text.
/// [`StorageError::Conflict`] if it is no draft any more.
pub fn rewrite(
    tx: &mut WriteTx<'_>,
    id: AlertId,
    sealed: &[u8],
    reports: &[ReportId],
) -> Result<(), StorageError> {
    let draft = alerts::table
        .find(id.to_string())
        .filter(alerts::status.eq(AlertStatus::Draft.as_str()));
    let rows = diesel::update(draft)
        .set(alerts::body.eq(written(&Alert::<RedactedText>::default())?))
        .execute(tx.conn())?;
    if rows != 1 {
        return Err(StorageError::Conflict(
            "this alert is no draft any more; load it again",
        ));
    }
    disagree(tx, id)?;
    put_draft(tx, id, sealed)?;
    set_reports(tx, id, reports)
}

fn put_draft(tx: &mut WriteTx<'_>, id: AlertId, sealed: &[u8]) -> Result<(), StorageError> {
    diesel::delete(drafts::table.find(id.to_string())).execute(tx.conn())?;
    diesel::insert_into(drafts::table)
        .values((drafts::alert.eq(id.to_string()), drafts::sealed.eq(sealed)))
        .execute(tx.conn())?;
    Ok(())
}

fn set_reports(
    tx: &mut WriteTx<'_>,
    id: AlertId,
    reports: &[ReportId],
) -> Result<(), StorageError> {
    diesel::delete(alert_reports::table.filter(alert_reports::alert.eq(id.to_string())))
        .execute(tx.conn())?;
    let mut reports: Vec<String> = reports.iter().map(ReportId::to_string).collect();
    reports.sort();
    reports.dedup();
    for report in reports {
        diesel::insert_into(alert_reports::table)
            .values((
                alert_reports::alert.eq(id.to_string()),
                alert_reports::report.eq(report),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// The alert with this id.
pub fn get(tx: &mut ReadTx<'_>, id: AlertId) -> Result<Option<Kept>, StorageError> {
    let row: Option<Row> = alerts::table
        .find(id.to_string())
        .first(tx.conn())
        .optional()?;
    let sealed = drafts::table
        .find(id.to_string())
        .select(drafts::sealed)
        .first(tx.conn())
        .optional()?;
    row.map(|row| kept(row, sealed)).transpose()
}

/// Alerts published in a time, for its digest; the latest number first.
pub fn published_in(
    tx: &mut ReadTx<'_>,
    span: Span,
) -> Result<Vec<AlertLine<RedactedText>>, StorageError> {
    let published = list(tx, &[AlertStatus::Published])?.into_iter();
    let within = published.filter(|kept| span.contains(kept.month));
    let line = |kept: Kept| {
        Some(AlertLine {
            id: kept.id,
            number: kept.number?,
            title: kept.alert.title,
        })
    };
    Ok(within.filter_map(line).collect())
}

/// Every alert that stands at one of `statuses`, the latest number first.
pub fn list(tx: &mut ReadTx<'_>, statuses: &[AlertStatus]) -> Result<Vec<Kept>, StorageError> {
    let statuses: Vec<&str> = statuses.iter().map(|status| status.as_str()).collect();
    let rows: Vec<Row> = alerts::table
        .filter(alerts::status.eq_any(statuses))
        .order((alerts::number.desc(), alerts::id))
        .load(tx.conn())?;
    let sealed: Vec<(String, Vec<u8>)> = drafts::table.load(tx.conn())?;
    let mut sealed: HashMap<String, Vec<u8>> = sealed.into_iter().collect();
    rows.into_iter()
        .map(|row| {
            let draft = sealed.remove(&row.0);
            kept(row, draft)
        })
        .collect()
}

/// The reports behind an alert, by id; only those that are public if `public`.
pub fn reports(
    tx: &mut ReadTx<'_>,
    id: AlertId,
    public: bool,
) -> Result<Vec<ReportId>, StorageError> {
    let ids: Vec<String> = alert_reports::table
        .filter(alert_reports::alert.eq(id.to_string()))
        .order(alert_reports::report)
        .select(alert_reports::report)
        .load(tx.conn())?;
    let shown: Vec<String> = if public {
        published::table
            .filter(published::id.eq_any(ids))
            .order(published::id)
            .select(published::id)
            .load(tx.conn())?
    } else {
        ids
    };
    shown
        .iter()
        .map(|id| {
            id.parse()
                .map_err(|_| StorageError::corrupt("alert_reports.report"))
        })
        .collect()
}

/// The alerts that a report is behind, by id.
pub fn behind(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Vec<AlertId>, StorageError> {
    let ids: Vec<String> = alert_reports::table
        .filter(alert_reports::report.eq(report.to_string()))
        .order(alert_reports::alert)
        .select(alert_reports::alert)
        .load(tx.conn())?;
    let id = |id: &String| id.parse();
    let ids: Result<_, _> = ids.iter().map(id).collect();
    ids.map_err(|_| StorageError::corrupt("alert_reports.alert"))
}

/// Nobody agrees to an alert any more.
pub fn disagree(tx: &mut WriteTx<'_>, id: AlertId) -> Result<(), StorageError> {
    diesel::delete(alert_agreed::table.filter(alert_agreed::alert.eq(id.to_string())))
        .execute(tx.conn())?;
    Ok(())
}

/// Somebody who may not agree any more agrees to no draft.
pub fn silence(tx: &mut WriteTx<'_>, account: AccountId) -> Result<(), StorageError> {
    let drafts = alerts::table
        .filter(alerts::status.eq(AlertStatus::Draft.as_str()))
        .select(alerts::id);
    let drafts: Vec<String> = drafts.load(tx.conn())?;
    let theirs = alert_agreed::table
        .filter(alert_agreed::account.eq(account.to_string()))
        .filter(alert_agreed::alert.eq_any(drafts));
    diesel::delete(theirs).execute(tx.conn())?;
    Ok(())
}

/// Notes that somebody agrees to an alert as it stands; twice counts once.
pub fn agree(tx: &mut WriteTx<'_>, id: AlertId, account: AccountId) -> Result<(), StorageError> {
    if agreed(tx, id)?.contains(&account) {
        return Ok(());
    }
    diesel::insert_into(alert_agreed::table)
        .values((
            alert_agreed::alert.eq(id.to_string()),
            alert_agreed::account.eq(account.to_string()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Who agrees to an alert as it stands.
pub fn agreed(tx: &mut ReadTx<'_>, id: AlertId) -> Result<Vec<AccountId>, StorageError> {
    let ids: Vec<String> = alert_agreed::table
        .filter(alert_agreed::alert.eq(id.to_string()))
        .order(alert_agreed::account)
        .select(alert_agreed::account)
        .load(tx.conn())?;
    ids.iter()
        .map(|id| {
            id.parse()
                .map_err(|_| StorageError::corrupt("alert_agreed.account"))
        })
        .collect()
}

/// Publishes a draft, opened, under the next number. [`StorageError::Conflict`] if it is none.
pub fn publish(
    tx: &mut WriteTx<'_>,
    id: AlertId,
    month: Period,
    alert: &Alert<RedactedText>,
) -> Result<u32, StorageError> {
    let last: Option<i64> = alerts::table
        .select(diesel::dsl::max(alerts::number))
        .first(tx.conn())?;
    let number = last.unwrap_or(0) + 1;
    let draft = alerts::table
        .find(id.to_string())
        .filter(alerts::status.eq(AlertStatus::Draft.as_str()));
    let rows = diesel::update(draft)
        .set((
            alerts::status.eq(AlertStatus::Published.as_str()),
            alerts::number.eq(Some(number)),
            alerts::month.eq(month.to_string()),
            alerts::body.eq(written(alert)?),
        ))
        .execute(tx.conn())?;
    diesel::delete(drafts::table.find(id.to_string())).execute(tx.conn())?;
    if rows != 1 {
        return Err(StorageError::Conflict("this alert is no draft any more"));
    }
    u32::try_from(number).map_err(|_| StorageError::corrupt("alerts.number"))
}

/// Takes a published alert back: its text goes, number and month stay.
/// [`StorageError::Conflict`] if it is not public.
pub fn withdraw(tx: &mut WriteTx<'_>, id: AlertId) -> Result<(), StorageError> {
    let public = alerts::table
        .find(id.to_string())
        .filter(alerts::status.eq(AlertStatus::Published.as_str()));
    let rows = diesel::update(public)
        .set((
            alerts::status.eq(AlertStatus::Withdrawn.as_str()),
            alerts::body.eq(written(&Alert::<RedactedText>::default())?),
        ))
        .execute(tx.conn())?;
    if rows != 1 {
        return Err(StorageError::Conflict("this alert is not public"));
    }
    set_reports(tx, id, &[])
}

/// Throws a draft away. [`StorageError::Conflict`] if it is none.
pub fn discard(tx: &mut WriteTx<'_>, id: AlertId) -> Result<(), StorageError> {
    let draft = alerts::table
        .find(id.to_string())
        .filter(alerts::status.eq(AlertStatus::Draft.as_str()));
    let rows = diesel::delete(draft).execute(tx.conn())?;
    if rows == 1 {
        Ok(())
    } else {
        Err(StorageError::Conflict("this alert is no draft any more"))
    }
}

/// A report that was taken back is behind no alert any more.
pub(super) fn forget(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    diesel::delete(alert_reports::table.filter(alert_reports::report.eq(report.to_string())))
        .execute(tx.conn())?;
    Ok(())
}

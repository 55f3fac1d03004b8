//! The codes each analyst gave a report, and whose were taken where they differ.
//!
//! Kept after publication, under the report's public id: nothing here leads to a receipt.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::schema::{codings, settled};
use super::{ReadTx, StorageError, WriteTx};
use crate::report::{AccountId, ReportId, Slug};
use crate::taxonomy::ListId;

/// One analyst's codes, by list. A list that is there with no codes was looked at.
pub type Coding = BTreeMap<ListId, BTreeSet<Slug>>;

/// The codings of several reports, each by analyst.
pub type Codings = BTreeMap<ReportId, BTreeMap<AccountId, Coding>>;

/// Stands for "looked at, and no code of this list".
const NONE: &str = "";

/// Puts one analyst's coding in the place of what they gave before.
pub fn put(
    tx: &mut WriteTx<'_>,
    report: ReportId,
    account: AccountId,
    coding: &Coding,
) -> Result<(), StorageError> {
    let (report, account) = (report.to_string(), account.to_string());
    diesel::delete(
        codings::table
            .filter(codings::report.eq(&report))
            .filter(codings::account.eq(&account)),
    )
    .execute(tx.conn())?;
    for (list, codes) in coding {
        let none = codes.is_empty().then_some(NONE);
        for code in codes.iter().map(Slug::as_str).chain(none) {
            diesel::insert_into(codings::table)
                .values((
                    codings::report.eq(&report),
                    codings::account.eq(&account),
                    codings::list.eq(list.as_str()),
                    codings::code.eq(code),
                ))
                .execute(tx.conn())?;
        }
    }
    Ok(())
}

type Row = (String, String, String, String);

/// The codings of a report, by analyst.
pub fn of(
    tx: &mut ReadTx<'_>,
    report: ReportId,
) -> Result<BTreeMap<AccountId, Coding>, StorageError> {
    let rows: Vec<Row> = codings::table
        .filter(codings::report.eq(report.to_string()))
        .load(tx.conn())?;
    Ok(read(rows)?.remove(&report).unwrap_or_default())
}

/// Every coding of every report.
pub fn all(tx: &mut ReadTx<'_>) -> Result<Codings, StorageError> {
    read(codings::table.load(tx.conn())?)
}

fn read(rows: Vec<Row>) -> Result<Codings, StorageError> {
    let corrupt = StorageError::corrupt;
    let mut all = Codings::new();
    for (report, account, list, code) in rows {
        let report = report.parse().map_err(|_| corrupt("codings.report"))?;
        let account = account.parse().map_err(|_| corrupt("codings.account"))?;
        let list = ListId::parse(&list).ok_or_else(|| corrupt("codings.list"))?;
        let by = all.entry(report).or_default().entry(account).or_default();
        let codes = by.entry(list).or_default();
        if code != NONE {
            codes.insert(code.parse().map_err(|_| corrupt("codings.code"))?);
        }
    }
    Ok(all)
}

/// Takes this analyst's codes of a list for the public report.
pub fn settle(
    tx: &mut WriteTx<'_>,
    report: ReportId,
    list: ListId,
    account: AccountId,
) -> Result<(), StorageError> {
    unsettle(tx, report, list)?;
    diesel::insert_into(settled::table)
        .values((
            settled::report.eq(report.to_string()),
            settled::list.eq(list.as_str()),
            settled::account.eq(account.to_string()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Takes back whose codes of a list were taken.
pub fn unsettle(tx: &mut WriteTx<'_>, report: ReportId, list: ListId) -> Result<(), StorageError> {
    diesel::delete(settled::table.find((report.to_string(), list.as_str()))).execute(tx.conn())?;
    Ok(())
}

/// Whose codes were taken, by list.
pub fn settled_of(
    tx: &mut ReadTx<'_>,
    report: ReportId,
) -> Result<BTreeMap<ListId, AccountId>, StorageError> {
    let rows: Vec<(String, String)> = settled::table
        .filter(settled::report.eq(report.to_string()))
        .select((settled::list, settled::account))
        .load(tx.conn())?;
    let corrupt = StorageError::corrupt;
    rows.into_iter()
        .map(|(list, account)| {
            Ok((
                ListId::parse(&list).ok_or_else(|| corrupt("settled.list"))?,
                account.parse().map_err(|_| corrupt("settled.account"))?,
            ))
        })
        .collect()
}

/// Forgets every coding of a report.
pub(super) fn forget(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    let report = report.to_string();
    diesel::delete(codings::table.filter(codings::report.eq(&report))).execute(tx.conn())?;
    diesel::delete(settled::table.filter(settled::report.eq(&report))).execute(tx.conn())?;
    Ok(())
}

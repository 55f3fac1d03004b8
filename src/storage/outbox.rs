//! What the index has to hear of, in order. Written with the change itself, in one transaction.

use diesel::prelude::*;

use super::schema::outbox;
use super::{ReadTx, StorageError, WriteTx};
use crate::report::ReportId;

/// What became of a public report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// It is new or changed.
    Upsert,
    /// It is no longer public.
    Remove,
}

impl Op {
    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Upsert => "upsert",
            Self::Remove => "remove",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        [Self::Upsert, Self::Remove]
            .into_iter()
            .find(|op| op.as_str() == id)
    }
}

/// One change. Applying it twice does no harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number: later changes have higher ones, with gaps.
    pub seq: i64,
    /// The report.
    pub report: ReportId,
    /// What became of it.
    pub op: Op,
}

/// Up to `limit` changes after number `seq`, in order. Start with 0.
pub fn after(tx: &mut ReadTx<'_>, seq: i64, limit: u32) -> Result<Vec<Entry>, StorageError> {
    let rows: Vec<(i64, String, String)> = outbox::table
        .filter(outbox::seq.gt(seq))
        .order(outbox::seq)
        .limit(limit.into())
        .load(tx.conn())?;
    rows.into_iter()
        .map(|(seq, report, op)| {
            Ok(Entry {
                seq,
                report: report
                    .parse()
                    .map_err(|_| StorageError::corrupt("outbox.report"))?,
                op: Op::parse(&op).ok_or_else(|| StorageError::corrupt("outbox.op"))?,
            })
        })
        .collect()
}

/// Whether any report was taken back after number `seq`.
pub fn removes_after(tx: &mut ReadTx<'_>, seq: i64) -> Result<bool, StorageError> {
    let count: i64 = outbox::table
        .filter(outbox::seq.gt(seq))
        .filter(outbox::op.eq(Op::Remove.as_str()))
        .count()
        .get_result(tx.conn())?;
    Ok(count > 0)
}

/// The number of the latest change, 0 if there is none.
pub fn head(tx: &mut ReadTx<'_>) -> Result<i64, StorageError> {
    let head: Option<i64> = outbox::table
        .select(diesel::dsl::max(outbox::seq))
        .first(tx.conn())?;
    Ok(head.unwrap_or(0))
}

pub(super) fn push(tx: &mut WriteTx<'_>, report: ReportId, op: Op) -> Result<(), StorageError> {
    diesel::insert_into(outbox::table)
        .values((
            outbox::report.eq(report.to_string()),
            outbox::op.eq(op.as_str()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

//! What analysts decided about a pending report.

use diesel::prelude::*;

use super::schema::reviews;
use super::{ReadTx, StorageError, WriteTx};
use crate::report::{AccountId, IsoWeek, ReportId};

/// What an analyst thinks of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opinion {
    /// It may be published.
    Approve,
}

impl Opinion {
    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approve => "approve",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        (id == Self::Approve.as_str()).then_some(Self::Approve)
    }
}

/// One analyst's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// Who.
    pub account: AccountId,
    /// What.
    pub opinion: Opinion,
    /// When.
    pub week: IsoWeek,
}

/// Notes a decision. [`StorageError::Conflict`] if this analyst has decided already.
pub fn add(tx: &mut WriteTx<'_>, report: ReportId, review: &Review) -> Result<(), StorageError> {
    diesel::insert_into(reviews::table)
        .values((
            reviews::report.eq(report.to_string()),
            reviews::account.eq(review.account.to_string()),
            reviews::verdict.eq(review.opinion.as_str()),
            reviews::week.eq(review.week.to_string()),
        ))
        .execute(tx.conn())
        .map_err(|error| StorageError::unique(error, "you have reviewed this report already"))?;
    Ok(())
}

/// All decisions about a report, in no order of time.
pub fn of(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Vec<Review>, StorageError> {
    let rows: Vec<(String, String, String)> = reviews::table
        .filter(reviews::report.eq(report.to_string()))
        .order(reviews::account)
        .select((reviews::account, reviews::verdict, reviews::week))
        .load(tx.conn())?;
    rows.into_iter()
        .map(|(account, verdict, week)| {
            Ok(Review {
                account: account
                    .parse()
                    .map_err(|_| StorageError::corrupt("reviews.account"))?,
                opinion: Opinion::parse(&verdict)
                    .ok_or_else(|| StorageError::corrupt("reviews.verdict"))?,
                week: week
                    .parse()
                    .map_err(|_| StorageError::corrupt("reviews.week"))?,
            })
        })
        .collect()
}

/// Forgets all decisions about a report: they were about a text that has been replaced.
pub fn clear(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    diesel::delete(reviews::table.filter(reviews::report.eq(report.to_string())))
        .execute(tx.conn())?;
    Ok(())
}

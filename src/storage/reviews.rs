//! What analysts agree to in a pending report: that nobody can be recognised in its text, and
//! that their codes are final.

use diesel::prelude::*;

use super::schema::reviews;
use super::{ReadTx, StorageError, WriteTx};
use crate::report::{AccountId, IsoWeek, ReportId};

/// What an analyst agrees to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// The text, as it stands, points at nobody.
    pub text: bool,
    /// Their codes are final.
    pub codes: bool,
}

impl Agreed {
    /// To both.
    pub const ALL: Self = Self {
        text: true,
        codes: true,
    };

    fn as_str(self) -> Option<&'static str> {
        match (self.text, self.codes) {
            (true, true) => Some("approve"),
            (true, false) => Some("text"),
            (false, true) => Some("codes"),
            (false, false) => None,
        }
    }

    fn parse(id: &str) -> Option<Self> {
        [(true, true), (true, false), (false, true)]
            .into_iter()
            .map(|(text, codes)| Self { text, codes })
            .find(|agreed| agreed.as_str() == Some(id))
    }
}

/// One analyst's say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// Who.
    pub account: AccountId,
    /// To what.
    pub agreed: Agreed,
    /// When they last said so.
    pub week: IsoWeek,
}

/// Puts what an analyst agrees to in the place of what they said before.
pub fn put(tx: &mut WriteTx<'_>, report: ReportId, review: &Review) -> Result<(), StorageError> {
    remove(tx, report, review.account)?;
    let Some(verdict) = review.agreed.as_str() else {
        return Ok(());
    };
    diesel::insert_into(reviews::table)
        .values((
            reviews::report.eq(report.to_string()),
            reviews::account.eq(review.account.to_string()),
            reviews::verdict.eq(verdict),
            reviews::week.eq(review.week.to_string()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// What each analyst agrees to, in no order of time.
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
                agreed: Agreed::parse(&verdict)
                    .ok_or_else(|| StorageError::corrupt("reviews.verdict"))?,
                week: week
                    .parse()
                    .map_err(|_| StorageError::corrupt("reviews.week"))?,
            })
        })
        .collect()
}

/// The reports of which an analyst has said something.
pub fn by(tx: &mut ReadTx<'_>, account: AccountId) -> Result<Vec<ReportId>, StorageError> {
    let ids: Vec<String> = reviews::table
        .filter(reviews::account.eq(account.to_string()))
        .order(reviews::report)
        .select(reviews::report)
        .load(tx.conn())?;
    let ids: Result<_, _> = ids.iter().map(|id| id.parse()).collect();
    ids.map_err(|_| StorageError::corrupt("reviews.report"))
}

/// Forgets what an analyst said of a report.
pub fn remove(
    tx: &mut WriteTx<'_>,
    report: ReportId,
    account: AccountId,
) -> Result<(), StorageError> {
    diesel::delete(reviews::table.find((report.to_string(), account.to_string())))
        .execute(tx.conn())?;
    Ok(())
}

/// Nobody agrees to the text any more: it is another now. Codes stay as they were given.
pub fn clear_text(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    for review in of(tx, report)? {
        let agreed = Agreed {
            text: false,
            ..review.agreed
        };
        put(tx, report, &Review { agreed, ..review })?;
    }
    Ok(())
}

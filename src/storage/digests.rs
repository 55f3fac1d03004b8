//! Periodicals as they were issued.

use diesel::prelude::*;

use super::schema::{digest_files, digests};
use super::{ReadTx, StorageError, WriteTx};
use crate::report::{IsoWeek, Period};

/// A digest as it was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What it is about.
    pub period: Period,
    /// 1 for the first issue about that period.
    pub revision: u32,
    /// The digest as JSON.
    pub body: String,
    /// When it was issued.
    pub week: IsoWeek,
}

/// Body of an issue that may not be read any more, because of what it names; only its number is
/// left, for the issue that takes its place.
const WITHHELD: &str = "";

/// How the body of an issue says that an editor had a hand in it.
const BY_EDITOR: &str = "\"hand\":\"editor\"";

type Row = (String, i64, String, String);

fn issue((period, revision, body, week): Row) -> Result<Issue, StorageError> {
    Ok(Issue {
        period: period
            .parse()
            .map_err(|_| StorageError::corrupt("digests.period"))?,
        revision: u32::try_from(revision).map_err(|_| StorageError::corrupt("digests.revision"))?,
        body,
        week: week
            .parse()
            .map_err(|_| StorageError::corrupt("digests.week"))?,
    })
}

/// Issues a digest, and answers its revision. Earlier revisions give up their bodies, and the files
/// made of them: they may retell what has been withdrawn since.
pub fn put(
    tx: &mut WriteTx<'_>,
    period: Period,
    body: &str,
    week: IsoWeek,
) -> Result<u32, StorageError> {
    let revision = revision(tx, period)?.map_or(1, |last| last.saturating_add(1));
    diesel::delete(digests::table.filter(digests::period.eq(period.to_string())))
        .execute(tx.conn())?;
    diesel::delete(digest_files::table.filter(digest_files::period.eq(period.to_string())))
        .execute(tx.conn())?;
    diesel::insert_into(digests::table)
        .values((
            digests::period.eq(period.to_string()),
            digests::revision.eq(i64::from(revision)),
            digests::body.eq(body),
            digests::week.eq(week.to_string()),
        ))
        .execute(tx.conn())?;
    Ok(revision)
}

/// The number of the latest issue about a period, one that is withheld among them.
pub fn revision(tx: &mut ReadTx<'_>, period: Period) -> Result<Option<u32>, StorageError> {
    let last: Option<i64> = digests::table
        .filter(digests::period.eq(period.to_string()))
        .select(diesel::dsl::max(digests::revision))
        .first(tx.conn())?;
    last.map(u32::try_from)
        .transpose()
        .map_err(|_| StorageError::corrupt("digests.revision"))
}

/// Takes the body of an issue away, and the files made of it, until it is issued anew.
pub fn withhold(tx: &mut WriteTx<'_>, period: Period) -> Result<(), StorageError> {
    diesel::update(digests::table.filter(digests::period.eq(period.to_string())))
        .set(digests::body.eq(WITHHELD))
        .execute(tx.conn())?;
    diesel::delete(digest_files::table.filter(digest_files::period.eq(period.to_string())))
        .execute(tx.conn())?;
    Ok(())
}

/// Periods whose issue is withheld.
pub fn withheld(tx: &mut ReadTx<'_>) -> Result<Vec<Period>, StorageError> {
    let periods: Vec<String> = digests::table
        .filter(digests::body.eq(WITHHELD))
        .order(digests::period)
        .select(digests::period)
        .load(tx.conn())?;
    let periods = periods.iter().map(|period| period.parse());
    periods
        .collect::<Result<_, _>>()
        .map_err(|_| StorageError::corrupt("digests.period"))
}

/// The latest issue about a period, unless it is withheld.
pub fn get(tx: &mut ReadTx<'_>, period: Period) -> Result<Option<Issue>, StorageError> {
    let row: Option<Row> = digests::table
        .filter(digests::period.eq(period.to_string()))
        .filter(digests::body.ne(WITHHELD))
        .order(digests::revision.desc())
        .first(tx.conn())
        .optional()?;
    row.map(issue).transpose()
}

/// Periods whose issue names a report or an alert.
pub fn mentioning(tx: &mut ReadTx<'_>, id: &impl ToString) -> Result<Vec<Period>, StorageError> {
    let id = id.to_string();
    let issues = list(tx)?.into_iter();
    Ok(issues
        .filter(|issue| issue.body.contains(&id))
        .map(|issue| issue.period)
        .collect())
}

/// Those of these periods whose issue holds an editor's words.
pub fn edited(tx: &mut ReadTx<'_>, periods: &[Period]) -> Result<Vec<Period>, StorageError> {
    let mut issues = list(tx)?;
    issues.retain(|issue| periods.contains(&issue.period) && issue.body.contains(BY_EDITOR));
    Ok(issues.into_iter().map(|issue| issue.period).collect())
}

/// The latest issue about each period, the latest period first; none that is withheld.
pub fn list(tx: &mut ReadTx<'_>) -> Result<Vec<Issue>, StorageError> {
    let rows: Vec<Row> = digests::table
        .filter(digests::body.ne(WITHHELD))
        .order((digests::period.desc(), digests::revision.desc()))
        .load(tx.conn())?;
    let mut issues = rows.into_iter().map(issue).collect::<Result<Vec<_>, _>>()?;
    issues.dedup_by_key(|issue| issue.period);
    Ok(issues)
}

/// Keeps the files made of an issue; answers false, and keeps nothing, where another one took its
/// place meanwhile.
pub fn put_files(
    tx: &mut WriteTx<'_>,
    made_of: &Issue,
    files: &[(&str, Vec<u8>)],
) -> Result<bool, StorageError> {
    let period = made_of.period;
    if get(tx, period)?.is_none_or(|now| now.revision != made_of.revision) {
        return Ok(false);
    }
    diesel::delete(digest_files::table.filter(digest_files::period.eq(period.to_string())))
        .execute(tx.conn())?;
    for (form, body) in files {
        diesel::insert_into(digest_files::table)
            .values((
                digest_files::period.eq(period.to_string()),
                digest_files::form.eq(form),
                digest_files::body.eq(body),
            ))
            .execute(tx.conn())?;
    }
    Ok(true)
}

/// One of the files made of the issue about a period.
pub fn file(
    tx: &mut ReadTx<'_>,
    period: Period,
    form: &str,
) -> Result<Option<Vec<u8>>, StorageError> {
    let row = digest_files::table.find((period.to_string(), form));
    Ok(row.select(digest_files::body).first(tx.conn()).optional()?)
}

//! What the public reads. The index only points here, so that nothing withdrawn can be shown.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;

use super::outbox::{self, Op};
use super::schema::{published, withdrawals};
use super::text::{public_report, redacted};
use super::{ReadTx, StorageError, WriteTx};
use crate::anonymise::RedactedText;
use crate::report::{IsoWeek, Period, PublicReport, RecordKind, ReportId, Severity};

/// Bodies that are not worth a thread of their own.
const LEAST_SHARE: usize = 64;

/// What a list shows of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: ReportId,
    /// The month in which it was published.
    pub published: Period,
    /// An invented sample.
    pub sample: bool,
    /// What kind of record it is.
    pub kind: RecordKind,
    /// When it happened.
    pub period: Option<Period>,
    /// How bad it was.
    pub severity: Option<Severity>,
    /// Its title.
    pub title: RedactedText,
}

/// Makes a report public, or puts an amended one in the place of the public one, and tells the
/// index. [`StorageError::Conflict`] if it was withdrawn.
pub fn publish(
    tx: &mut WriteTx<'_>,
    public: &PublicReport<RedactedText>,
) -> Result<(), StorageError> {
    if withdrawn(tx, public.id)? {
        return Err(StorageError::Conflict("the reporter has withdrawn this"));
    }
    let id = public.id.to_string();
    let body = serde_json::to_string(public).map_err(|_| StorageError::corrupt("the report"))?;
    let report = &public.report;
    // A text of PostgreSQL cannot hold it; the body, being JSON, escapes it.
    let title = report.title.as_str().replace('\0', "");
    diesel::delete(published::table.find(&id)).execute(tx.conn())?;
    diesel::insert_into(published::table)
        .values((
            published::id.eq(&id),
            published::month.eq(public.published.to_string()),
            published::revision.eq(i64::from(public.revision)),
            published::sample.eq(public.sample),
            published::kind.eq(report.kind.as_str()),
            published::period.eq(report.period.map(|period| period.to_string())),
            published::severity.eq(report.severity.map(|severity| i64::from(severity.get()))),
            published::title.eq(title),
            published::body.eq(body),
        ))
        .execute(tx.conn())?;
    outbox::push(tx, public.id, Op::Upsert)
}

/// Id and body of a row.
type Body = (String, String);
const BODY: (published::id, published::body) = (published::id, published::body);

/// The public report with this id.
pub fn get(
    tx: &mut ReadTx<'_>,
    id: ReportId,
) -> Result<Option<PublicReport<RedactedText>>, StorageError> {
    let row: Option<Body> = published::table
        .find(id.to_string())
        .select(BODY)
        .first(tx.conn())
        .optional()?;
    row.as_ref().map(public_report).transpose()
}

/// Those of `ids` that are public, in the same order.
pub fn many(
    tx: &mut ReadTx<'_>,
    ids: &[ReportId],
) -> Result<Vec<PublicReport<RedactedText>>, StorageError> {
    let keys: Vec<String> = ids.iter().map(ReportId::to_string).collect();
    let bodies: Vec<Body> = published::table
        .filter(published::id.eq_any(keys))
        .select(BODY)
        .load(tx.conn())?;
    let mut found = bodies
        .iter()
        .map(|row| public_report(row).map(|public| (public.id, public)))
        .collect::<Result<HashMap<_, _>, _>>()?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Those of `ids` that are public, in no order; without reading them.
pub fn which(tx: &mut ReadTx<'_>, ids: &[ReportId]) -> Result<BTreeSet<ReportId>, StorageError> {
    let mut found = BTreeSet::new();
    for part in ids.chunks(500) {
        let keys: Vec<String> = part.iter().map(ReportId::to_string).collect();
        let public: Vec<String> = published::table
            .filter(published::id.eq_any(keys))
            .select(published::id)
            .load(tx.conn())?;
        for id in public {
            let id = id.parse();
            found.insert(id.map_err(|_| StorageError::corrupt("published.id"))?);
        }
    }
    Ok(found)
}

/// The titles of those of `ids` that are public.
pub fn titles(
    tx: &mut ReadTx<'_>,
    ids: &[ReportId],
) -> Result<HashMap<ReportId, RedactedText>, StorageError> {
    let keys: Vec<String> = ids.iter().map(ReportId::to_string).collect();
    let rows: Vec<(String, String)> = published::table
        .filter(published::id.eq_any(keys))
        .select((published::id, published::title))
        .load(tx.conn())?;
    rows.into_iter()
        .map(|(id, title)| {
            let id = id.parse();
            let id = id.map_err(|_| StorageError::corrupt("published.id"))?;
            Ok((id, redacted(title)))
        })
        .collect()
}

/// Up to `limit` public reports after `after`, by id: for going through all of them, page by page.
pub fn all(
    tx: &mut ReadTx<'_>,
    after: Option<ReportId>,
    limit: u32,
) -> Result<Vec<PublicReport<RedactedText>>, StorageError> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let bodies: Vec<Body> = published::table
        .filter(published::id.gt(after))
        .order(published::id)
        .limit(limit.into())
        .select(BODY)
        .load(tx.conn())?;
    understood(&bodies)
}

/// Reads bodies on every processor there is: of a large registry that takes longer than to get them
/// from the disk.
fn understood(bodies: &[Body]) -> Result<Vec<PublicReport<RedactedText>>, StorageError> {
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    let share = bodies.len().div_ceil(hands).max(LEAST_SHARE);
    let read = |bodies: &[Body]| {
        let read = bodies.iter().map(public_report);
        read.collect::<Result<Vec<_>, _>>()
    };
    std::thread::scope(|scope| {
        let shares: Vec<_> = bodies
            .chunks(share)
            .map(|bodies| scope.spawn(move || read(bodies)))
            .collect();
        let mut all = Vec::with_capacity(bodies.len());
        for share in shares {
            let read = share.join();
            all.extend(read.map_err(|_| StorageError::corrupt("published.body"))??);
        }
        Ok(all)
    })
}

/// The first and the last month of a period, as the column holds them.
pub(super) fn months(period: Period) -> (String, String) {
    let (first, last) = period.months();
    let month = |month: u8| format!("{:04}-{month:02}", period.year());
    (month(first), month(last))
}

/// The `limit` most recently published, the newest month first and in no order within a month.
pub fn recent(tx: &mut ReadTx<'_>, limit: u32) -> Result<Vec<Card>, StorageError> {
    let rows: Vec<Row> = published::table
        .order((published::month.desc(), published::id))
        .limit(limit.into())
        .select(Row::as_select())
        .load(tx.conn())?;
    rows.into_iter().map(Card::try_from).collect()
}

/// The month in which a report became public, if it is.
pub fn month(tx: &mut ReadTx<'_>, id: ReportId) -> Result<Option<Period>, StorageError> {
    let month: Option<String> = published::table
        .find(id.to_string())
        .select(published::month)
        .first(tx.conn())
        .optional()?;
    let corrupt = |_| StorageError::corrupt("published.month");
    month
        .map(|month| month.parse().map_err(corrupt))
        .transpose()
}

/// Id and month of publication of `limit` public reports from number `start` on, by id.
pub fn months_of(
    tx: &mut ReadTx<'_>,
    start: u64,
    limit: u32,
) -> Result<Vec<(ReportId, Period)>, StorageError> {
    let rows: Vec<(String, String)> = published::table
        .order(published::id)
        .offset(i64::try_from(start).unwrap_or(i64::MAX))
        .limit(limit.into())
        .select((published::id, published::month))
        .load(tx.conn())?;
    let corrupt = StorageError::corrupt;
    rows.into_iter()
        .map(|(id, month)| {
            let id = id.parse().map_err(|_| corrupt("published.id"))?;
            let month = month.parse().map_err(|_| corrupt("published.month"))?;
            Ok((id, month))
        })
        .collect()
}

/// The first month in which a report that is public now was published.
pub fn first_month(tx: &mut ReadTx<'_>) -> Result<Option<Period>, StorageError> {
    let first: Option<String> = published::table
        .select(diesel::dsl::min(published::month))
        .first(tx.conn())?;
    first
        .map(|month| month.parse())
        .transpose()
        .map_err(|_| StorageError::corrupt("published.month"))
}

/// How many reports are public.
pub fn count(tx: &mut ReadTx<'_>) -> Result<u64, StorageError> {
    let count: i64 = published::table.count().get_result(tx.conn())?;
    Ok(count.unsigned_abs())
}

/// Takes a report back for good: its row goes, its id stays noted, the index is told. Answers
/// whether it was public.
pub fn withdraw(tx: &mut WriteTx<'_>, id: ReportId, week: IsoWeek) -> Result<bool, StorageError> {
    let deleted = diesel::delete(published::table.find(id.to_string())).execute(tx.conn())?;
    if deleted == 0 {
        return Ok(false);
    }
    diesel::insert_into(withdrawals::table)
        .values((
            withdrawals::id.eq(id.to_string()),
            withdrawals::week.eq(week.to_string()),
        ))
        .execute(tx.conn())?;
    outbox::push(tx, id, Op::Remove)?;
    Ok(true)
}

/// Whether a report was public and has been taken back.
pub fn withdrawn(tx: &mut ReadTx<'_>, id: ReportId) -> Result<bool, StorageError> {
    let count: i64 = withdrawals::table
        .find(id.to_string())
        .count()
        .get_result(tx.conn())?;
    Ok(count > 0)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = published)]
struct Row {
    id: String,
    month: String,
    sample: bool,
    kind: String,
    period: Option<String>,
    severity: Option<i64>,
    title: String,
}

impl TryFrom<Row> for Card {
    type Error = StorageError;

    fn try_from(row: Row) -> Result<Self, StorageError> {
        let corrupt = StorageError::corrupt;
        let severity = row
            .severity
            .map(|n| {
                u8::try_from(n)
                    .ok()
                    .and_then(|n| Severity::try_from(n).ok())
            })
            .map(|severity| severity.ok_or_else(|| corrupt("published.severity")))
            .transpose()?;
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt("published.id"))?,
            published: row.month.parse().map_err(|_| corrupt("published.month"))?,
            sample: row.sample,
            kind: RecordKind::parse(&row.kind).ok_or_else(|| corrupt("published.kind"))?,
            period: row
                .period
                .map(|period| period.parse().map_err(|_| corrupt("published.period")))
                .transpose()?,
            severity,
            title: redacted(row.title),
        })
    }
}

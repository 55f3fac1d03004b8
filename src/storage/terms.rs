//! Words that somebody missed in a list of the taxonomy: the inbox of its next version.

use diesel::prelude::*;

use super::schema::{desk_terms, terms};
use super::text::redacted;
use super::{ReadTx, StorageError, WriteTx};
use crate::anonymise::RedactedText;
use crate::report::{IsoWeek, ReportId, Sender, TermId};
use crate::taxonomy::ListId;

/// What became of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermStatus {
    /// Nobody has decided.
    Open,
    /// It goes into the next version, as it is or under another name.
    Taken,
    /// A term of the list says it already, or it is too rare.
    Declined,
}

impl TermStatus {
    /// All, in the order the desk shows them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Taken, Self::Declined];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Taken => "taken",
            Self::Declined => "declined",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == id)
    }
}

/// A word somebody missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: TermId,
    /// The list that has no term for it.
    pub list: ListId,
    /// The word.
    pub word: RedactedText,
    /// The report that needs it, unless that was taken back.
    pub report: Option<ReportId>,
    /// What became of it.
    pub status: TermStatus,
    /// When it was proposed.
    pub week: IsoWeek,
    /// Who missed it.
    pub side: Sender,
}

/// Words that each side may have missed for one report: more than anybody does.
const MOST: usize = 40;

/// Puts a word into the inbox.
pub fn add(tx: &mut WriteTx<'_>, proposal: &Proposal) -> Result<(), StorageError> {
    diesel::insert_into(terms::table)
        .values((
            terms::id.eq(proposal.id.to_string()),
            terms::list.eq(proposal.list.as_str()),
            // A text of PostgreSQL cannot hold it.
            terms::word.eq(proposal.word.as_str().replace('\0', "")),
            terms::report.eq(proposal.report.map(|report| report.to_string())),
            terms::status.eq(proposal.status.as_str()),
            terms::week.eq(proposal.week.to_string()),
        ))
        .execute(tx.conn())?;
    if proposal.side == Sender::Desk {
        diesel::insert_into(desk_terms::table)
            .values(desk_terms::term.eq(proposal.id.to_string()))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Puts words that were missed for a report into the inbox. A word that is there already is said
/// once, and what is more than anybody misses is left out.
pub fn miss(
    tx: &mut WriteTx<'_>,
    report: ReportId,
    words: Vec<(ListId, RedactedText)>,
    (side, week): (Sender, IsoWeek),
) -> Result<(), StorageError> {
    let mut known = of(tx, report)?;
    for (list, word) in words {
        let again = |term: &Proposal| term.list == list && term.word == word;
        let full = known.iter().filter(|term| term.side == side).count() >= MOST;
        if full || word.is_blank() || known.iter().any(again) {
            continue;
        }
        let proposal = Proposal {
            id: TermId::random(),
            list,
            word,
            report: Some(report),
            status: TermStatus::Open,
            week,
            side,
        };
        add(tx, &proposal)?;
        known.push(proposal);
    }
    Ok(())
}

/// Puts the words that a reporter misses now in the place of those they missed before, as far as
/// nobody has decided about them.
pub fn miss_instead(
    tx: &mut WriteTx<'_>,
    report: ReportId,
    words: Vec<(ListId, RedactedText)>,
    week: IsoWeek,
) -> Result<(), StorageError> {
    let before = terms::table
        .filter(terms::report.eq(report.to_string()))
        .filter(terms::id.ne_all(desk_terms::table.select(desk_terms::term)))
        .filter(terms::status.eq(TermStatus::Open.as_str()));
    diesel::delete(before).execute(tx.conn())?;
    miss(tx, report, words, (Sender::Reporter, week))
}

/// Puts another text in the place of a word: more was taken out of it.
pub fn reword(tx: &mut WriteTx<'_>, id: TermId, word: &RedactedText) -> Result<(), StorageError> {
    diesel::update(terms::table.find(id.to_string()))
        .set(terms::word.eq(word.as_str()))
        .execute(tx.conn())?;
    Ok(())
}

/// A word, and its id once more where an analyst missed it.
type Row = (
    (String, String, String, Option<String>, String, String),
    Option<String>,
);

fn proposal(((id, list, word, report, status, week), desk): Row) -> Result<Proposal, StorageError> {
    let corrupt = StorageError::corrupt;
    Ok(Proposal {
        id: id.parse().map_err(|_| corrupt("terms.id"))?,
        list: ListId::parse(&list).ok_or_else(|| corrupt("terms.list"))?,
        word: redacted(word),
        report: report
            .map(|id| id.parse().map_err(|_| corrupt("terms.report")))
            .transpose()?,
        status: TermStatus::parse(&status).ok_or_else(|| corrupt("terms.status"))?,
        week: week.parse().map_err(|_| corrupt("terms.week"))?,
        side: match desk {
            Some(_) => Sender::Desk,
            None => Sender::Reporter,
        },
    })
}

/// Every word that stands so, by list, the oldest first.
pub fn list(tx: &mut ReadTx<'_>, status: TermStatus) -> Result<Vec<Proposal>, StorageError> {
    let rows: Vec<Row> = terms::table
        .left_join(desk_terms::table.on(desk_terms::term.eq(terms::id)))
        .select((terms::all_columns, desk_terms::term.nullable()))
        .filter(terms::status.eq(status.as_str()))
        .order((terms::list, terms::week, terms::id))
        .load(tx.conn())?;
    rows.into_iter().map(proposal).collect()
}

/// The words a report was found to need.
pub fn of(tx: &mut ReadTx<'_>, report: ReportId) -> Result<Vec<Proposal>, StorageError> {
    let rows: Vec<Row> = terms::table
        .left_join(desk_terms::table.on(desk_terms::term.eq(terms::id)))
        .select((terms::all_columns, desk_terms::term.nullable()))
        .filter(terms::report.eq(report.to_string()))
        .order((terms::list, terms::id))
        .load(tx.conn())?;
    rows.into_iter().map(proposal).collect()
}

/// Decides about a word; `false` if there is none with this id.
pub fn decide(tx: &mut WriteTx<'_>, id: TermId, status: TermStatus) -> Result<bool, StorageError> {
    let rows = diesel::update(terms::table.find(id.to_string()))
        .set(terms::status.eq(status.as_str()))
        .execute(tx.conn())?;
    Ok(rows == 1)
}

/// Words that nobody has decided about go with the report they came from. Of the others that is
/// forgotten.
pub(super) fn forget(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    let open = terms::table
        .filter(terms::report.eq(report.to_string()))
        .filter(terms::status.eq(TermStatus::Open.as_str()));
    diesel::delete(open).execute(tx.conn())?;
    diesel::update(terms::table.filter(terms::report.eq(report.to_string())))
        .set(terms::report.eq(None::<&str>))
        .execute(tx.conn())?;
    Ok(())
}

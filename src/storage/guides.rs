//! Best-practice guides in their latest version, the files made of them, and what editors want.

use diesel::prelude::*;

use super::schema::{guide_drafts, guide_files, guides};
use super::text::{redacted_guide, redacted_guide_edits, written};
use super::{ReadTx, StorageError, WriteTx};
use crate::anonymise::RedactedText;
use crate::digests::{Guide, GuideEdits, Subject};
use crate::report::{Period, Slug};

/// Body of a guide that may not be read any more, because of what it names; only its number is
/// left, for the version that takes its place.
const WITHHELD: &str = "";

/// A guide in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideCard {
    /// What it is about.
    pub subject: Subject,
    /// 1 for the first.
    pub version: u32,
    /// The month it was compiled in.
    pub month: Period,
    /// Reports it is drawn from.
    pub reports: u32,
}

/// Issues a version of a guide in place of the one before, whose files go with it.
pub fn put(tx: &mut WriteTx<'_>, guide: &Guide<RedactedText>) -> Result<(), StorageError> {
    let subject = guide.subject.slug();
    remove(tx, subject)?;
    diesel::insert_into(guides::table)
        .values((
            guides::subject.eq(subject.as_str()),
            guides::version.eq(i64::from(guide.version)),
            guides::month.eq(guide.month.to_string()),
            guides::reports.eq(i64::from(guide.reports)),
            guides::body.eq(written(guide)?),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Takes a guide and its files away.
pub fn remove(tx: &mut WriteTx<'_>, subject: &Slug) -> Result<(), StorageError> {
    diesel::delete(guides::table.find(subject.as_str())).execute(tx.conn())?;
    let files = guide_files::table.filter(guide_files::subject.eq(subject.as_str()));
    diesel::delete(files).execute(tx.conn())?;
    Ok(())
}

/// Takes the body of a guide away, and the files made of it, until it is made anew.
pub fn withhold(tx: &mut WriteTx<'_>, subject: &Slug) -> Result<(), StorageError> {
    diesel::update(guides::table.find(subject.as_str()))
        .set(guides::body.eq(WITHHELD))
        .execute(tx.conn())?;
    let files = guide_files::table.filter(guide_files::subject.eq(subject.as_str()));
    diesel::delete(files).execute(tx.conn())?;
    Ok(())
}

/// Guides that are withheld, by subject.
pub fn withheld(tx: &mut ReadTx<'_>) -> Result<Vec<GuideCard>, StorageError> {
    let rows: Vec<Row> = guides::table
        .filter(guides::body.eq(WITHHELD))
        .order(guides::subject)
        .select(CARD)
        .load(tx.conn())?;
    let cards = rows.into_iter().filter_map(|row| card_of(row).transpose());
    cards.collect()
}

/// The latest version of the guide about a subject, unless it is withheld.
pub fn get(
    tx: &mut ReadTx<'_>,
    subject: &Slug,
) -> Result<Option<Guide<RedactedText>>, StorageError> {
    let body: Option<String> = guides::table
        .find(subject.as_str())
        .filter(guides::body.ne(WITHHELD))
        .select(guides::body)
        .first(tx.conn())
        .optional()?;
    body.map(|body| redacted_guide(&body)).transpose()
}

type Row = (String, i64, String, i64);

/// A subject that left the taxonomy has no page any more.
fn card_of((subject, version, month, reports): Row) -> Result<Option<GuideCard>, StorageError> {
    let corrupt = StorageError::corrupt;
    let Some(subject) = Subject::named(&subject) else {
        return Ok(None);
    };
    Ok(Some(GuideCard {
        subject,
        version: u32::try_from(version).map_err(|_| corrupt("guides.version"))?,
        month: month.parse().map_err(|_| corrupt("guides.month"))?,
        reports: u32::try_from(reports).map_err(|_| corrupt("guides.reports"))?,
    }))
}

const CARD: (
    guides::subject,
    guides::version,
    guides::month,
    guides::reports,
) = (
    guides::subject,
    guides::version,
    guides::month,
    guides::reports,
);

/// Every guide that is not withheld, by subject, without reading it.
pub fn list(tx: &mut ReadTx<'_>) -> Result<Vec<GuideCard>, StorageError> {
    let rows: Vec<Row> = guides::table
        .filter(guides::body.ne(WITHHELD))
        .order(guides::subject)
        .select(CARD)
        .load(tx.conn())?;
    let cards = rows.into_iter().filter_map(|row| card_of(row).transpose());
    cards.collect()
}

/// The guide about a subject, unless it is withheld, without reading it.
pub fn card(tx: &mut ReadTx<'_>, subject: &Slug) -> Result<Option<GuideCard>, StorageError> {
    let row: Option<Row> = guides::table
        .find(subject.as_str())
        .filter(guides::body.ne(WITHHELD))
        .select(CARD)
        .first(tx.conn())
        .optional()?;
    Ok(row.map(card_of).transpose()?.flatten())
}

/// Subjects of guides that name a report.
pub fn mentioning(tx: &mut ReadTx<'_>, id: &impl ToString) -> Result<Vec<Slug>, StorageError> {
    let subjects: Vec<String> = guides::table
        .filter(guides::body.like(format!("%{}%", id.to_string())))
        .order(guides::subject)
        .select(guides::subject)
        .load(tx.conn())?;
    let subjects = subjects.iter().map(|subject| subject.parse());
    subjects
        .collect::<Result<_, _>>()
        .map_err(|_| StorageError::corrupt("guides.subject"))
}

/// Keeps the files made of a version; answers false, and keeps nothing, where another one took its
/// place meanwhile.
pub fn put_files(
    tx: &mut WriteTx<'_>,
    made_of: &Guide<RedactedText>,
    files: &[(&str, Vec<u8>)],
) -> Result<bool, StorageError> {
    let subject = made_of.subject.slug();
    if get(tx, subject)?.as_ref() != Some(made_of) {
        return Ok(false);
    }
    for (form, body) in files {
        diesel::delete(guide_files::table.find((subject.as_str(), form))).execute(tx.conn())?;
        diesel::insert_into(guide_files::table)
            .values((
                guide_files::subject.eq(subject.as_str()),
                guide_files::form.eq(form),
                guide_files::body.eq(body),
            ))
            .execute(tx.conn())?;
    }
    Ok(true)
}

/// One of the files made of a guide.
pub fn file(
    tx: &mut ReadTx<'_>,
    subject: &Slug,
    form: &str,
) -> Result<Option<Vec<u8>>, StorageError> {
    let row = guide_files::table.find((subject.as_str(), form));
    Ok(row.select(guide_files::body).first(tx.conn()).optional()?)
}

/// Keeps what an editor wants of a guide, in place of what was kept before.
pub fn put_draft(
    tx: &mut WriteTx<'_>,
    subject: &Slug,
    edits: &GuideEdits<RedactedText>,
) -> Result<(), StorageError> {
    remove_draft(tx, subject)?;
    diesel::insert_into(guide_drafts::table)
        .values((
            guide_drafts::subject.eq(subject.as_str()),
            guide_drafts::body.eq(written(edits)?),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// What is wanted of the guide about a subject.
pub fn draft(
    tx: &mut ReadTx<'_>,
    subject: &Slug,
) -> Result<Option<GuideEdits<RedactedText>>, StorageError> {
    let body: Option<String> = guide_drafts::table
        .find(subject.as_str())
        .select(guide_drafts::body)
        .first(tx.conn())
        .optional()?;
    body.map(|body| redacted_guide_edits(&body)).transpose()
}

/// Lets go of what was wanted; whether there was something.
pub fn remove_draft(tx: &mut WriteTx<'_>, subject: &Slug) -> Result<bool, StorageError> {
    let row = guide_drafts::table.find(subject.as_str());
    Ok(diesel::delete(row).execute(tx.conn())? > 0)
}

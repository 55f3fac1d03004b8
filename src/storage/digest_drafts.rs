//! What editors want of digests.

use diesel::prelude::*;

use super::schema::digest_drafts;
use super::text::{redacted_edits, written};
use super::{ReadTx, StorageError, WriteTx};
use crate::anonymise::RedactedText;
use crate::digests::Edits;
use crate::report::Period;

/// Keeps what an editor wants of a digest, in place of what was kept before.
pub fn put(
    tx: &mut WriteTx<'_>,
    period: Period,
    edits: &Edits<RedactedText>,
) -> Result<(), StorageError> {
    remove(tx, period)?;
    diesel::insert_into(digest_drafts::table)
        .values((
            digest_drafts::period.eq(period.to_string()),
            digest_drafts::body.eq(written(edits)?),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// What is wanted of the digest of a period.
pub fn get(
    tx: &mut ReadTx<'_>,
    period: Period,
) -> Result<Option<Edits<RedactedText>>, StorageError> {
    let body: Option<String> = digest_drafts::table
        .find(period.to_string())
        .select(digest_drafts::body)
        .first(tx.conn())
        .optional()?;
    body.map(|body| redacted_edits(&body)).transpose()
}

/// Lets go of what was wanted; whether there was something.
pub fn remove(tx: &mut WriteTx<'_>, period: Period) -> Result<bool, StorageError> {
    let row = digest_drafts::table.find(period.to_string());
    Ok(diesel::delete(row).execute(tx.conn())? > 0)
}

/// Lets go of everything wanted of digests that name a report: an editor's words may tell of it.
pub fn forget(tx: &mut WriteTx<'_>, id: &impl ToString) -> Result<(), StorageError> {
    let id = id.to_string();
    let rows: Vec<(String, String)> = digest_drafts::table.load(tx.conn())?;
    for (period, body) in rows {
        if body.contains(&id) {
            diesel::delete(digest_drafts::table.find(period)).execute(tx.conn())?;
        }
    }
    Ok(())
}

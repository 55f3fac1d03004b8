//! Organisations that are members: what the desk knows of them, and nothing of reports.

use diesel::prelude::*;

use super::schema::members;
use super::{ReadTx, StorageError, WriteTx};
use crate::report::MemberId;

/// A member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Random.
    pub id: MemberId,
    /// The organisation.
    pub name: String,
    /// How to reach it, in words for the desk.
    pub note: String,
    /// The day it was registered, as in `2026-11-21`.
    pub since: String,
}

type Row = (String, String, String, String);

fn member((id, name, note, since): Row) -> Result<Member, StorageError> {
    Ok(Member {
        id: id
            .parse()
            .map_err(|_| StorageError::corrupt("members.id"))?,
        name,
        note,
        since,
    })
}

/// Registers a member, with the hash of what its own address holds. [`StorageError::Conflict`] if
/// there is one of this name.
pub fn add(tx: &mut WriteTx<'_>, member: &Member, token: &[u8; 32]) -> Result<(), StorageError> {
    diesel::insert_into(members::table)
        .values((
            members::id.eq(member.id.to_string()),
            members::name.eq(&member.name),
            members::note.eq(&member.note),
            members::since.eq(&member.since),
            members::token_hash.eq(token.as_slice()),
        ))
        .execute(tx.conn())
        .map_err(|error| StorageError::unique(error, "there is a member of this name already"))?;
    Ok(())
}

/// All, by name.
pub fn list(tx: &mut ReadTx<'_>) -> Result<Vec<Member>, StorageError> {
    let rows: Vec<Row> = members::table
        .order(members::name)
        .select((members::id, members::name, members::note, members::since))
        .load(tx.conn())?;
    rows.into_iter().map(member).collect()
}

/// Whose address holds this.
pub fn by_token(tx: &mut ReadTx<'_>, token: &[u8; 32]) -> Result<Option<Member>, StorageError> {
    let row: Option<Row> = members::table
        .filter(members::token_hash.eq(token.as_slice()))
        .select((members::id, members::name, members::note, members::since))
        .first(tx.conn())
        .optional()?;
    row.map(member).transpose()
}

/// Removes a member; its address leads nowhere from then on. Answers whether there was one.
pub fn remove(tx: &mut WriteTx<'_>, id: MemberId) -> Result<bool, StorageError> {
    let rows = diesel::delete(members::table.find(id.to_string())).execute(tx.conn())?;
    Ok(rows == 1)
}

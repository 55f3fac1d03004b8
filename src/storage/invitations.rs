//! One-time links that invite somebody to the desk.

use diesel::prelude::*;
use jiff::Timestamp;

use super::accounts::Role;
use super::schema::{invitation_names, invitations};
use super::{ReadTx, StorageError, WriteTx};

/// Keeps an invitation: the hash of its link, what it is for and how long. Those that have ended by
/// `now` go.
pub fn add(
    tx: &mut WriteTx<'_>,
    token: &[u8; 32],
    role: Role,
    expires: Timestamp,
    now: Timestamp,
) -> Result<(), StorageError> {
    sweep(tx, now)?;
    diesel::insert_into(invitations::table)
        .values((
            invitations::token_hash.eq(token.as_slice()),
            invitations::role.eq(role.as_str()),
            invitations::expires.eq(expires.as_second()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Forgets the invitations that have ended by `now`; answers how many.
pub fn sweep(tx: &mut WriteTx<'_>, now: Timestamp) -> Result<usize, StorageError> {
    let over = invitations::expires.le(now.as_second());
    Ok(diesel::delete(invitations::table.filter(over)).execute(tx.conn())?)
}

/// Forgets every invitation.
pub fn forget_all(tx: &mut WriteTx<'_>) -> Result<(), StorageError> {
    diesel::delete(invitations::table).execute(tx.conn())?;
    Ok(())
}

/// What a link invites to, unless it has ended by `now`.
pub fn find(
    tx: &mut ReadTx<'_>,
    token: &[u8; 32],
    now: Timestamp,
) -> Result<Option<Role>, StorageError> {
    let role: Option<String> = invitations::table
        .find(token.as_slice())
        .filter(invitations::expires.gt(now.as_second()))
        .select(invitations::role)
        .first(tx.conn())
        .optional()?;
    role.map(|role| Role::parse(&role).ok_or_else(|| StorageError::corrupt("invitations.role")))
        .transpose()
}

/// Counts a name that was tried with a link and is taken; answers how many there were.
pub fn name_taken(tx: &mut WriteTx<'_>, token: &[u8; 32]) -> Result<u32, StorageError> {
    let link = invitation_names::table.find(token.as_slice());
    let before: Option<i64> = link
        .select(invitation_names::tried)
        .first(tx.conn())
        .optional()?;
    let tried = before.unwrap_or(0) + 1;
    diesel::delete(link).execute(tx.conn())?;
    diesel::insert_into(invitation_names::table)
        .values((
            invitation_names::token_hash.eq(token.as_slice()),
            invitation_names::tried.eq(tried),
        ))
        .execute(tx.conn())?;
    Ok(u32::try_from(tried).unwrap_or(u32::MAX))
}

/// Uses up a link.
pub fn remove(tx: &mut WriteTx<'_>, token: &[u8; 32]) -> Result<(), StorageError> {
    diesel::delete(invitations::table.find(token.as_slice())).execute(tx.conn())?;
    Ok(())
}

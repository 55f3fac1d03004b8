//! Who at the desk is signed in. Exact times are kept here: of staff, never of a reporter.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::sessions;
use super::{ReadTx, StorageError, WriteTx};
use crate::report::AccountId;

/// A session. Times are whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub account: AccountId,
    /// When they signed in.
    pub created_at: Timestamp,
    /// When they were last seen.
    pub seen_at: Timestamp,
    /// When it ends whatever happens.
    pub expires: Timestamp,
}

/// Begins a session. `token` is the hash of what the cookie holds.
pub fn add(tx: &mut WriteTx<'_>, token: &[u8; 32], session: &Session) -> Result<(), StorageError> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token.as_slice()),
            sessions::account.eq(session.account.to_string()),
            sessions::created_at.eq(session.created_at.as_second()),
            sessions::seen_at.eq(session.seen_at.as_second()),
            sessions::expires.eq(session.expires.as_second()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// The session of this token, whether it has expired or not: the caller knows the time.
pub fn find(tx: &mut ReadTx<'_>, token: &[u8; 32]) -> Result<Option<Session>, StorageError> {
    let row: Option<(String, i64, i64, i64)> = sessions::table
        .find(token.as_slice())
        .select((
            sessions::account,
            sessions::created_at,
            sessions::seen_at,
            sessions::expires,
        ))
        .first(tx.conn())
        .optional()?;
    let moment =
        |second, place| Timestamp::from_second(second).map_err(|_| StorageError::corrupt(place));
    row.map(|(account, created_at, seen_at, expires)| {
        Ok(Session {
            account: account
                .parse()
                .map_err(|_| StorageError::corrupt("sessions.account"))?,
            created_at: moment(created_at, "sessions.created_at")?,
            seen_at: moment(seen_at, "sessions.seen_at")?,
            expires: moment(expires, "sessions.expires")?,
        })
    })
    .transpose()
}

/// Notes that somebody is still there.
pub fn touch(tx: &mut WriteTx<'_>, token: &[u8; 32], now: Timestamp) -> Result<(), StorageError> {
    diesel::update(sessions::table.find(token.as_slice()))
        .set(sessions::seen_at.eq(now.as_second()))
        .execute(tx.conn())?;
    Ok(())
}

/// Ends a session.
pub fn remove(tx: &mut WriteTx<'_>, token: &[u8; 32]) -> Result<(), StorageError> {
    diesel::delete(sessions::table.find(token.as_slice())).execute(tx.conn())?;
    Ok(())
}

/// Ends every session of an account: what was true when they began may not be any more.
pub fn end_all(tx: &mut WriteTx<'_>, account: AccountId) -> Result<(), StorageError> {
    let theirs = sessions::account.eq(account.to_string());
    diesel::delete(sessions::table.filter(theirs)).execute(tx.conn())?;
    Ok(())
}

/// How many sessions an account has besides this one, of those that neither ended by `now` nor were
/// left alone since `idle_since`.
pub fn others(
    tx: &mut ReadTx<'_>,
    account: AccountId,
    this: &[u8; 32],
    now: Timestamp,
    idle_since: Timestamp,
) -> Result<usize, StorageError> {
    let count: i64 = sessions::table
        .filter(sessions::account.eq(account.to_string()))
        .filter(sessions::token_hash.ne(this.as_slice()))
        .filter(sessions::expires.gt(now.as_second()))
        .filter(sessions::seen_at.gt(idle_since.as_second()))
        .count()
        .get_result(tx.conn())?;
    usize::try_from(count).map_err(|_| StorageError::corrupt("sessions"))
}

/// Ends every session of an account but this one.
pub fn end_others(
    tx: &mut WriteTx<'_>,
    account: AccountId,
    this: &[u8; 32],
) -> Result<(), StorageError> {
    let others = sessions::account
        .eq(account.to_string())
        .and(sessions::token_hash.ne(this.as_slice()));
    diesel::delete(sessions::table.filter(others)).execute(tx.conn())?;
    Ok(())
}

/// Removes the sessions that ended by `now`, and those that nobody has used since `idle_since`.
/// Answers how many.
pub fn sweep(
    tx: &mut WriteTx<'_>,
    now: Timestamp,
    idle_since: Timestamp,
) -> Result<usize, StorageError> {
    let over = sessions::expires
        .le(now.as_second())
        .or(sessions::seen_at.le(idle_since.as_second()));
    Ok(diesel::delete(sessions::table.filter(over)).execute(tx.conn())?)
}

//! Second factors, the codes that stand in for them, and who asked for one to be reset.

use diesel::prelude::*;

use super::schema::{factor_resets, factors, recovery_codes};
use super::{ReadTx, StorageError, WriteTx};
use crate::report::AccountId;

/// A second factor.
#[derive(Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = factors)]
pub struct Factor {
    /// The sealed secret: see `auth::TotpSecret`.
    pub secret: Vec<u8>,
    /// Its owner has shown that their authenticator knows it.
    pub confirmed: bool,
    /// The step of the last code used.
    pub last_step: i64,
}

/// The second factor of an account.
pub fn get(tx: &mut ReadTx<'_>, account: AccountId) -> Result<Option<Factor>, StorageError> {
    Ok(factors::table
        .find(account.to_string())
        .select(Factor::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Keeps a secret that is not confirmed yet. [`StorageError::Conflict`] if there is one.
pub fn begin(tx: &mut WriteTx<'_>, account: AccountId, secret: &[u8]) -> Result<(), StorageError> {
    diesel::insert_into(factors::table)
        .values((
            factors::account.eq(account.to_string()),
            factors::secret.eq(secret),
            factors::confirmed.eq(false),
            factors::last_step.eq(0),
        ))
        .execute(tx.conn())
        .map_err(|error| StorageError::unique(error, "there is a second factor already"))?;
    Ok(())
}

/// Notes that a secret is known to its owner, by the code of this step, and keeps what stands in
/// for it.
pub fn confirm(
    tx: &mut WriteTx<'_>,
    account: AccountId,
    step: i64,
    recovery: &[[u8; 32]],
) -> Result<(), StorageError> {
    diesel::update(factors::table.find(account.to_string()))
        .set((factors::confirmed.eq(true), factors::last_step.eq(step)))
        .execute(tx.conn())?;
    renew_recovery(tx, account, recovery)
}

/// Keeps what stands in for a second factor, in place of what stood in for it before.
pub fn renew_recovery(
    tx: &mut WriteTx<'_>,
    account: AccountId,
    recovery: &[[u8; 32]],
) -> Result<(), StorageError> {
    let account = account.to_string();
    diesel::delete(recovery_codes::table.filter(recovery_codes::account.eq(&account)))
        .execute(tx.conn())?;
    let rows: Vec<_> = recovery
        .iter()
        .map(|mac| {
            (
                recovery_codes::account.eq(&account),
                recovery_codes::mac.eq(mac.as_slice()),
            )
        })
        .collect();
    for row in rows {
        diesel::insert_into(recovery_codes::table)
            .values(row)
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Uses up the code of this step; `false` if it, or a later one, was used before.
pub fn use_step(tx: &mut WriteTx<'_>, account: AccountId, step: i64) -> Result<bool, StorageError> {
    let fresh = factors::table
        .find(account.to_string())
        .filter(factors::last_step.lt(step));
    let rows = diesel::update(fresh)
        .set(factors::last_step.eq(step))
        .execute(tx.conn())?;
    Ok(rows == 1)
}

/// What is kept of the recovery codes that are left.
pub fn recovery(tx: &mut ReadTx<'_>, account: AccountId) -> Result<Vec<Vec<u8>>, StorageError> {
    Ok(recovery_codes::table
        .filter(recovery_codes::account.eq(account.to_string()))
        .order(recovery_codes::mac)
        .select(recovery_codes::mac)
        .load(tx.conn())?)
}

/// Uses up a recovery code; `false` if there is none such.
pub fn use_recovery(
    tx: &mut WriteTx<'_>,
    account: AccountId,
    mac: &[u8; 32],
) -> Result<bool, StorageError> {
    let code = recovery_codes::table.find((account.to_string(), mac.as_slice()));
    Ok(diesel::delete(code).execute(tx.conn())? == 1)
}

/// Forgets a second factor, all that stands in for it, and who asked for that. Answers whether
/// there was one.
pub fn remove(tx: &mut WriteTx<'_>, account: AccountId) -> Result<bool, StorageError> {
    let account = account.to_string();
    withdraw_reset(tx, &account)?;
    diesel::delete(recovery_codes::table.filter(recovery_codes::account.eq(&account)))
        .execute(tx.conn())?;
    Ok(diesel::delete(factors::table.find(&account)).execute(tx.conn())? == 1)
}

/// Notes that somebody asks for the second factor of an account to be reset, in place of whoever
/// asked before.
pub fn ask_reset(
    tx: &mut WriteTx<'_>,
    account: AccountId,
    by: AccountId,
) -> Result<(), StorageError> {
    let account = account.to_string();
    withdraw_reset(tx, &account)?;
    diesel::insert_into(factor_resets::table)
        .values((
            factor_resets::account.eq(account),
            factor_resets::asked_by.eq(by.to_string()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Who asks for the second factor of an account to be reset.
pub fn reset_asked_by(
    tx: &mut ReadTx<'_>,
    account: AccountId,
) -> Result<Option<AccountId>, StorageError> {
    let by: Option<String> = factor_resets::table
        .find(account.to_string())
        .select(factor_resets::asked_by)
        .first(tx.conn())
        .optional()?;
    by.map(|by| {
        by.parse()
            .map_err(|_| StorageError::corrupt("factor_resets.asked_by"))
    })
    .transpose()
}

fn withdraw_reset(tx: &mut WriteTx<'_>, account: &str) -> Result<(), StorageError> {
    diesel::delete(factor_resets::table.find(account)).execute(tx.conn())?;
    Ok(())
}

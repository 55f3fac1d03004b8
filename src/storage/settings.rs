//! What the instance remembers of itself, such as its id.

use diesel::prelude::*;

use super::schema::settings;
use super::{ReadTx, StorageError, WriteTx};

/// The value kept under this key.
pub fn get(tx: &mut ReadTx<'_>, key: &str) -> Result<Option<String>, StorageError> {
    Ok(settings::table
        .find(key)
        .select(settings::value)
        .first(tx.conn())
        .optional()?)
}

/// Keeps a value, in place of an earlier one.
pub fn set(tx: &mut WriteTx<'_>, key: &str, value: &str) -> Result<(), StorageError> {
    let changed = diesel::update(settings::table.find(key))
        .set(settings::value.eq(value))
        .execute(tx.conn())?;
    if changed == 0 {
        diesel::insert_into(settings::table)
            .values((settings::key.eq(key), settings::value.eq(value)))
            .execute(tx.conn())?;
    }
    Ok(())
}

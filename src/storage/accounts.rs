//! The people at the desk.

use std::fmt;

use diesel::prelude::*;

use super::schema::accounts;
use super::{ReadTx, StorageError, WriteTx};
use crate::report::AccountId;

/// What somebody at the desk is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Reviews reports.
    Analyst,
    /// Reviews reports, issues alerts, keeps the taxonomy.
    Editor,
    /// Manages people.
    Administrator,
    /// Reads everything and changes nothing.
    Auditor,
}

impl Role {
    /// All.
    pub const ALL: [Self; 4] = [
        Self::Analyst,
        Self::Editor,
        Self::Administrator,
        Self::Auditor,
    ];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Analyst => "analyst",
            Self::Editor => "editor",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == id)
    }
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Random.
    pub id: AccountId,
    /// The name they sign in with; no two are equal.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// They may no longer sign in.
    pub disabled: bool,
}

/// An account with what proves a password. `Debug` shows the account only.
#[derive(Clone)]
pub struct Credentials {
    /// Whose.
    pub account: Account,
    /// A PHC string: see `auth::PasswordHash`.
    pub password_hash: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("account", &self.account)
            .finish_non_exhaustive()
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
struct Row {
    id: String,
    name: String,
    password_hash: String,
    role: String,
    disabled: bool,
}

impl TryFrom<Row> for Credentials {
    type Error = StorageError;

    fn try_from(row: Row) -> Result<Self, StorageError> {
        Ok(Self {
            account: Account {
                id: row
                    .id
                    .parse()
                    .map_err(|_| StorageError::corrupt("accounts.id"))?,
                name: row.name,
                role: Role::parse(&row.role)
                    .ok_or_else(|| StorageError::corrupt("accounts.role"))?,
                disabled: row.disabled,
            },
            password_hash: row.password_hash,
        })
    }
}

/// Adds an account. [`StorageError::Conflict`] if the name is taken.
pub fn add(tx: &mut WriteTx<'_>, new: &Credentials) -> Result<(), StorageError> {
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(new.account.id.to_string()),
            accounts::name.eq(&new.account.name),
            accounts::password_hash.eq(&new.password_hash),
            accounts::role.eq(new.account.role.as_str()),
            accounts::disabled.eq(new.account.disabled),
        ))
        .execute(tx.conn())
        .map_err(|error| StorageError::unique(error, "this name is taken; choose another"))?;
    Ok(())
}

/// The account with this id.
pub fn get(tx: &mut ReadTx<'_>, id: AccountId) -> Result<Option<Account>, StorageError> {
    let credentials = by_id(tx, id)?;
    Ok(credentials.map(|credentials| credentials.account))
}

/// The account with this id, to change it.
pub fn by_id(tx: &mut ReadTx<'_>, id: AccountId) -> Result<Option<Credentials>, StorageError> {
    let row: Option<Row> = accounts::table
        .find(id.to_string())
        .select(Row::as_select())
        .first(tx.conn())
        .optional()?;
    row.map(Credentials::try_from).transpose()
}

/// The account with this name, for signing in.
pub fn by_name(tx: &mut ReadTx<'_>, name: &str) -> Result<Option<Credentials>, StorageError> {
    // Anybody can send this, and PostgreSQL would call it an error instead of unknown.
    if name.contains('\0') {
        return Ok(None);
    }
    let row: Option<Row> = accounts::table
        .filter(accounts::name.eq(name))
        .select(Row::as_select())
        .first(tx.conn())
        .optional()?;
    row.map(Credentials::try_from).transpose()
}

/// All accounts, by name.
pub fn list(tx: &mut ReadTx<'_>) -> Result<Vec<Account>, StorageError> {
    let rows: Vec<Row> = accounts::table
        .order(accounts::name)
        .select(Row::as_select())
        .load(tx.conn())?;
    rows.into_iter()
        .map(|row| Credentials::try_from(row).map(|credentials| credentials.account))
        .collect()
}

/// Keeps changed credentials, and ends the account's sessions: what was true when they began may
/// not be any more. Answers whether the account exists.
pub fn update(tx: &mut WriteTx<'_>, changed: &Credentials) -> Result<bool, StorageError> {
    let id = changed.account.id.to_string();
    let rows = diesel::update(accounts::table.find(&id))
        .set((
            accounts::name.eq(&changed.account.name),
            accounts::password_hash.eq(&changed.password_hash),
            accounts::role.eq(changed.account.role.as_str()),
            accounts::disabled.eq(changed.account.disabled),
        ))
        .execute(tx.conn())
        .map_err(|error| StorageError::unique(error, "this name is taken; choose another"))?;
    super::sessions::end_all(tx, changed.account.id)?;
    Ok(rows == 1)
}

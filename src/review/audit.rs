//! The trail of what people at the desk did: written with the deed itself, tied row to row.
//!
//! The hash of a row is the SHA-256 of one line of JSON in UTF-8, without spaces and without a line
//! end: `["<hash of the row before>",<number>,"<day>","<account>","<act>","<object>"]`, with `null`
//! where there is no account or object, and an empty hash before the first row. Whoever holds the
//! exported trail can compute it again; whoever has written down the last hash notices when the end
//! of the trail is missing or all of it has been made anew.

mod act;

use std::convert::Infallible;
use std::fmt::Display;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

pub use act::Act;

use super::Review;
use crate::auth;
use crate::report::AccountId;
use crate::storage::audit::{self, Link, Row};
use crate::storage::{ReadTx, StorageError, WriteTx};

/// Rows read at once.
const CHUNK: u32 = 1000;

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A member of staff.
    Staff(AccountId),
    /// The operator, with a command at the machine.
    Operator,
}

impl From<AccountId> for Actor {
    fn from(account: AccountId) -> Self {
        Self::Staff(account)
    }
}

/// What a trail says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Each row follows from the one before.
    Whole {
        /// Rows there are.
        rows: u64,
        /// Number of the last row; 0 if there is none.
        last: i64,
        /// Its hash, in hexadecimal digits.
        hash: String,
    },
    /// It was changed.
    Broken {
        /// The first row that does not follow from the one before.
        row: i64,
    },
}

/// A row for people: what the trail holds, with names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Its number.
    pub seq: i64,
    /// The day.
    pub day: String,
    /// The name of who did it.
    pub who: String,
    /// What was done, in plain words.
    pub what: String,
    /// To what; an account by its name, anything else by its id.
    pub object: Option<String>,
}

/// A row as it is exported.
#[derive(Serialize)]
struct Line<'a> {
    seq: i64,
    day: &'a str,
    account: Option<&'a str>,
    act: &'a str,
    object: Option<&'a str>,
    previous: &'a str,
    hash: &'a str,
}

impl Review {
    /// Notes a deed, in the transaction that does it.
    pub(super) fn record(
        &self,
        tx: &mut WriteTx<'_>,
        by: impl Into<Actor>,
        act: Act,
        object: Option<&dyn Display>,
    ) -> Result<(), StorageError> {
        let before = audit::head(tx)?;
        let mut row = Row {
            seq: before.seq + 1,
            day: self.today().to_string(),
            account: account_of(by.into()),
            act: act.as_str().to_owned(),
            object: object.map(ToString::to_string),
            hash: String::new(),
        };
        row.hash = hash(&before.hash, &row);
        audit::add(tx, &row)
    }

    /// Notes that somebody has looked at something: once a day.
    pub fn note(
        &self,
        by: AccountId,
        act: Act,
        object: Option<&dyn Display>,
    ) -> Result<(), StorageError> {
        self.storage.write(|tx| {
            let (day, who) = (self.today().to_string(), by.to_string());
            let known = object.map(ToString::to_string);
            if audit::has(tx, &day, &who, act.as_str(), known.as_deref())? {
                return Ok(());
            }
            self.record(tx, by, act, object)
        })
    }

    pub(super) fn today(&self) -> Date {
        self.clock.now().to_zoned(TimeZone::UTC).date()
    }

    /// Looks whether each row follows from the one before.
    pub fn verify_audit(&self) -> Result<Finding, StorageError> {
        let mut rows = 0;
        let walked = self.storage.read(|tx| {
            walk(tx, &mut |before, row| {
                rows += 1;
                let follows = row.seq == before.seq + 1 && row.hash == hash(&before.hash, row);
                if follows {
                    Ok(())
                } else {
                    Err(Broken(row.seq))
                }
            })
        });
        match walked {
            Ok(end) => Ok(Finding::Whole {
                rows,
                last: end.seq,
                hash: end.hash,
            }),
            Err(Walk::Stopped(Broken(row))) => Ok(Finding::Broken { row }),
            Err(Walk::Storage(error)) => Err(error),
        }
    }

    /// The whole trail, one JSON object a line.
    pub fn export_audit(&self) -> Result<String, StorageError> {
        let mut text = String::new();
        let walked = self.storage.read(|tx| {
            walk(tx, &mut |before, row| {
                let line = Line {
                    seq: row.seq,
                    day: &row.day,
                    account: row.account.as_deref(),
                    act: &row.act,
                    object: row.object.as_deref(),
                    previous: &before.hash,
                    hash: &row.hash,
                };
                text.push_str(&json(&line));
                text.push('\n');
                Ok::<_, Infallible>(())
            })
        });
        match walked {
            Ok(_) => Ok(text),
            Err(Walk::Storage(error)) => Err(error),
        }
    }

    /// Up to `limit` deeds before number `before`, the latest first.
    pub fn deeds(&self, before: Option<i64>, limit: u32) -> Result<Vec<Deed>, StorageError> {
        let accounts = self.accounts()?;
        let name_of = |id: &str| {
            let known = accounts.iter().find(|staff| staff.id.to_string() == id);
            known.map_or_else(|| id.to_owned(), |staff| staff.name.clone())
        };
        let rows = self
            .storage
            .read(|tx| audit::before(tx, before.unwrap_or(i64::MAX), limit))?;
        let deed = |row: Row| Deed {
            seq: row.seq,
            day: row.day,
            who: match &row.account {
                Some(id) => name_of(id),
                None => "the operator".to_owned(),
            },
            what: match Act::parse(&row.act) {
                Some(act) => act.words().to_owned(),
                None => row.act,
            },
            object: row.object.as_deref().map(name_of),
        };
        Ok(rows.into_iter().map(deed).collect())
    }
}

/// The first row that does not follow.
struct Broken(i64);

/// Why a walk along the trail ended early.
enum Walk<E> {
    Stopped(E),
    Storage(StorageError),
}

impl<E> From<StorageError> for Walk<E> {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// Shows each row with what it follows; gives what a next one would.
fn walk<E>(
    tx: &mut ReadTx<'_>,
    show: &mut dyn FnMut(&Link, &Row) -> Result<(), E>,
) -> Result<Link, Walk<E>> {
    let mut link = audit::start(tx)?;
    loop {
        let rows = audit::after(tx, link.seq, CHUNK)?;
        if rows.is_empty() {
            return Ok(link);
        }
        for row in rows {
            show(&link, &row).map_err(Walk::Stopped)?;
            link = Link {
                seq: row.seq,
                hash: row.hash,
            };
        }
    }
}

fn hash(before: &str, row: &Row) -> String {
    let line = json(&(
        before,
        row.seq,
        &row.day,
        &row.account,
        &row.act,
        &row.object,
    ));
    auth::hex(&auth::digest(line.as_bytes()))
}

fn account_of(actor: Actor) -> Option<String> {
    match actor {
        Actor::Staff(account) => Some(account.to_string()),
        Actor::Operator => None,
    }
}

#[expect(
    clippy::expect_used,
    reason = "texts and numbers can always be written as JSON"
)]
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts and numbers are JSON")
}

#[cfg(test)]
mod tests;

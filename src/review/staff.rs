//! Members of staff and their sessions.

use jiff::{SignedDuration, Timestamp};

use super::{Act, Review};
use crate::auth::SessionToken;
use crate::report::AccountId;
use crate::storage::accounts::{self, Account, Role};
use crate::storage::sessions;
use crate::storage::{StorageError, WriteTx, factors};

/// How long a session lasts without a request.
pub(super) const IDLE: SignedDuration = SignedDuration::from_mins(15);
/// How long it lasts in any case.
const ABSOLUTE: SignedDuration = SignedDuration::from_hours(8);

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Which account.
    pub id: AccountId,
    /// The name they sign in with.
    pub name: String,
    /// What they are there for.
    pub role: Role,
}

impl From<Account> for Staff {
    fn from(account: Account) -> Self {
        Self {
            id: account.id,
            name: account.name,
            role: account.role,
        }
    }
}

/// How far somebody has come in signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Session {
    /// With both factors.
    Whole(Staff),
    /// With a password, by an account that has no second factor yet: all they may do is set it up.
    Enrolling(Staff),
}

impl Review {
    /// Who this session belongs to, if it still holds.
    pub fn session(&self, token: &SessionToken) -> Result<Option<Session>, StorageError> {
        let now = self.clock.now();
        self.storage.write(|tx| {
            let Some(session) = sessions::find(tx, &token.hash())? else {
                return Ok(None);
            };
            if session.expires <= now || session.seen_at <= before(now, IDLE) {
                sessions::remove(tx, &token.hash())?;
                return Ok(None);
            }
            sessions::touch(tx, &token.hash(), now)?;
            let account = accounts::get(tx, session.account)?.filter(|account| !account.disabled);
            let Some(account) = account else {
                return Ok(None);
            };
            // Setting up a second factor ends every session, and so does losing it: a session never
            // becomes more than it began as.
            let factor = factors::get(tx, account.id)?;
            Ok(Some(if factor.is_some_and(|factor| factor.confirmed) {
                Session::Whole(account.into())
            } else {
                Session::Enrolling(account.into())
            }))
        })
    }

    /// Ends a session.
    pub fn sign_out(&self, token: &SessionToken) -> Result<(), StorageError> {
        self.storage.write(|tx| {
            if let Some(session) = sessions::find(tx, &token.hash())? {
                sessions::remove(tx, &token.hash())?;
                self.record(tx, session.account, Act::SignedOut, None)?;
            }
            Ok(())
        })
    }

    /// Begins a session, in the transaction that found out who it is for.
    pub(super) fn begin_session(
        &self,
        tx: &mut WriteTx<'_>,
        account: AccountId,
    ) -> Result<SessionToken, StorageError> {
        let (token, now) = (SessionToken::random(), self.clock.now());
        sessions::sweep(tx, now, before(now, IDLE))?;
        let session = sessions::Session {
            account,
            created_at: now,
            seen_at: now,
            expires: after(now, ABSOLUTE),
        };
        sessions::add(tx, &token.hash(), &session)?;
        Ok(token)
    }
}

pub(super) fn after(moment: Timestamp, duration: SignedDuration) -> Timestamp {
    moment.checked_add(duration).unwrap_or(Timestamp::MAX)
}

pub(super) fn before(moment: Timestamp, duration: SignedDuration) -> Timestamp {
    moment.checked_sub(duration).unwrap_or(Timestamp::MIN)
}

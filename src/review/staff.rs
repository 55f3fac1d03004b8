//! Members of staff: accounts and signing in.

use jiff::{SignedDuration, Timestamp};

use super::{Act, Actor, Review};
use crate::auth::{Busy, PasswordError, PasswordHash, SessionToken, Verdict};
use crate::report::AccountId;
use crate::storage::StorageError;
use crate::storage::accounts::{self, Account, Credentials, Role};
use crate::storage::sessions::{self, Session};

/// How long a session lasts without a request.
const IDLE: SignedDuration = SignedDuration::from_mins(15);
/// How long it lasts in any case.
const ABSOLUTE: SignedDuration = SignedDuration::from_hours(8);

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Which account.
    pub id: AccountId,
    /// The name they sign in with.
    pub name: String,
    /// What they may do.
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

/// Why somebody was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Name or password is wrong; which of them is not said.
    #[error("name or password is wrong")]
    Wrong,
    /// Too many are signing in at once.
    #[error("too many people are signing in at once")]
    Busy,
    /// The registry could not be reached.
    #[error("the desk cannot reach the registry")]
    Storage(#[from] StorageError),
}

/// Why an account was not made.
#[derive(Debug, thiserror::Error)]
pub enum NewAccountError {
    /// The name is taken.
    #[error("there is an account of this name already")]
    Taken,
    /// The name does not work.
    #[error("a name has 1 to 40 letters, digits, dots or hyphens")]
    BadName,
    /// The password does not work.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The registry could not be reached.
    #[error("the account could not be kept")]
    Storage(#[from] StorageError),
}

impl Review {
    /// Signs somebody in. Takes as long for an unknown name as for a wrong password.
    pub fn sign_in(&self, name: &str, password: &str) -> Result<SessionToken, SignInError> {
        let known = self.storage.read(|tx| accounts::by_name(tx, name))?;
        let known = known.filter(|known| !known.account.disabled);
        let hash = known
            .as_ref()
            .and_then(|known| PasswordHash::parse(&known.password_hash).ok());
        let verdict = self
            .passwords
            .verify(password, hash.as_ref())
            .map_err(|Busy| SignInError::Busy)?;
        let (Verdict::Matches, Some(known)) = (verdict, known) else {
            return Err(SignInError::Wrong);
        };
        let token = SessionToken::random();
        let now = self.clock.now();
        let session = Session {
            account: known.account.id,
            created_at: now,
            seen_at: now,
            expires: after(now, ABSOLUTE),
        };
        self.storage.write(|tx| {
            sessions::sweep(tx, now, before(now, IDLE))?;
            sessions::add(tx, &token.hash(), &session)?;
            self.record(tx, session.account, Act::SignedIn, None)
        })?;
        Ok(token)
    }

    /// Who this session belongs to, if it still holds.
    pub fn session(&self, token: &SessionToken) -> Result<Option<Staff>, StorageError> {
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
            Ok(account.map(Staff::from))
        })
    }

    /// Ends a session.
    pub fn sign_out(&self, token: &SessionToken) -> Result<(), StorageError> {
        self.storage.write(|tx| sessions::remove(tx, &token.hash()))
    }

    /// Makes an account.
    pub fn add_account(
        &self,
        name: &str,
        password: &str,
        role: Role,
    ) -> Result<AccountId, NewAccountError> {
        let well_formed = (1..=40).contains(&name.len())
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
        if !well_formed {
            return Err(NewAccountError::BadName);
        }
        let account = Account {
            id: AccountId::random(),
            name: name.to_owned(),
            role,
            disabled: false,
        };
        let id = account.id;
        let password_hash = self.passwords.hash(password)?.to_phc();
        let credentials = Credentials {
            account,
            password_hash,
        };
        self.storage
            .write(|tx| {
                accounts::add(tx, &credentials)?;
                self.record(tx, Actor::Operator, Act::AccountMade, Some(&id))
            })
            .map_err(|error| match error {
                StorageError::Conflict(_) => NewAccountError::Taken,
                other => NewAccountError::Storage(other),
            })?;
        Ok(id)
    }

    /// Gives an account a new password and ends its sessions; `false` if there is no such account.
    pub fn reset_password(&self, name: &str, password: &str) -> Result<bool, NewAccountError> {
        let password_hash = self.passwords.hash(password)?.to_phc();
        Ok(self.storage.write(|tx| {
            let Some(known) = accounts::by_name(tx, name)? else {
                return Ok(false);
            };
            self.record(
                tx,
                Actor::Operator,
                Act::PasswordSet,
                Some(&known.account.id),
            )?;
            accounts::update(
                tx,
                &Credentials {
                    account: known.account,
                    password_hash,
                },
            )
        })?)
    }

    /// Every account, by name.
    pub fn accounts(&self) -> Result<Vec<Staff>, StorageError> {
        Ok(self
            .storage
            .read(accounts::list)?
            .into_iter()
            .map(Staff::from)
            .collect())
    }
}

fn after(moment: Timestamp, duration: SignedDuration) -> Timestamp {
    moment.checked_add(duration).unwrap_or(Timestamp::MAX)
}

fn before(moment: Timestamp, duration: SignedDuration) -> Timestamp {
    moment.checked_sub(duration).unwrap_or(Timestamp::MIN)
}

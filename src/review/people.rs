//! Who is at the desk: inviting, changing what somebody is there for, letting go.

use jiff::SignedDuration;

use super::staff::after;
use super::{Act, Actor, Permission, Review, ReviewError, Staff};
use crate::auth::{InvitationToken, PasswordError, SessionToken};
use crate::report::AccountId;
use crate::storage::accounts::{self, Account, Credentials, Role};
use crate::storage::{StorageError, WriteTx, factors, invitations};

/// How long an invitation can be used.
/// Names that are taken and that can be tried with one invitation.
const NAMES_TRIED: u32 = 5;
const INVITED_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Somebody at the desk, as an administrator sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub staff: Staff,
    /// They may no longer sign in.
    pub disabled: bool,
    /// They have a second factor.
    pub enrolled: bool,
    /// Who asks for it to be reset.
    pub reset_asked_by: Option<AccountId>,
}

/// Why an account was not made.
#[derive(Debug, thiserror::Error)]
pub enum NewAccountError {
    /// The name is taken.
    #[error("there is an account of this name already")]
    Taken,
    /// Whoever was invited has tried so many names that are taken that it looks like asking who is
    /// here.
    #[error(
        "five names that are taken were tried with this invitation, and it has ended; ask for a new one"
    )]
    TooManyNames,
    /// The name does not work.
    #[error("a name has 1 to 40 letters, digits, dots or hyphens")]
    BadName,
    /// The password does not work.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The invitation was used, or has ended.
    #[error("this invitation was used or has ended; ask for a new one")]
    NotInvited,
    /// The registry could not be reached.
    #[error("the account could not be kept")]
    Storage(#[from] StorageError),
}

/// Why something was not done with an account.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// There is no such account.
    #[error("there is no such account")]
    Unknown,
    /// It is one's own.
    #[error("you cannot do this with your own account; ask another administrator")]
    Yourself,
    /// Nobody could manage people any more.
    #[error("this is the last administrator; make another one first")]
    LastAdministrator,
    /// Nobody has asked for it.
    #[error("nobody has asked for this second factor to be reset")]
    NotAsked,
    /// Whoever asked cannot agree.
    #[error("you have asked for this yourself; another administrator must agree")]
    NotAlone,
    /// What they had agreed to could not be taken up again.
    #[error("what they had agreed to could not be taken up again")]
    Review(#[from] ReviewError),
    /// The registry could not be reached.
    #[error("the desk cannot reach the registry")]
    Storage(#[from] StorageError),
}

impl Review {
    /// Makes an account, by the operator at the machine.
    pub fn add_account(
        &self,
        name: &str,
        password: &str,
        role: Role,
    ) -> Result<AccountId, NewAccountError> {
        let new = self.new_account(name, password, role)?;
        let id = new.account.id;
        self.storage.write(|tx| {
            keep(tx, &new)?;
            self.record(tx, Actor::Operator, Act::AccountMade, Some(&id))?;
            Ok(id)
        })
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
            let changed = Credentials {
                account: known.account,
                password_hash,
            };
            accounts::update(tx, &changed)
        })?)
    }

    /// Every account, by name.
    pub fn accounts(&self) -> Result<Vec<Staff>, StorageError> {
        let accounts = self.storage.read(accounts::list)?;
        Ok(accounts.into_iter().map(Staff::from).collect())
    }

    /// Everybody at the desk, by name.
    pub fn people(&self) -> Result<Vec<Person>, StorageError> {
        self.storage.read(|tx| {
            accounts::list(tx)?
                .into_iter()
                .map(|account| {
                    let factor = factors::get(tx, account.id)?;
                    Ok(Person {
                        disabled: account.disabled,
                        enrolled: factor.is_some_and(|factor| factor.confirmed),
                        reset_asked_by: factors::reset_asked_by(tx, account.id)?,
                        staff: account.into(),
                    })
                })
                .collect()
        })
    }

    /// Invites somebody; the link works once, for seven days.
    pub fn invite(&self, by: AccountId, role: Role) -> Result<InvitationToken, StorageError> {
        let (token, now) = (InvitationToken::random(), self.clock.now());
        self.storage.write(|tx| {
            invitations::add(tx, &token.hash(), role, after(now, INVITED_FOR), now)?;
            self.record(tx, by, Act::Invited, Some(&role.as_str()))?;
            Ok(token)
        })
    }

    /// What an invitation is for, while it can be used.
    pub fn invitation(&self, token: &InvitationToken) -> Result<Option<Role>, StorageError> {
        let now = self.clock.now();
        self.storage
            .read(|tx| invitations::find(tx, &token.hash(), now))
    }

    /// Makes the account of somebody who was invited, and begins the session in which they set up
    /// their second factor.
    pub fn join(
        &self,
        token: &InvitationToken,
        name: &str,
        password: &str,
    ) -> Result<SessionToken, NewAccountError> {
        let role = self.invitation(token)?.ok_or(NewAccountError::NotInvited)?;
        let new = self.new_account(name, password, role)?;
        let (id, now) = (new.account.id, self.clock.now());
        self.storage.write(|tx| {
            // Somebody else may have used it meanwhile.
            if invitations::find(tx, &token.hash(), now)? != Some(role) {
                return Err(NewAccountError::NotInvited);
            }
            // Counting a name has to last, so that this is no error of the transaction.
            if accounts::by_name(tx, &new.account.name)?.is_some() {
                if invitations::name_taken(tx, &token.hash())? < NAMES_TRIED {
                    return Ok(Err(NewAccountError::Taken));
                }
                invitations::remove(tx, &token.hash())?;
                return Ok(Err(NewAccountError::TooManyNames));
            }
            keep(tx, &new)?;
            invitations::remove(tx, &token.hash())?;
            self.record(tx, id, Act::Joined, Some(&role.as_str()))?;
            Ok(Ok(self.begin_session(tx, id)?))
        })?
    }

    /// Changes what somebody is there for.
    pub fn set_role(&self, by: AccountId, id: AccountId, role: Role) -> Result<(), PeopleError> {
        self.change(by, id, Act::RoleChanged, |account| account.role = role)
    }

    /// Lets somebody in or keeps them out.
    pub fn set_disabled(
        &self,
        by: AccountId,
        id: AccountId,
        disabled: bool,
    ) -> Result<(), PeopleError> {
        let act = if disabled {
            Act::Disabled
        } else {
            Act::Enabled
        };
        self.change(by, id, act, |account| account.disabled = disabled)
    }

    fn change(
        &self,
        by: AccountId,
        id: AccountId,
        act: Act,
        change: impl FnOnce(&mut Account),
    ) -> Result<(), PeopleError> {
        self.storage.write(|tx| {
            let manages =
                |account: &Account| account.role == Role::Administrator && !account.disabled;
            let mut known = another(tx, by, id)?;
            let before = manages(&known.account);
            change(&mut known.account);
            accounts::update(tx, &known)?;
            if before && !manages(&known.account) {
                // Who made a link is not kept, and one of theirs would let them in again.
                invitations::forget_all(tx)?;
            }
            let agrees = |account: &Account| {
                Permission::ReviewReports.roles().contains(&account.role) && !account.disabled
            };
            if !agrees(&known.account) {
                self.silence(tx, id)?;
            }
            if !accounts::list(tx)?.iter().any(manages) {
                return Err(PeopleError::LastAdministrator);
            }
            Ok(self.record(tx, by, act, Some(&id))?)
        })
    }

    /// Asks for somebody's second factor to be reset: another administrator must agree.
    pub fn ask_reset(&self, by: AccountId, id: AccountId) -> Result<(), PeopleError> {
        self.storage.write(|tx| {
            another(tx, by, id)?;
            factors::ask_reset(tx, id, by)?;
            Ok(self.record(tx, by, Act::ResetAsked, Some(&id))?)
        })
    }

    /// Agrees to what another administrator has asked for. Whoever asked must still be one.
    pub fn agree_reset(&self, by: AccountId, id: AccountId) -> Result<(), PeopleError> {
        self.storage.write(|tx| {
            another(tx, by, id)?;
            let asked = factors::reset_asked_by(tx, id)?.ok_or(PeopleError::NotAsked)?;
            if asked == by {
                return Err(PeopleError::NotAlone);
            }
            let known = accounts::get(tx, asked)?;
            if !known.is_some_and(|known| known.role == Role::Administrator && !known.disabled) {
                return Err(PeopleError::NotAsked);
            }
            Ok(self.take_factor(tx, id, Actor::Staff(by))?)
        })
    }

    fn new_account(
        &self,
        name: &str,
        password: &str,
        role: Role,
    ) -> Result<Credentials, NewAccountError> {
        let well_formed = (1..=40).contains(&name.len())
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
        if !well_formed {
            return Err(NewAccountError::BadName);
        }
        Ok(Credentials {
            account: Account {
                id: AccountId::random(),
                name: name.to_owned(),
                role,
                disabled: false,
            },
            password_hash: self.passwords.hash(password)?.to_phc(),
        })
    }
}

fn keep(tx: &mut WriteTx<'_>, new: &Credentials) -> Result<(), NewAccountError> {
    accounts::add(tx, new).map_err(|error| match error {
        StorageError::Conflict(_) => NewAccountError::Taken,
        other => NewAccountError::Storage(other),
    })
}

/// An account that is not one's own.
fn another(tx: &mut WriteTx<'_>, by: AccountId, id: AccountId) -> Result<Credentials, PeopleError> {
    if by == id {
        return Err(PeopleError::Yourself);
    }
    accounts::by_id(tx, id)?.ok_or(PeopleError::Unknown)
}

#[cfg(test)]
mod tests;

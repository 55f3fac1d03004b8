//! One's own account: another password, new recovery codes, another authenticator, and ending what
//! was left open elsewhere. What changes how somebody signs in needs their password and a code, and
//! ends every session but the one that goes on.

use super::sign_in::SignInError;
use super::staff::{IDLE, before};
use super::{Act, Enrolled, Review, Staff};
use crate::auth::{PasswordError, RecoveryCode, SealError, SessionToken, TotpSecret};
use crate::report::AccountId;
use crate::storage::{StorageError, WriteTx, accounts, factors, sessions};

/// What somebody sees of their own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnAccount {
    /// Recovery codes that are not used yet.
    pub recovery_left: usize,
    /// Sessions that are open besides this one.
    pub elsewhere: usize,
}

/// A new secret for the authenticator that is to take the place of the old one. The old one is good
/// until the new one is confirmed.
#[derive(Debug)]
pub struct Replacing {
    /// The session that goes on; all others have ended.
    pub session: SessionToken,
    /// For the authenticator.
    pub secret: TotpSecret,
    /// The same sealed, to come back with its first code.
    pub carried: String,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OwnError {
    /// Password or code is wrong; which of them is not said.
    #[error("password or code is wrong; nothing was changed")]
    Wrong,
    /// Too many are signing in at once.
    #[error("too many people are signing in at once; nothing was changed")]
    Busy,
    /// The new password does not work.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The code is not the one that the new authenticator shows.
    #[error("this is not the code of this moment; wait for the next one and type that")]
    WrongCode,
    /// The new secret belongs to a session that has ended.
    #[error("this key is no longer good; begin again, your old authenticator still works")]
    Ended,
    /// It could not be sealed.
    #[error("the second factor could not be sealed")]
    Sealing(#[source] SealError),
    /// The registry could not be reached.
    #[error("the desk cannot reach the registry")]
    Storage(#[from] StorageError),
}

impl From<SignInError> for OwnError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Wrong => Self::Wrong,
            SignInError::Busy => Self::Busy,
            SignInError::Storage(error) => Self::Storage(error),
        }
    }
}

impl Review {
    /// What somebody's own account holds, seen from this session.
    pub fn own_account(
        &self,
        staff: &Staff,
        session: &SessionToken,
    ) -> Result<OwnAccount, StorageError> {
        let now = self.clock.now();
        self.storage.read(|tx| {
            let (this, idle) = (session.hash(), before(now, IDLE));
            Ok(OwnAccount {
                recovery_left: factors::recovery(tx, staff.id)?.len(),
                elsewhere: sessions::others(tx, staff.id, &this, now, idle)?,
            })
        })
    }

    /// Gives somebody the password they want.
    pub fn change_password(
        &self,
        staff: &Staff,
        password: &str,
        code: &str,
        new: &str,
    ) -> Result<SessionToken, OwnError> {
        // First, so that a password that will not do costs no code.
        let password_hash = self.passwords.hash(new)?.to_phc();
        self.proven(staff, password, code, |tx| {
            if let Some(mut known) = accounts::by_id(tx, staff.id)? {
                known.password_hash = password_hash;
                accounts::update(tx, &known)?;
            }
            Ok(self.record(tx, staff.id, Act::PasswordChanged, None)?)
        })
        .map(|(session, ())| session)
    }

    /// Gives somebody new recovery codes; the old ones are worth nothing from then on.
    pub fn renew_recovery(
        &self,
        staff: &Staff,
        password: &str,
        code: &str,
    ) -> Result<Enrolled, OwnError> {
        let recovery = RecoveryCode::set();
        let macs = self.recovery_macs(&recovery, staff.id);
        let (session, ()) = self.proven(staff, password, code, |tx| {
            factors::renew_recovery(tx, staff.id, &macs)?;
            Ok(self.record(tx, staff.id, Act::RecoveryRenewed, None)?)
        })?;
        Ok(Enrolled { session, recovery })
    }

    /// A new secret for somebody's authenticator. Nothing is kept of it: the page carries it, sealed
    /// for the session that goes on.
    pub fn begin_replacing(
        &self,
        staff: &Staff,
        password: &str,
        code: &str,
    ) -> Result<Replacing, OwnError> {
        let secret = TotpSecret::random();
        let (session, ()) = self.proven(staff, password, code, |_| Ok(()))?;
        let carried = secret
            .carried(self.keys.master(), staff.id, &session)
            .map_err(OwnError::Sealing)?;
        Ok(Replacing {
            session,
            secret,
            carried,
        })
    }

    /// The secret that a page of this session carries.
    pub fn carried(
        &self,
        staff: &Staff,
        session: &SessionToken,
        carried: &str,
    ) -> Result<TotpSecret, OwnError> {
        TotpSecret::from_carried(self.keys.master(), staff.id, session, carried)
            .map_err(|_| OwnError::Ended)
    }

    /// Takes the first code of the new authenticator as the proof that it knows its secret, and
    /// forgets the old one with all that stood in for it.
    pub fn replace_factor(
        &self,
        staff: &Staff,
        session: &SessionToken,
        carried: &str,
        code: &str,
    ) -> Result<Enrolled, OwnError> {
        let secret = self.carried(staff, session, carried)?;
        let master = self.keys.master();
        let code: String = code.split_whitespace().collect();
        let step = secret
            .verify(&code, self.clock.now(), 0)
            .ok_or(OwnError::WrongCode)?;
        let sealed = secret.seal(master, staff.id).map_err(OwnError::Sealing)?;
        let recovery = RecoveryCode::set();
        let macs = self.recovery_macs(&recovery, staff.id);
        let session = self.storage.write(|tx| {
            // The session may have ended meanwhile, with a second try of the same form for one.
            if sessions::find(tx, &session.hash())?.is_none() {
                return Err(OwnError::Ended);
            }
            factors::remove(tx, staff.id)?;
            factors::begin(tx, staff.id, &sealed)?;
            factors::confirm(tx, staff.id, step, &macs)?;
            sessions::end_all(tx, staff.id)?;
            self.record(tx, staff.id, Act::FactorReplaced, None)?;
            Ok(self.begin_session(tx, staff.id)?)
        })?;
        Ok(Enrolled { session, recovery })
    }

    /// Ends every session of somebody but this one.
    pub fn sign_out_elsewhere(
        &self,
        staff: &Staff,
        session: &SessionToken,
    ) -> Result<(), StorageError> {
        self.storage.write(|tx| {
            sessions::end_others(tx, staff.id, &session.hash())?;
            self.record(tx, staff.id, Act::SignedOutElsewhere, None)
        })
    }

    /// Does what needs somebody's password and a code, ends their sessions and begins a new one.
    fn proven<T>(
        &self,
        staff: &Staff,
        password: &str,
        code: &str,
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<T, OwnError>,
    ) -> Result<(SessionToken, T), OwnError> {
        let proven = self.prove(&staff.name, password, code)?;
        self.storage.write(|tx| {
            proven.spend_as(tx, staff.id)?;
            let done = work(tx)?;
            sessions::end_all(tx, staff.id)?;
            Ok((self.begin_session(tx, staff.id)?, done))
        })
    }

    /// What is kept of recovery codes.
    pub(super) fn recovery_macs(
        &self,
        codes: &[RecoveryCode],
        account: AccountId,
    ) -> Vec<[u8; 32]> {
        let master = self.keys.master();
        codes.iter().map(|code| code.mac(master, account)).collect()
    }
}

#[cfg(test)]
mod tests;

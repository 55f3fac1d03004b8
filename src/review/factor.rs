//! Setting up the second factor, and taking it away from somebody who has lost it.

use super::{Act, Actor, Review, Staff};
use crate::auth::{RecoveryCode, SealError, SessionToken, TotpSecret};
use crate::report::AccountId;
use crate::storage::factors::{self, Factor};
use crate::storage::{StorageError, WriteTx, accounts, sessions};

/// Why a second factor was not set up.
#[derive(Debug, thiserror::Error)]
pub enum EnrolError {
    /// The code is not the one the authenticator shows.
    #[error("this is not the code of this moment; wait for the next one and type that")]
    WrongCode,
    /// There is one already.
    #[error("your second factor is set up already; sign in with it")]
    Already,
    /// What was kept of it cannot be opened.
    #[error("the second factor could not be opened; is the key file the one it was sealed with?")]
    Sealing(#[from] SealError),
    /// The registry could not be reached.
    #[error("the desk cannot reach the registry")]
    Storage(#[from] StorageError),
}

/// What somebody gets when the second factor is set up.
#[derive(Debug)]
pub struct Enrolled {
    /// The session that goes on; all others have ended.
    pub session: SessionToken,
    /// Codes to write down; they are never shown again.
    pub recovery: [RecoveryCode; 10],
}

impl Review {
    /// The secret for the authenticator of somebody who has none yet: the same until they confirm it.
    pub fn enrolment(&self, staff: &Staff) -> Result<TotpSecret, EnrolError> {
        self.storage.write(|tx| self.unconfirmed(tx, staff.id))
    }

    fn unconfirmed(&self, tx: &mut WriteTx<'_>, id: AccountId) -> Result<TotpSecret, EnrolError> {
        let master = self.keys.master();
        match factors::get(tx, id)? {
            Some(Factor {
                confirmed: true, ..
            }) => Err(EnrolError::Already),
            Some(factor) => Ok(TotpSecret::unseal(master, id, &factor.secret)?),
            None => {
                let secret = TotpSecret::random();
                factors::begin(tx, id, &secret.seal(master, id)?)?;
                Ok(secret)
            }
        }
    }

    /// Takes the first code that an authenticator shows as the proof that it knows the secret.
    pub fn enrol(&self, staff: &Staff, code: &str) -> Result<Enrolled, EnrolError> {
        let recovery = RecoveryCode::set();
        let macs = self.recovery_macs(&recovery, staff.id);
        let code: String = code.split_whitespace().collect();
        let session = self.storage.write(|tx| {
            let secret = self.unconfirmed(tx, staff.id)?;
            let step = secret
                .verify(&code, self.clock.now(), 0)
                .ok_or(EnrolError::WrongCode)?;
            factors::confirm(tx, staff.id, step, &macs)?;
            sessions::end_all(tx, staff.id)?;
            self.record(tx, staff.id, Act::FactorSet, None)?;
            Ok::<_, EnrolError>(self.begin_session(tx, staff.id)?)
        })?;
        Ok(Enrolled { session, recovery })
    }

    /// Takes the second factor away, by the operator at the machine; `false` if there is no such
    /// account. Whoever signs in next with the password sets up a new one.
    pub fn reset_factor(&self, name: &str) -> Result<bool, StorageError> {
        self.storage.write(|tx| {
            let Some(known) = accounts::by_name(tx, name)? else {
                return Ok(false);
            };
            self.take_factor(tx, known.account.id, Actor::Operator)?;
            Ok(true)
        })
    }

    pub(super) fn take_factor(
        &self,
        tx: &mut WriteTx<'_>,
        account: AccountId,
        by: Actor,
    ) -> Result<(), StorageError> {
        factors::remove(tx, account)?;
        sessions::end_all(tx, account)?;
        self.record(tx, by, Act::FactorReset, Some(&account))
    }
}

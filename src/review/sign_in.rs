//! Signing in: name, password and second factor at once. Which of them is wrong is told neither in
//! words nor by time.

use super::{Act, Review};
use crate::auth::{Busy, Device, PasswordHash, SecondFactor, SessionToken, TotpSecret, Verdict};
use crate::report::AccountId;
use crate::storage::accounts;
use crate::storage::factors::{self, Factor};
use crate::storage::{ReadTx, StorageError, WriteTx};

/// Why somebody was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Name, password or code is wrong; which of them is not said.
    #[error("name, password or code is wrong")]
    Wrong,
    /// Too many are signing in at once.
    #[error("too many people are signing in at once")]
    Busy,
    /// The registry could not be reached.
    #[error("the desk cannot reach the registry")]
    Storage(#[from] StorageError),
}

/// What is known of the name that somebody typed; for a name that does not exist, what takes as
/// long to look at.
struct Known {
    /// Nobody, where the name does not exist or may not sign in.
    account: Option<AccountId>,
    hash: Option<PasswordHash>,
    factor: Option<Factor>,
    recovery: Vec<Vec<u8>>,
}

/// What a right second factor uses up.
enum Uses {
    /// Nothing: there is no second factor yet.
    Nothing,
    /// The code of a step.
    Step(i64),
    /// A recovery code.
    Recovery([u8; 32]),
}

/// Somebody whose name, password and code were right. The code is not used up yet.
pub(super) struct Proven {
    name: String,
    account: AccountId,
    hash: PasswordHash,
    uses: Uses,
}

impl Proven {
    /// Uses up the code. Somebody else may have done so meanwhile, and the account may be another:
    /// shut, with a new password, or with a second factor that was not asked for.
    fn spend(&self, tx: &mut WriteTx<'_>) -> Result<(), SignInError> {
        let known = look_up(tx, &self.name)?;
        if known.account != Some(self.account) || known.hash.as_ref() != Some(&self.hash) {
            return Err(SignInError::Wrong);
        }
        let unused = match &self.uses {
            Uses::Nothing => known.factor.is_none_or(|factor| !factor.confirmed),
            Uses::Step(step) => factors::use_step(tx, self.account, *step)?,
            Uses::Recovery(mac) => factors::use_recovery(tx, self.account, mac)?,
        };
        if unused {
            Ok(())
        } else {
            Err(SignInError::Wrong)
        }
    }

    /// The same for what needs both factors of this account.
    pub(super) fn spend_as(&self, tx: &mut WriteTx<'_>, who: AccountId) -> Result<(), SignInError> {
        if self.account != who || matches!(self.uses, Uses::Nothing) {
            return Err(SignInError::Wrong);
        }
        self.spend(tx)
    }
}

impl Review {
    /// Signs somebody in. An account without a second factor gets a session that can do nothing but
    /// set it up.
    pub fn sign_in(
        &self,
        name: &str,
        password: &str,
        code: &str,
    ) -> Result<SessionToken, SignInError> {
        let proven = self.prove(name, password, code)?;
        let account = proven.account;
        self.storage.write(|tx| {
            proven.spend(tx)?;
            match proven.uses {
                Uses::Nothing => {}
                Uses::Step(_) => self.record(tx, account, Act::SignedIn, None)?,
                Uses::Recovery(_) => self.record(tx, account, Act::SignedInByRecovery, None)?,
            }
            Ok(self.begin_session(tx, account)?)
        })
    }

    /// The mark for a browser in which somebody has just signed in with both factors.
    pub fn mark_device(&self, name: &str) -> Device {
        Device::new(name, self.keys.master())
    }

    /// Whether somebody of this name has signed in there before.
    pub fn knows_device(&self, device: &Device, name: &str) -> bool {
        device.is_for(name, self.keys.master())
    }

    /// Looks whether name, password and code are right.
    pub(super) fn prove(
        &self,
        name: &str,
        password: &str,
        code: &str,
    ) -> Result<Proven, SignInError> {
        let known = self.storage.read(|tx| look_up(tx, name))?;
        let verdict = self
            .passwords
            .verify(password, known.hash.as_ref())
            .map_err(|Busy| SignInError::Busy)?;
        let second = self.second_factor(&known, code);
        match (verdict, known.account, known.hash, second) {
            (Verdict::Matches, Some(account), Some(hash), Some(uses)) => Ok(Proven {
                name: name.to_owned(),
                account,
                hash,
                uses,
            }),
            _ => Err(SignInError::Wrong),
        }
    }

    /// What the second factor uses up, if it is right. The work is the same whoever asks.
    fn second_factor(&self, known: &Known, typed: &str) -> Option<Uses> {
        let master = self.keys.master();
        let id = known.account.unwrap_or_else(AccountId::random);
        let confirmed = known.factor.as_ref().filter(|factor| factor.confirmed);
        let opened = confirmed.and_then(|factor| {
            let secret = TotpSecret::unseal(master, id, &factor.secret).ok()?;
            Some((secret, factor.last_step))
        });
        let exists = opened.is_some();
        let (secret, last) = opened.unwrap_or_else(|| (TotpSecret::random(), i64::MAX));
        let step = match SecondFactor::read(typed) {
            SecondFactor::Code(code) => {
                secret.verify(&code, self.clock.now(), last).map(Uses::Step)
            }
            SecondFactor::Recovery(code) => {
                let mac = code.mac(master, id);
                let found = known.recovery.iter().any(|kept| kept.as_slice() == mac);
                found.then_some(Uses::Recovery(mac))
            }
            SecondFactor::Nothing => None,
        };
        if known.account.is_some() && confirmed.is_none() {
            return Some(Uses::Nothing);
        }
        step.filter(|_| exists)
    }
}

fn look_up(tx: &mut ReadTx<'_>, name: &str) -> Result<Known, StorageError> {
    let credentials = accounts::by_name(tx, name)?.filter(|known| !known.account.disabled);
    let id = credentials.as_ref().map(|known| known.account.id);
    let asked = id.unwrap_or_else(AccountId::random);
    Ok(Known {
        account: id,
        hash: credentials.and_then(|known| PasswordHash::parse(&known.password_hash).ok()),
        factor: factors::get(tx, asked)?,
        recovery: factors::recovery(tx, asked)?,
    })
}

#[cfg(test)]
mod tests;

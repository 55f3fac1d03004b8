//! The desk: analysts sign in, look, code, agree, refuse or publish.
//!
//! Whatever an analyst types goes through the anonymiser like a reporter's text. By default two
//! different analysts must approve a report before it can be published; changing it afterwards
//! takes their approval back.

mod audit;
mod decide;
mod desk;
mod factor;
mod mail;
mod people;
mod permission;
mod sign_in;
mod staff;
#[cfg(test)]
mod testing;

use std::num::NonZeroU8;
use std::sync::Arc;

pub use crate::storage::mailbox::Waiting;
pub use audit::{Act, Actor, Deed, Finding};
pub use decide::DecideError;
pub use desk::{DeskReport, QueueEntry, QueuePage};
pub use factor::{EnrolError, Enrolled};
pub use mail::{DeskMail, QUESTIONS};
pub use people::{NewAccountError, PeopleError, Person};
pub use permission::Permission;
pub use sign_in::SignInError;
pub use staff::{Session, Staff};

pub use crate::storage::accounts::Role;

use crate::anonymise::Anonymiser;
use crate::auth::{Keys, Passwords, SealError};
use crate::report::Clock;
use crate::storage::{Storage, StorageError};

/// The use cases of an analyst.
pub struct Review {
    storage: Storage,
    keys: Arc<Keys>,
    anonymiser: Arc<Anonymiser>,
    clock: Arc<dyn Clock>,
    passwords: Passwords,
    approvals: NonZeroU8,
}

/// Why the desk could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// There is no such report.
    #[error("there is no such report at the desk")]
    Unknown,
    /// Its text is no longer at the desk: it was published or withdrawn.
    #[error("the text of this report is no longer at the desk: it was published or withdrawn")]
    Shredded,
    /// The sealed text could not be opened.
    #[error("the report could not be opened; is the key file the one it was sealed with?")]
    Sealing(#[source] SealError),
    /// The registry could not be reached.
    #[error("the desk cannot reach the registry")]
    Storage(#[from] StorageError),
    /// It could not be written down.
    #[error("the report could not be written down")]
    Encoding(#[source] serde_json::Error),
}

impl Review {
    /// Wires the use cases. `approvals`: how many different analysts must agree.
    pub fn new(
        storage: Storage,
        keys: Arc<Keys>,
        anonymiser: Arc<Anonymiser>,
        clock: Arc<dyn Clock>,
        approvals: NonZeroU8,
    ) -> Self {
        Self {
            storage,
            keys,
            anonymiser,
            clock,
            passwords: Passwords::default(),
            approvals,
        }
    }

    /// How many different analysts must agree.
    pub fn approvals_needed(&self) -> usize {
        usize::from(self.approvals.get())
    }
}

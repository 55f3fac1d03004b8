//! The desk: analysts sign in, look, code, agree, refuse or publish.
//!
//! Whatever an analyst types goes through the anonymiser like a reporter's text. By default two
//! different analysts must agree to a report's text, and have final codes for it, before it can be
//! published; changing the text afterwards takes their agreement to it back.

mod account;
mod agreed;
mod agreement;
mod alerts;
mod alike;
mod audit;
mod decide;
mod desk;
mod digests;
mod events;
mod factor;
mod guides;
mod mail;
mod members;
mod people;
mod permission;
mod queue;
#[cfg(test)]
mod receipts;
mod recode;
mod seen;
mod sets;
mod sign_in;
mod staff;
mod terms;
#[cfg(test)]
mod testing;

use std::num::NonZeroU8;
use std::sync::{Arc, Mutex};

pub use crate::storage::mailbox::Waiting;
pub use account::{OwnAccount, OwnError, Replacing};
pub use agreed::{NONE_FITS, Standing, coding_of};
pub use agreement::{Agreement, agreement};
pub use alerts::{AlertError, DeskAlert};
pub use alike::AlikeAtDesk;
pub use audit::{Act, Actor, Deed, Finding};
pub use decide::{DecideError, Extent};
pub use desk::DeskReport;
pub use digests::{DeskDigest, DeskIssue, EditError};
pub use events::{Division, Item, SplitError, items};
pub use factor::{EnrolError, Enrolled};
pub use guides::{DeskGuide, DeskGuideLine};
pub use mail::{DeskMail, QUESTIONS};
pub use members::MemberError;
pub use people::{NewAccountError, PeopleError, Person};
pub use permission::Permission;
pub use queue::{FIRST_LOOK_DAYS, QueueAsked, QueueEntry, QueuePage};
pub use seen::Seen;
pub use sets::{DeskSet, MOST_IN_SET, SetError};
pub use sign_in::SignInError;
pub use staff::{Session, Staff};

pub use crate::storage::accounts::Role;
pub use crate::storage::alerts::Kept as KeptAlert;
pub use crate::storage::codings::Coding;
pub use crate::storage::members::Member;
pub use crate::storage::reviews::Agreed;
pub use crate::storage::sets::Kept as KeptSet;
pub use crate::storage::terms::{Proposal, TermStatus};

use crate::anonymise::Anonymiser;
use crate::auth::{Keys, Passwords, SealError};
use crate::intake::{CloseError, MailError};
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
    /// How far analysts agree, and as of which place in the outbox.
    agreement: Mutex<Option<(agreement::AsOf, Arc<Vec<Agreement>>)>>,
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
    /// It could not be sealed again.
    #[error(transparent)]
    Closing(#[from] CloseError),
    /// A letter could not be opened or sealed again.
    #[error("a letter of a mailbox could not be opened or sealed again")]
    Letter(#[from] MailError),
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
            agreement: Mutex::default(),
        }
    }

    /// How many different analysts must agree.
    pub fn approvals_needed(&self) -> usize {
        usize::from(self.approvals.get())
    }
}

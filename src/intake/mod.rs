//! From a write-up to a receipt: understand, anonymise, show, keep.
//!
//! The server keeps nothing before "send": the draft travels in the reporter's own form. What is
//! sent is anonymised once more, so that nothing typed at the last moment gets in as it is, and
//! is kept sealed until an analyst has looked at it.

mod amend;
mod check;
mod close;
mod mailbox;
mod opened;
mod preview;
mod proposals;
mod react;
mod redact;
mod removals;
mod saved;
mod share;
mod standing;
mod submit;
mod suggest;
#[cfg(test)]
mod tests;
mod way;

use std::sync::Arc;

pub use amend::{Amended, Stands, ToAmend, words_kept};
pub use check::{AsText, Flaw, MAX_LIST, MAX_TEXT, MAX_TOTAL, flaws_of};
pub use close::{CloseError, Closed, close, summary};
pub use mailbox::{
    LookedAt, MAX_LINE, MAX_WORDS, MailError, Message, Writer, change_proposed,
    check as check_letter, look as look_at, put as put_letter, read as read_letters,
};
pub use opened::{Asked, Opened, Piece, asks};
pub use preview::{Advice, Preview};
pub use proposals::{Accepted, ProposalError, accept, decline};
pub use redact::{Redacted, redact, redact_draft, verdict};
pub use removals::{Removal, Removals};
pub use saved::{Saved, ToSave, kept_words, save, saved};
pub use share::ShareError;
pub use standing::{Standing, WithdrawError, withdraw_again};
pub use submit::{Receipted, SubmitError};
pub use way::Way;

use crate::anonymise::{Anonymiser, RawText, Wishes};
use crate::auth::Keys;
use crate::report::{Clock, Report};
use crate::storage::Storage;
use crate::taxonomy::ListId;

/// The use cases of a reporter.
pub struct Intake {
    storage: Storage,
    keys: Arc<Keys>,
    anonymiser: Arc<Anonymiser>,
    clock: Arc<dyn Clock>,
}

/// A report in the reporter's hands, with the names to remove from it and the words to keep. It
/// lives in memory only.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What the reporter wrote.
    pub report: Report<RawText>,
    /// The write-up it was taken from. What it says of people beside the report, as authors or
    /// attendees, tells who is meant in the report itself; nothing of it is kept.
    pub write_up: Option<RawText>,
    /// Whether codes that the text speaks for are taken over where a list is empty. They are marked
    /// as the machine's.
    pub coded: bool,
    /// What goes everywhere and what stays.
    pub wishes: Wishes,
    /// Words they missed in the lists. They go to whoever keeps the lists, and not into the report.
    pub missed: Missed,
    /// It changes a report that is public in short: title, synopsis and codes are all of it.
    pub short: bool,
}

/// Words that somebody missed in lists of the taxonomy, because nothing there fits.
pub type Missed = Vec<(ListId, RawText)>;

impl Intake {
    /// Wires the use cases.
    pub fn new(
        storage: Storage,
        keys: Arc<Keys>,
        anonymiser: Arc<Anonymiser>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            storage,
            keys,
            anonymiser,
            clock,
        }
    }

    /// The anonymiser itself, for text that is shown and not kept.
    pub fn anonymiser(&self) -> &Anonymiser {
        &self.anonymiser
    }
}

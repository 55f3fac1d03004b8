//! Words that were missed in a list: the inbox of the next version of the taxonomy.

use super::{Act, Review, ReviewError};
use crate::report::{AccountId, TermId};
use crate::storage::terms::{self, Proposal, TermStatus};

impl Review {
    /// The words that stand so, by list, the oldest first.
    pub fn missed_terms(&self, status: TermStatus) -> Result<Vec<Proposal>, ReviewError> {
        Ok(self.storage.read(|tx| terms::list(tx, status))?)
    }

    /// Says what becomes of a word.
    pub fn decide_term(
        &self,
        id: TermId,
        by: AccountId,
        status: TermStatus,
    ) -> Result<(), ReviewError> {
        self.storage.write(|tx| {
            if !terms::decide(tx, id, status)? {
                return Err(ReviewError::Unknown);
            }
            Ok(self.record(tx, by, Act::TermDecided, Some(&id))?)
        })
    }
}

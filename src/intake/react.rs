//! What readers say of a public report: counted, and nothing else kept.

use super::Intake;
use crate::report::{Reaction, ReportId};
use crate::storage::{StorageError, published, reactions};

impl Intake {
    /// Counts what one reader says of a report; answers whether the report is public. Who may be
    /// counted, and how often, is for the caller to see to.
    pub fn react(&self, report: ReportId, reaction: Reaction) -> Result<bool, StorageError> {
        self.storage.write(|tx| {
            if published::get(tx, report)?.is_none() {
                return Ok(false);
            }
            reactions::add(tx, report, reaction)?;
            Ok(true)
        })
    }
}

//! What the desk keeps of a report beside its text, all at once.

use super::{StorageError, WriteTx, alerts, codings, counted, joined, sets, terms};
use crate::report::ReportId;

/// Forgets everything the desk kept of a report that was taken back.
pub(super) fn forget(tx: &mut WriteTx<'_>, report: ReportId) -> Result<(), StorageError> {
    codings::forget(tx, report)?;
    joined::leave(tx, report)?;
    counted::remove(tx, report)?;
    terms::forget(tx, report)?;
    alerts::forget(tx, report)?;
    sets::forget(tx, report)
}

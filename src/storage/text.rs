//! Reading back text that was redacted before it was kept.

use crate::anonymise::RedactedText;
use crate::digests::{Digest, Edits, Guide, GuideEdits};
use crate::report::{Alert, Change, Letter, Period, PublicReport, Report, ReportId};
use serde::{Deserialize, Serialize};

use super::StorageError;

/// Reads a report that was redacted, written as JSON, and sealed. The caller has unsealed it: that
/// it could is the proof that these are the bytes Candor once wrote.
pub fn redacted_report(json: &[u8]) -> Result<Report<RedactedText>, StorageError> {
    let report: Report<String> =
        serde_json::from_slice(json).map_err(|_| StorageError::corrupt("pending.sealed"))?;
    Ok(report.map_text(RedactedText::from_store))
}

/// Reads a letter that was redacted, written as JSON, and sealed. The caller has unsealed it.
pub fn redacted_letter(json: &[u8]) -> Result<Letter<RedactedText>, StorageError> {
    let letter: Letter<String> =
        serde_json::from_slice(json).map_err(|_| StorageError::corrupt("messages.sealed"))?;
    Ok(letter.map_text(RedactedText::from_store))
}

/// What a published report has beside the report.
#[derive(Deserialize)]
struct About {
    id: ReportId,
    published: Period,
    revision: u32,
    sample: bool,
    #[serde(default)]
    changes: Vec<Change<String>>,
}

/// Reads id and body of a published row. In two goes, which is several times as fast as one that has
/// to find out field by field which of the two parts it belongs to.
pub(super) fn public_report(
    (id, json): &(String, String),
) -> Result<PublicReport<RedactedText>, StorageError> {
    let corrupt = |_| StorageError::Corrupt {
        place: "published.body",
        report: id.parse().ok(),
    };
    let about: About = serde_json::from_str(json).map_err(corrupt)?;
    let report: Report<String> = serde_json::from_str(json).map_err(corrupt)?;
    let public = PublicReport {
        id: about.id,
        published: about.published,
        revision: about.revision,
        sample: about.sample,
        changes: about.changes,
        report,
    };
    Ok(public.map_text(RedactedText::from_store))
}

/// Reads the body of an issued digest.
pub fn redacted_digest(json: &str) -> Result<Digest<RedactedText>, StorageError> {
    let digest: Digest<String> =
        serde_json::from_str(json).map_err(|_| StorageError::corrupt("digests.body"))?;
    Ok(digest.map_text(RedactedText::from_store))
}

/// Reads what an editor wants of a digest.
pub(super) fn redacted_edits(json: &str) -> Result<Edits<RedactedText>, StorageError> {
    let edits: Edits<String> =
        serde_json::from_str(json).map_err(|_| StorageError::corrupt("digest_drafts.body"))?;
    Ok(edits.map_text(RedactedText::from_store))
}

/// Reads the body of a guide.
pub(super) fn redacted_guide(json: &str) -> Result<Guide<RedactedText>, StorageError> {
    let guide: Guide<String> =
        serde_json::from_str(json).map_err(|_| StorageError::corrupt("guides.body"))?;
    Ok(guide.map_text(RedactedText::from_store))
}

/// Reads what an editor wants of a guide.
pub(super) fn redacted_guide_edits(json: &str) -> Result<GuideEdits<RedactedText>, StorageError> {
    let edits: GuideEdits<String> =
        serde_json::from_str(json).map_err(|_| StorageError::corrupt("guide_drafts.body"))?;
    Ok(edits.map_text(RedactedText::from_store))
}

/// Takes back a single text.
pub(super) fn redacted(text: String) -> RedactedText {
    RedactedText::from_store(text)
}

/// Reads an alert that was redacted, written as JSON, and kept, or sealed while it was a draft. Who
/// has unsealed it has the proof that these are the bytes Candor once wrote.
pub fn redacted_alert(json: &[u8]) -> Result<Alert<RedactedText>, StorageError> {
    let alert: Alert<String> =
        serde_json::from_slice(json).map_err(|_| StorageError::corrupt("alerts.body"))?;
    Ok(alert.map_text(RedactedText::from_store))
}

/// A body as it is kept.
pub fn written(body: &impl Serialize) -> Result<String, StorageError> {
    serde_json::to_string(body).map_err(|_| StorageError::corrupt("what was to be written"))
}

//! Closing a report: sealed, with a summary for the queue sealed beside it.

use zeroize::Zeroizing;

use super::suggest::adopt;
use crate::anonymise::RedactedText;
use crate::auth::{Keys, SealError};
use crate::identifiability::{self, Level};
use crate::report::{Report, ReportId};
use crate::storage::pending::SealedText;
use crate::tagging::Tagger;

/// A report as it is kept before publication.
pub struct Closed {
    /// The report, sealed.
    pub text: SealedText,
    /// What the queue shows of it, sealed: a report that has a title, technologies and failure
    /// modes (those its text speaks for, where nobody chose any) and nothing else.
    pub summary: SealedText,
    /// How identifiable it is.
    pub level: Level,
}

/// Why a report could not be closed.
#[derive(Debug, thiserror::Error)]
pub enum CloseError {
    /// It could not be sealed.
    #[error("the report could not be sealed")]
    Sealing(#[source] SealError),
    /// It could not be written down.
    #[error("the report could not be written down")]
    Encoding(#[source] serde_json::Error),
}

/// Seals a report and its summary under fresh keys.
pub fn close(
    keys: &Keys,
    id: ReportId,
    report: &Report<RedactedText>,
) -> Result<Closed, CloseError> {
    Ok(Closed {
        text: seal(keys, id, report)?,
        summary: seal(keys, id, &summary(report))?,
        level: identifiability::judge_report(report, 0).level,
    })
}

/// What the queue shows of a report.
pub fn summary(report: &Report<RedactedText>) -> Report<RedactedText> {
    let mut coded = report.clone();
    adopt(&mut coded, &Tagger::builtin().suggest(report));
    Report {
        kind: coded.kind,
        title: coded.title,
        technologies: coded.technologies,
        failure_modes: coded.failure_modes,
        ..Report::default()
    }
}

/// A report as it is written down before it is sealed.
pub(super) fn plain(report: &Report<RedactedText>) -> Result<Zeroizing<Vec<u8>>, CloseError> {
    serde_json::to_vec(report)
        .map(Zeroizing::new)
        .map_err(CloseError::Encoding)
}

fn seal(
    keys: &Keys,
    id: ReportId,
    report: &Report<RedactedText>,
) -> Result<SealedText, CloseError> {
    let plain = plain(report)?;
    let sealed = keys
        .sealer()
        .seal(id, &plain)
        .map_err(CloseError::Sealing)?;
    Ok(SealedText {
        wrapped_key: sealed.wrapped_key,
        ciphertext: sealed.ciphertext,
    })
}

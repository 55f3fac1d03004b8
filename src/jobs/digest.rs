//! Compiles the digest of a period from what was published in it.

use super::Jobs;
use crate::anonymise::RedactedText;
use crate::digests::{Digest, IntakeNumbers};
use crate::report::{IsoWeek, Period, PublicReport};
use crate::storage::{ReadTx, StorageError, digests, intake_counts, published, redacted_digest};

/// Reports read at once.
const PAGE: u32 = 500;

/// Why a digest could not be compiled.
#[derive(Debug, thiserror::Error)]
pub enum DigestError {
    /// The registry could not be read or written.
    #[error("the digest could not be compiled")]
    Storage(#[from] StorageError),
    /// It could not be written down.
    #[error("the digest could not be written down")]
    Encoding(#[source] serde_json::Error),
}

impl Jobs {
    /// Compiles a digest. Keeps nothing.
    pub fn compile(&self, period: Period) -> Result<Digest<RedactedText>, DigestError> {
        Ok(self.storage.read(|tx| {
            let within = published::in_period(tx, period)?;
            let earlier = before(tx, period)?;
            let numbers = intake_counts::of(tx, period)?;
            let intake = IntakeNumbers {
                received: numbers.received,
                published: numbers.published,
                refused: numbers.refused,
                withdrawn: numbers.withdrawn,
            };
            Ok::<_, StorageError>(Digest::compile(period, &within, &earlier, intake))
        })?)
    }

    /// Compiles a digest and issues it. A period that was issued before keeps its digest.
    pub fn issue(&self, period: Period) -> Result<Digest<RedactedText>, DigestError> {
        if let Some(issue) = self.storage.read(|tx| digests::get(tx, period))? {
            return Ok(redacted_digest(&issue.body)?);
        }
        let digest = self.compile(period)?;
        let body = serde_json::to_string(&digest).map_err(DigestError::Encoding)?;
        let week = IsoWeek::of(self.clock.now());
        self.storage.write(|tx| digests::put(tx, period, &body, week))?;
        Ok(digest)
    }
}

/// Reports published before the period began.
fn before(tx: &mut ReadTx<'_>, period: Period) -> Result<Vec<PublicReport<RedactedText>>, StorageError> {
    let mut earlier = Vec::new();
    let mut after = None;
    loop {
        let page = published::all(tx, after, PAGE)?;
        after = page.last().map(|report| report.id);
        let last = page.len() < PAGE as usize;
        earlier.extend(page.into_iter().filter(|report| report.published.is_before(period)));
        if last {
            return Ok(earlier);
        }
    }
}

//! Single reports, and the digests.

use jiff::Timestamp;

use super::{Registry, RegistryError};
use crate::anonymise::RedactedText;
use crate::digests::Digest;
use crate::report::{Period, PublicReport, Reaction, Report, ReportId};
use crate::storage::{digests, joined, published, reactions, redacted_digest};

/// What stands at a report's address.
pub enum Found {
    /// The report.
    Report(Box<PublicReport<RedactedText>>),
    /// It was withdrawn.
    Withdrawn,
    /// There never was one.
    Nothing,
}

/// A report like another, with the codes they share.
pub type Alike = (PublicReport<RedactedText>, Vec<String>);

impl Registry {
    /// The report of this id.
    pub fn report(&self, id: ReportId) -> Result<Found, RegistryError> {
        self.storage.read(|tx| {
            if let Some(report) = published::get(tx, id)? {
                return Ok(Found::Report(Box::new(report)));
            }
            Ok(if published::withdrawn(tx, id)? {
                Found::Withdrawn
            } else {
                Found::Nothing
            })
        })
    }

    /// Id and month of publication of every report, in parts of `size`; empty after the last.
    pub fn part(&self, part: u32, size: u32) -> Result<Vec<(ReportId, Period)>, RegistryError> {
        let start = u64::from(part) * u64::from(size);
        Ok(self
            .storage
            .read(|tx| published::months_of(tx, start, size))?)
    }

    /// Reports like this one, with what they share.
    pub fn similar(&self, id: ReportId, limit: usize) -> Result<Vec<Alike>, RegistryError> {
        let Some(report) = self.storage.read(|tx| published::get(tx, id))? else {
            return Ok(Vec::new());
        };
        self.like(&report, limit)
    }

    fn like(
        &self,
        report: &PublicReport<RedactedText>,
        limit: usize,
    ) -> Result<Vec<Alike>, RegistryError> {
        let alike = self.index.similar(report, limit)?;
        let ids: Vec<_> = alike.iter().map(|(id, _)| *id).collect();
        let rows = self.storage.read(|tx| published::many(tx, &ids))?;
        Ok(alike
            .into_iter()
            .filter_map(|(id, shared)| {
                Some((rows.iter().find(|row| row.id == id)?.clone(), shared))
            })
            .collect())
    }

    /// What readers said of a report, each with "at least so many"; left out where that is nobody.
    pub fn reactions(&self, id: ReportId) -> Result<Vec<(Reaction, u64)>, RegistryError> {
        Ok(self.storage.read(|tx| reactions::shown(tx, id))?)
    }

    /// Other public reports of the same event.
    pub fn also_seen_by(
        &self,
        id: ReportId,
    ) -> Result<Vec<PublicReport<RedactedText>>, RegistryError> {
        Ok(self.storage.read(|tx| {
            let others = joined::with(tx, id)?;
            published::many(tx, &others)
        })?)
    }

    /// Public reports like one that waits at the desk, with what they share.
    pub fn like_draft(
        &self,
        id: ReportId,
        report: Report<RedactedText>,
        limit: usize,
    ) -> Result<Vec<Alike>, RegistryError> {
        // The index asks for a public report; of this one nothing but its text and codes counts.
        let public = PublicReport {
            id,
            published: Period::month_of(Timestamp::UNIX_EPOCH),
            revision: 0,
            sample: false,
            changes: Vec::new(),
            report,
        };
        self.like(&public, limit)
    }

    /// The digest of a period, as it was issued last; [`RegistryError::Anew`] where that is withheld.
    pub fn digest(&self, period: Period) -> Result<Option<Digest<RedactedText>>, RegistryError> {
        let issue = self.storage.read(|tx| {
            let issue = digests::get(tx, period)?;
            if issue.is_none() && digests::withheld(tx)?.contains(&period) {
                return Err(RegistryError::Anew);
            }
            Ok(issue)
        })?;
        Ok(issue
            .map(|issue| redacted_digest(&issue.body))
            .transpose()?)
    }

    /// Every issue of the digest, newest first: its period, the month in which it came out, and the
    /// reports it is about.
    pub fn issues(&self) -> Result<Vec<(Period, Period, u32)>, RegistryError> {
        let issues = self.storage.read(digests::list)?.into_iter();
        issues
            .map(|issue| {
                let digest = redacted_digest(&issue.body)?;
                let month = issue.week.month().unwrap_or(issue.period);
                Ok((issue.period, month, digest.reports))
            })
            .collect()
    }

    /// Every period with a digest, newest first.
    pub fn digests(&self) -> Result<Vec<Period>, RegistryError> {
        let issues = self.storage.read(digests::list)?;
        Ok(issues.into_iter().map(|issue| issue.period).collect())
    }
}

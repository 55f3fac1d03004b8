//! A digest of what a reader asks for, compiled while they wait and kept nowhere.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Registry, RegistryError};
use crate::anonymise::RedactedText;
use crate::digests::{Digest, ISSUE_READ, Material, Scope};
use crate::patterns::MINIMUM;
use crate::report::{ReportId, Span};
use crate::storage::{StorageError, alerts, published};
use crate::taxonomy::Taxonomy;

/// Issues made at once. They cost more than any other answer, and who waits holds a thread.
const AT_ONCE: usize = 4;

/// Issues being made.
#[derive(Debug, Default)]
pub(super) struct Turns(AtomicUsize);

/// The right to have an issue made; given back when it is dropped.
#[derive(Debug)]
pub struct Turn<'a>(&'a Turns);

impl Turns {
    fn take(&self) -> Option<Turn<'_>> {
        let free = |taken: usize| (taken < AT_ONCE).then_some(taken + 1);
        let taken = self
            .0
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, free);
        taken.is_ok().then(|| Turn(self))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Registry {
    /// A turn at having an issue made; to be held until all of it is, whatever form it takes.
    pub fn turn(&self) -> Result<Turn<'_>, RegistryError> {
        self.turns.take().ok_or(RegistryError::Busy)
    }

    /// The issue about what a reader asks for; `None` where fewer reports than pages speak of were
    /// published in that time.
    pub fn own_digest(
        &self,
        scope: &Scope,
        span: Span,
        _turn: &Turn<'_>,
    ) -> Result<Option<Digest<RedactedText>>, RegistryError> {
        let ids = self.surveyed(|survey| {
            let reports = scope.of(&survey.table);
            let within = reports.published(|month| span.contains(month));
            within.read_first(ISSUE_READ)
        })?;
        let (read, alerts) = self.storage.read(|tx| {
            let alerts = alerts::published_in(tx, span)?.into_iter();
            let alerts = alerts.map(|line| {
                let behind = alerts::reports(tx, line.id, true)?;
                Ok((line, behind))
            });
            let alerts = alerts.collect::<Result<Vec<_>, StorageError>>()?;
            Ok::<_, StorageError>((published::many(tx, &ids)?, alerts))
        })?;
        self.surveyed(|survey| {
            let reports = scope.of(&survey.table);
            // An alert is about what the reports behind it are about.
            let about_it = |behind: &[ReportId]| {
                scope.is_everything() || !survey.table.these(behind).among(&reports).is_empty()
            };
            let alerts = alerts.iter().filter(|(_, behind)| about_it(behind));
            let alerts = alerts.map(|(line, _)| line.clone()).collect();
            let material = Material {
                alerts,
                followed: survey.followed_in(span).among(&reports),
                read: &read,
                reports,
            };
            Digest::own(scope, span, material, Taxonomy::builtin())
        })
    }

    /// Those of these times in which enough reports were published about it, each with how many.
    pub fn own_issues(
        &self,
        scope: &Scope,
        spans: &[Span],
    ) -> Result<Vec<(Span, u32)>, RegistryError> {
        self.surveyed(|survey| {
            let reports = scope.of(&survey.table);
            let issues = spans.iter().map(|span| {
                let within = reports.published(|month| span.contains(month));
                (*span, within.len())
            });
            let enough = issues.filter(|(_, reports)| *reports >= MINIMUM);
            enough
                .map(|(span, reports)| (span, u32::try_from(reports).unwrap_or(u32::MAX)))
                .collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, Turns};

    #[test]
    fn so_many_turns_and_no_more_until_one_is_given_back() {
        let turns = Turns::default();
        let taken: Vec<_> = std::iter::from_fn(|| turns.take()).collect();
        assert_eq!(taken.len(), AT_ONCE);
        assert!(turns.take().is_none());
        drop(taken);
        assert!(turns.take().is_some());
    }
}

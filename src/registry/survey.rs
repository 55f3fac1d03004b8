//! What the registry knows of all its reports at once: their codes, held in memory and kept up with
//! the database change by change, so that no page reads them all.
//!
//! A change is applied as the outbox tells it: the reports it names are read again, and put into
//! the table or taken out of it. Everything is read anew only at the start, when the outbox goes
//! back (a backup was put in place), or when more has changed than is worth following.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, PoisonError};

use super::crowd::Crowd;
use super::follow::{Follows, follow};
use super::overview::Overview;
use super::{Registry, RegistryError};
use crate::anonymise::RedactedText;
use crate::drills::DrillCard;
use crate::patterns::{CodeTable, Counts, Matrix, Mined, Sample, Selection, completeness};
use crate::report::{Period, PublicReport, ReportId, Span};
use crate::storage::{ReadTx, StorageError, outbox, published};

/// Drills kept at hand.
const DRILLS: usize = 2_000;
/// Reports that are mined while a reader waits; more are mined beside, see [`Registry::keep_up`].
const WHILE_WAITING: usize = 2_000;

/// The codes of all reports, as of one place in the outbox.
#[derive(Debug, Default)]
pub(super) struct Survey {
    head: i64,
    pub(super) table: CodeTable,
    /// When reporters told what became of the actions in their reports.
    followed: BTreeMap<ReportId, Vec<Period>>,
    /// Drills, those of the most complete reports first.
    pub(super) drills: BTreeMap<(Reverse<u8>, ReportId), DrillCard>,
    /// What could point at somebody, to count who shares it.
    pub(super) crowd: Crowd,
    pub(super) recent: Vec<PublicReport<RedactedText>>,
    overview: OnceLock<Arc<Overview>>,
    counts: OnceLock<Arc<Counts>>,
    matrix: OnceLock<Arc<Matrix>>,
}

/// What was mined, and as of which place in the outbox.
pub(super) type Findings = Option<(i64, Arc<Mined>)>;

impl Registry {
    /// What `ask` makes of the survey, which is up with the database.
    pub(super) fn surveyed<R>(&self, ask: impl Fn(&Survey) -> R) -> Result<R, RegistryError> {
        let head = self.storage.read(outbox::head)?;
        {
            let survey = self.survey.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(survey) = survey.as_ref().filter(|known| known.head == head) {
                return Ok(ask(survey));
            }
        }
        let mut survey = self.survey.write().unwrap_or_else(PoisonError::into_inner);
        // Taken out while it changes: a change that fails half-way leaves none, not a wrong one.
        let known = survey.take().unwrap_or_default();
        let known = survey.insert(self.storage.read(|tx| known.kept_up(tx))?);
        Ok(ask(known))
    }

    /// Counts over every published report.
    pub fn overview(&self) -> Result<Arc<Overview>, RegistryError> {
        self.surveyed(|survey| {
            let overview = || Arc::new(Overview::of(survey));
            Arc::clone(survey.overview.get_or_init(overview))
        })
    }

    /// Counts of every code over all reports.
    pub fn counts(&self) -> Result<Arc<Counts>, RegistryError> {
        self.surveyed(|survey| {
            let counts = || Arc::new(survey.table.all().counts());
            Arc::clone(survey.counts.get_or_init(counts))
        })
    }

    /// The resiliency matrix of the whole registry, by kind of technology.
    pub fn matrix(&self) -> Result<Arc<Matrix>, RegistryError> {
        self.surveyed(|survey| {
            let matrix = || Arc::new(Matrix::by_category(&survey.table.all()));
            Arc::clone(survey.matrix.get_or_init(matrix))
        })
    }

    /// Codes that come together more often than by chance. In a large registry that is what was
    /// found last ([`Registry::keep_up`]), or nothing yet.
    pub fn mined(&self) -> Result<Arc<Mined>, RegistryError> {
        let known = self.findings();
        let (head, few) = self.surveyed(|survey| {
            let few = survey.table.len() <= WHILE_WAITING;
            (survey.head, few)
        })?;
        match known {
            Some((of, mined)) if of == head || !few => Ok(mined),
            None if !few => Ok(Arc::default()),
            _ => self.mine(),
        }
    }

    /// Looks again at what changed: for a job beside the readers, so that none of them waits.
    pub fn keep_up(&self) -> Result<(), RegistryError> {
        let head = self.surveyed(|survey| survey.head)?;
        if self.findings().is_none_or(|(of, _)| of != head) {
            self.mine()?;
        }
        Ok(())
    }

    fn findings(&self) -> Findings {
        let findings = self.findings.lock();
        findings.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks through everything, one caller at a time: whoever waited takes what the one before
    /// found, unless more has changed.
    fn mine(&self) -> Result<Arc<Mined>, RegistryError> {
        let mut retold = self.retold.lock().unwrap_or_else(PoisonError::into_inner);
        let head = self.surveyed(|survey| survey.head)?;
        if let Some((_, mined)) = self.findings().filter(|(of, _)| *of == head) {
            return Ok(mined);
        }
        let (head, sample) =
            self.surveyed(|survey| (survey.head, Sample::of(&survey.table.all())))?;
        let (chains, clusters) = self.retell(&mut retold)?;
        let mined = Arc::new(Mined {
            chains,
            clusters,
            ..sample.mine()
        });
        let mut findings = self.findings.lock().unwrap_or_else(PoisonError::into_inner);
        *findings = Some((head, Arc::clone(&mined)));
        Ok(mined)
    }
}

impl Survey {
    /// Reports that were followed up in a time.
    pub(super) fn followed_in(&self, span: Span) -> Selection<'_> {
        let within = |months: &[Period]| months.iter().any(|month| span.contains(*month));
        let found = self.followed.iter().filter(|(_, months)| within(months));
        let found: Vec<ReportId> = found.map(|(id, _)| *id).collect();
        self.table.these(&found)
    }

    /// As of the latest change.
    fn kept_up(mut self, tx: &mut ReadTx<'_>) -> Result<Self, StorageError> {
        let head = {
            let head = self.head;
            follow(tx, &mut self, head)?
        };
        let recent = published::recent(tx, super::overview::RECENT)?;
        let recent: Vec<ReportId> = recent.iter().map(|card| card.id).collect();
        Ok(Self {
            head,
            table: self.table,
            followed: self.followed,
            drills: self.drills,
            crowd: self.crowd,
            recent: published::many(tx, &recent)?,
            ..Self::default()
        })
    }
}

impl Follows for Survey {
    fn put(&mut self, public: &PublicReport<RedactedText>) {
        self.table.put(public);
        let followed: Vec<Period> = public.followed().collect();
        if !followed.is_empty() {
            self.followed.insert(public.id, followed);
        }
        self.crowd.add(public);
        if let Some(card) = DrillCard::of(public) {
            let told = completeness(&public.report);
            self.drills.insert((Reverse(told), public.id), card);
            if self.drills.len() > DRILLS {
                self.drills.pop_last();
            }
        }
    }

    fn forget(&mut self, id: ReportId) {
        self.table.remove(id);
        self.followed.remove(&id);
        self.crowd.remove(id);
        self.drills.retain(|(_, of), _| *of != id);
    }
}

//! What the whole registry says: counts by technology and failure mode, and the newest reports.
//! Read once, and again when something was published or withdrawn.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use super::crowd::Crowd;
use super::{Registry, RegistryError};
use crate::anonymise::RedactedText;
use crate::drills::DrillCard;
use crate::patterns::{ModeProfile, TechnologyProfile, completeness};
use crate::report::{PublicReport, ReportId, Slug};
use crate::storage::{ReadTx, StorageError, outbox, published};

/// Reports read at once.
const PAGE: u32 = 500;
/// Newest reports kept at hand.
const RECENT: usize = 8;
/// Drills kept at hand.
const DRILLS: usize = 2_000;

/// A slug and the number of reports that carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountOf {
    /// The term.
    pub slug: Slug,
    /// Reports.
    pub count: usize,
}

/// Counts over every published report.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// Place in the outbox up to which it holds.
    head: i64,
    /// Published reports.
    pub total: usize,
    /// Whether any of them is an invented sample.
    pub samples: bool,
    /// Technologies, most reported first.
    pub technologies: Vec<CountOf>,
    /// Failure modes, most reported first.
    pub modes: Vec<CountOf>,
    /// Drills that can be made of them, those of the most complete reports first.
    pub drills: Vec<DrillCard>,
    /// The newest reports.
    pub recent: Vec<PublicReport<RedactedText>>,
    /// What could point at somebody, to count who shares it.
    pub(super) crowd: Crowd,
}

impl Registry {
    /// Counts over every published report.
    pub fn overview(&self) -> Result<Arc<Overview>, RegistryError> {
        let head = self.storage.read(outbox::head)?;
        let known = self
            .overview
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(known) = known.filter(|known| known.head == head) {
            return Ok(known);
        }
        let fresh = Arc::new(self.storage.read(|tx| survey(tx, head))?);
        *self
            .overview
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&fresh));
        Ok(fresh)
    }

    /// What the reports say about one technology.
    pub fn technology(&self, slug: &Slug) -> Result<TechnologyProfile, RegistryError> {
        let reports = self.all_with(|report| {
            report
                .report
                .technologies
                .iter()
                .any(|used| used.slug == *slug)
        })?;
        Ok(TechnologyProfile::of(slug, &reports))
    }

    /// What the reports say about one failure mode.
    pub fn mode(&self, slug: &Slug) -> Result<ModeProfile, RegistryError> {
        let reports = self.all_with(|report| {
            report
                .report
                .failure_modes
                .iter()
                .any(|mode| mode.code == *slug)
        })?;
        Ok(ModeProfile::of(slug, &reports))
    }

    fn all_with(
        &self,
        wanted: impl Fn(&PublicReport<RedactedText>) -> bool,
    ) -> Result<Vec<PublicReport<RedactedText>>, RegistryError> {
        let mut found = Vec::new();
        self.storage.read(|tx| {
            each(tx, |report| {
                if wanted(&report) {
                    found.push(report);
                }
            })
        })?;
        Ok(found)
    }
}

fn survey(tx: &mut ReadTx<'_>, head: i64) -> Result<Overview, StorageError> {
    let mut overview = Overview {
        head,
        ..Overview::default()
    };
    let (mut technologies, mut modes) = (BTreeMap::new(), BTreeMap::new());
    let mut drills = BTreeMap::new();
    each(tx, |report| {
        overview.total += 1;
        overview.samples |= report.sample;
        overview.crowd.add(&report);
        for used in &report.report.technologies {
            *technologies.entry(used.slug.clone()).or_insert(0) += 1;
        }
        for mode in &report.report.failure_modes {
            *modes.entry(mode.code.clone()).or_insert(0) += 1;
        }
        if let Some(card) = DrillCard::of(&report) {
            let told = completeness(&report.report);
            drills.insert((std::cmp::Reverse(told), report.id), card);
            if drills.len() > DRILLS {
                drills.pop_last();
            }
        }
        let newer = |a: &PublicReport<RedactedText>| (std::cmp::Reverse(a.published), a.id);
        let at = overview
            .recent
            .partition_point(|known| newer(known) <= newer(&report));
        if at < RECENT {
            overview.recent.insert(at, report);
            overview.recent.truncate(RECENT);
        }
    })?;
    overview.technologies = most_first(technologies);
    overview.modes = most_first(modes);
    overview.drills = drills.into_values().collect();
    Ok(overview)
}

fn each(
    tx: &mut ReadTx<'_>,
    mut visit: impl FnMut(PublicReport<RedactedText>),
) -> Result<(), StorageError> {
    let mut after: Option<ReportId> = None;
    loop {
        let page = published::all(tx, after, PAGE)?;
        after = page.last().map(|report| report.id);
        let last = page.len() < PAGE as usize;
        page.into_iter().for_each(&mut visit);
        if last {
            return Ok(());
        }
    }
}

fn most_first(counts: BTreeMap<Slug, usize>) -> Vec<CountOf> {
    let mut counts: Vec<CountOf> = counts
        .into_iter()
        .map(|(slug, count)| CountOf { slug, count })
        .collect();
    counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.slug.cmp(&b.slug)));
    counts
}

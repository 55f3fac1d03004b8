//! What the reports say of one technology, or of one failure mode.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{PublicReport, ReportId, Slug, TechnologyRole, Version};
use crate::taxonomy::ListId;

use super::fact::{Fact, sure, technologies};
use super::table::CodeTable;
use super::{Counts, MINIMUM, Tally};

/// How many reports a profile recommends.
pub const READ_FIRST: usize = 3;

/// What the reports say of one technology.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TechnologyProfile {
    /// The technology.
    pub technology: Slug,
    /// Counts over the reports in which it took part; `technologies` are those it was seen with.
    pub counts: Counts,
    /// Its part in them.
    pub roles: Roles,
    /// Versions of it that reports name.
    pub versions: Tally<Version>,
    /// Reports worth reading first ([`worth_reading_first`](super::worth_reading_first)).
    pub read_first: Vec<ReportId>,
}

/// The part a technology had, in how many reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Roles {
    /// It failed.
    pub failed_component: u32,
    /// Something that failed depends on it, or it on that.
    pub dependency: u32,
    /// Nobody said.
    pub unstated: u32,
}

/// What the reports say of one failure mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ModeProfile {
    /// The failure mode.
    pub mode: Slug,
    /// Counts over the reports that show it; `failure_modes` are those it was seen with.
    pub counts: Counts,
    /// Reports worth reading first ([`worth_reading_first`](super::worth_reading_first)).
    pub read_first: Vec<ReportId>,
}

/// What the reports say that have all of some codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CombinationProfile {
    /// The codes.
    pub facts: Vec<Fact>,
    /// Counts over the reports with all of them; what they have in common is not counted.
    pub counts: Counts,
    /// Reports worth reading first ([`worth_reading_first`](super::worth_reading_first)).
    pub read_first: Vec<ReportId>,
}

impl CombinationProfile {
    /// Whether there are enough reports to speak of patterns; if not, say "too few reports".
    pub fn enough(&self) -> bool {
        enough(&self.counts)
    }
}

impl TechnologyProfile {
    /// The profile over the reports in which the technology took part.
    pub fn of<'a, T: AsRef<str> + 'a>(
        technology: &Slug,
        reports: impl IntoIterator<Item = &'a PublicReport<T>>,
    ) -> Self {
        let reports = reports.into_iter();
        let with = reports.filter(|report| technologies(&report.report).any(|s| s == technology));
        CodeTable::of(with).technology(technology)
    }

    /// Whether there are enough reports to speak of patterns; if not, say "too few reports".
    pub fn enough(&self) -> bool {
        enough(&self.counts)
    }
}

impl ModeProfile {
    /// The profile over the reports that show the failure mode.
    pub fn of<'a, T: AsRef<str> + 'a>(
        mode: &Slug,
        reports: impl IntoIterator<Item = &'a PublicReport<T>>,
    ) -> Self {
        let reports = reports.into_iter();
        let with = reports.filter(|report| sure(&report.report.failure_modes).any(|c| c == mode));
        CodeTable::of(with).mode(mode)
    }

    /// Whether there are enough reports to speak of patterns; if not, say "too few reports".
    pub fn enough(&self) -> bool {
        enough(&self.counts)
    }
}

impl CodeTable {
    /// What the reports say of a technology.
    pub fn technology(&self, technology: &Slug) -> TechnologyProfile {
        let with = self.with(&Fact::Technology(technology.clone()));
        let (sums, mut counts) = with.sums_and_counts();
        counts.technologies.remove(technology);
        let (mut roles, mut versions) = (Roles::default(), Tally::default());
        for (fact, reports) in self.facts().iter().zip(sums).filter(|(_, n)| *n > 0) {
            match fact {
                Fact::Role(slug, role) if slug == technology => roles.add(*role, reports),
                Fact::Version(slug, version) if slug == technology => {
                    versions.add(version, reports);
                }
                _ => {}
            }
        }
        TechnologyProfile {
            technology: technology.clone(),
            counts,
            roles,
            versions,
            read_first: with.read_first(READ_FIRST),
        }
    }

    /// What the reports say that have all of these.
    pub fn combination(&self, facts: Vec<Fact>) -> CombinationProfile {
        let with = self.with_all(&facts);
        let mut counts = with.counts();
        for fact in &facts {
            counts.without(fact);
        }
        CombinationProfile {
            read_first: with.read_first(READ_FIRST),
            facts,
            counts,
        }
    }

    /// What the reports say of a failure mode.
    pub fn mode(&self, mode: &Slug) -> ModeProfile {
        let with = self.with(&Fact::Code(ListId::FailureModes, mode.clone()));
        let mut counts = with.counts();
        counts.failure_modes.remove(mode);
        ModeProfile {
            mode: mode.clone(),
            counts,
            read_first: with.read_first(READ_FIRST),
        }
    }
}

impl Roles {
    fn add(&mut self, role: Option<TechnologyRole>, reports: u32) {
        match role {
            Some(TechnologyRole::FailedComponent) => self.failed_component += reports,
            Some(TechnologyRole::Dependency) => self.dependency += reports,
            _ => self.unstated += reports,
        }
    }
}

/// Whether it takes no more reports to speak of a pattern.
pub(super) fn enough(counts: &Counts) -> bool {
    usize::try_from(counts.reports).is_ok_and(|reports| reports >= MINIMUM)
}

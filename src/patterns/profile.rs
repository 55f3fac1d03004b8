//! What the reports say of one technology, or of one failure mode.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{PublicReport, ReportId, Slug, TechnologyRole};

use super::counts::{sure, technologies, took_part};
use super::{Counts, MINIMUM, worth_reading_first};

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
    /// Reports worth reading first ([`worth_reading_first`]).
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

impl TechnologyProfile {
    /// The profile over the reports in which the technology took part.
    pub fn of<'a, T: AsRef<str> + 'a>(
        technology: &Slug,
        reports: impl IntoIterator<Item = &'a PublicReport<T>>,
    ) -> Self {
        let with: Vec<_> = reports
            .into_iter()
            .filter(|report| technologies(&report.report).any(|slug| slug == technology))
            .collect();
        let mut counts = Counts::of(with.iter().copied());
        counts.technologies.remove(technology);
        let mut roles = Roles::default();
        for report in &with {
            roles.add(report, technology);
        }
        Self {
            technology: technology.clone(),
            counts,
            roles,
            read_first: worth_reading_first(with, READ_FIRST),
        }
    }

    /// Whether there are enough reports to speak of patterns; if not, say "too few reports".
    pub fn enough(&self) -> bool {
        enough(&self.counts)
    }
}

impl Roles {
    /// Counts a report once, by the heaviest part the technology had in it.
    fn add<T>(&mut self, report: &PublicReport<T>, technology: &Slug) {
        let roles: Vec<_> = report
            .report
            .technologies
            .iter()
            .filter(|used| used.slug == *technology && took_part(used))
            .map(|used| used.role)
            .collect();
        if roles.contains(&Some(TechnologyRole::FailedComponent)) {
            self.failed_component += 1;
        } else if roles.contains(&Some(TechnologyRole::Dependency)) {
            self.dependency += 1;
        } else {
            self.unstated += 1;
        }
    }
}

/// What the reports say of one failure mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ModeProfile {
    /// The failure mode.
    pub mode: Slug,
    /// Counts over the reports that show it; `failure_modes` are those it was seen with.
    pub counts: Counts,
    /// Reports worth reading first ([`worth_reading_first`]).
    pub read_first: Vec<ReportId>,
}

impl ModeProfile {
    /// The profile over the reports that show the failure mode.
    pub fn of<'a, T: AsRef<str> + 'a>(
        mode: &Slug,
        reports: impl IntoIterator<Item = &'a PublicReport<T>>,
    ) -> Self {
        let with: Vec<_> = reports
            .into_iter()
            .filter(|report| sure(&report.report.failure_modes).any(|code| code == mode))
            .collect();
        let mut counts = Counts::of(with.iter().copied());
        counts.failure_modes.remove(mode);
        Self {
            mode: mode.clone(),
            counts,
            read_first: worth_reading_first(with, READ_FIRST),
        }
    }

    /// Whether there are enough reports to speak of patterns; if not, say "too few reports".
    pub fn enough(&self) -> bool {
        enough(&self.counts)
    }
}

fn enough(counts: &Counts) -> bool {
    usize::try_from(counts.reports).is_ok_and(|reports| reports >= MINIMUM)
}

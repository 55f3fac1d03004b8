//! What the whole registry says: counts by technology and failure mode, and the newest reports.

use super::survey::Survey;
use super::{Registry, RegistryError};
use crate::anonymise::RedactedText;
use crate::drills::DrillCard;
use crate::patterns::{
    Count, Counts, Fact, FaultTree, Matrix, Occasion, OccasionList, Samples, Tally, says_something,
};
use crate::report::{PublicReport, Slug};
use crate::taxonomy::ListId;

/// Newest reports kept at hand.
pub(super) const RECENT: u32 = 8;

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
    /// Published reports.
    pub total: usize,
    /// How many of them are invented samples.
    pub samples: Samples,
    /// Technologies that took part, most reported first.
    pub technologies: Vec<CountOf>,
    /// Failure modes of the list, most reported first.
    pub modes: Vec<CountOf>,
    /// Sectors it happened in, most reported first.
    pub sectors: Vec<CountOf>,
    /// What was going on when it began, most reported first.
    pub phases: Vec<CountOf>,
    /// Drills that can be made of them, those of the most complete reports first.
    pub drills: Vec<DrillCard>,
    /// The newest reports.
    pub recent: Vec<PublicReport<RedactedText>>,
}

impl Overview {
    pub(super) fn of(survey: &Survey) -> Self {
        let counts = survey.table.all().counts();
        Self {
            total: survey.table.len(),
            samples: survey.table.samples(),
            technologies: most_first(&counts.technologies),
            modes: most_first(&counts.failure_modes)
                .into_iter()
                .filter(|of| says_something(ListId::FailureModes, &of.slug))
                .collect(),
            sectors: most_first(&counts.sectors),
            phases: most_first(&counts.phases),
            drills: survey.drills.values().cloned().collect(),
            recent: survey.recent.clone(),
        }
    }
}

fn most_first(tally: &Tally) -> Vec<CountOf> {
    let count = |Count { code, reports }| CountOf {
        slug: code,
        count: reports as usize,
    };
    tally.ranked().into_iter().map(count).collect()
}

impl Registry {
    /// The resiliency matrix of a stack.
    pub fn matrix_of(&self, stack: &[Slug]) -> Result<Matrix, RegistryError> {
        self.surveyed(|survey| Matrix::of_stack(&survey.table, stack))
    }

    /// What to go through on an occasion, with a stack.
    pub fn checklist(
        &self,
        occasion: Occasion,
        stack: &[Slug],
    ) -> Result<OccasionList, RegistryError> {
        self.surveyed(|survey| OccasionList::of(&survey.table, occasion, stack))
    }

    /// How things came to fail in which all of these took part together.
    pub fn breaks(&self, stack: &[Slug]) -> Result<FaultTree, RegistryError> {
        self.surveyed(|survey| FaultTree::of(&survey.table, stack))
    }

    /// Counts of every code over the reports in which a technology of the stack took part.
    pub fn counts_of(&self, stack: &[Slug]) -> Result<Counts, RegistryError> {
        let facts: Vec<Fact> = stack.iter().cloned().map(Fact::Technology).collect();
        self.surveyed(|survey| survey.table.with_any(&facts).counts())
    }
}

//! What is public already of what somebody is writing about.

use std::cmp::Reverse;

use super::{Alike, Registry, RegistryError, SearchRequest};
use crate::anonymise::RedactedText;
use crate::report::{Report, Slug, TechnologyRole};
use crate::search::{FacetField, Sort};

/// Codes of each kind that are asked for; a query has room for no more.
const MOST_CODES: usize = 4;
/// Reports that the most alike are chosen from.
const CHOSEN_FROM: usize = 100;

/// Public reports like a draft.
#[derive(Clone, Debug, Default)]
pub struct Company {
    /// How many there are.
    pub total: usize,
    /// The query that finds them.
    pub query: String,
    /// Those that have most in common with it, with what that is.
    pub reports: Vec<Alike>,
}

impl Registry {
    /// Public reports that share a technology and a failure mode with a draft, or one of them where
    /// the draft has no code for the other. Only its codes are looked up: no word of it is.
    pub fn company(
        &self,
        draft: &Report<RedactedText>,
        limit: usize,
    ) -> Result<Company, RegistryError> {
        let used = draft.technologies.iter();
        let used = used.filter(|used| used.role != Some(TechnologyRole::Bystander));
        let technologies: Vec<&Slug> = used.map(|used| &used.slug).take(MOST_CODES).collect();
        let modes = draft.failure_modes.iter().map(|mode| &mode.code);
        let modes: Vec<&Slug> = modes.take(MOST_CODES).collect();
        let query = asking(&technologies, &modes);
        if query.is_empty() {
            return Ok(Company::default());
        }
        let found = self.search(&SearchRequest {
            text: query.clone(),
            sort: Sort::Newest,
            after: None,
            limit: CHOSEN_FROM,
        })?;
        let mut reports: Vec<Alike> = found
            .hits
            .into_iter()
            .map(|hit| {
                let report = &hit.report.report;
                let theirs =
                    |slug: &Slug| report.technologies.iter().any(|used| used.slug == *slug);
                let same = |code: &Slug| report.failure_modes.iter().any(|mode| mode.code == *code);
                let shared = modes.iter().copied().filter(|code| same(code));
                let shared = shared.chain(technologies.iter().copied().filter(|slug| theirs(slug)));
                let shared = shared.map(Slug::to_string).collect();
                (hit.report, shared)
            })
            .collect();
        // Stable: among equals those of the latest period come first.
        reports.sort_by_key(|(_, shared)| Reverse(shared.len()));
        reports.truncate(limit);
        Ok(Company {
            total: found.total,
            query,
            reports,
        })
    }
}

/// Values of one field are alternatives there, and different fields must all agree.
fn asking(technologies: &[&Slug], modes: &[&Slug]) -> String {
    let stacks = technologies
        .iter()
        .map(|slug| format!("{}:{slug}", FacetField::Technology));
    let modes = modes
        .iter()
        .map(|code| format!("{}:{code}", FacetField::FailureMode));
    stacks.chain(modes).collect::<Vec<_>>().join(" ")
}

//! Reports that have a part of a stack.

use crate::report::{ReportId, Slug};

use super::document::code_term;
use super::pass::collect;
use super::plan::Planner;
use super::ranking::Window;
use super::schema::Fields;
use super::snapshot::Snapshot;
use super::{FacetField, SearchError, Sort};

/// How many reports name any of the technologies, and those in which the weights of what they name
/// add up highest.
pub(super) fn with_any(
    snapshot: &Snapshot,
    fields: &Fields,
    technologies: &[(Slug, f32)],
    limit: usize,
) -> Result<(usize, Vec<ReportId>), SearchError> {
    if technologies.is_empty() || limit == 0 {
        return Ok((0, Vec::new()));
    }
    let weighted: Vec<_> = technologies
        .iter()
        .map(|(slug, weight)| (code_term(FacetField::Technology, slug.as_str()), *weight))
        .collect();
    let query = Planner::new(snapshot, fields).with_codes(&weighted);
    let window = Window {
        sort: Sort::Relevance,
        after: None,
        limit,
    };
    let outcome = collect(snapshot, query.as_ref(), window)?;
    let ids = outcome.found.iter().map(|found| found.rank.id).collect();
    Ok((outcome.total, ids))
}

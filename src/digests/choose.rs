//! Which reports are retold, and which becomes the case.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::anonymise::RedactedText;
use crate::patterns::{Counts, Tally, completeness};
use crate::report::{ReportId, Severity, Slug};
use crate::taxonomy::Taxonomy;

use super::case::{Common, Story, case};
use super::retelling::{Told, retell};
use super::{Case, Published, Retelling};

/// Reports out of which an issue's stories are chosen, those that are worth reading first; all are
/// counted.
pub const ISSUE_READ: usize = 200;
/// Retellings in an issue, where enough reports tell enough.
const FEWEST: usize = 3;
const MOST: usize = 5;
/// What a story without causes or help loses against one with both.
const NOT_WHOLE: i32 = 4;
/// What a story pieced together from accounts loses against one with a summary.
const NOT_SUMMED_UP: i32 = 4;
/// What the first story gains that is about the theme.
const ABOUT_THE_THEME: i32 = 4;
/// What each technology or failure mode already told costs.
const TOLD_BEFORE: i32 = 3;

/// Retells three to five reports and turns one more into a case.
///
/// The case is the most complete and severe report whose timeline can be cut in two, if enough
/// others are left to retell; without one, a report that is not retold and whose summary can be.
/// Reports are retold one at a time: the most complete and severe that tells of other technologies
/// and failure modes than those before it; the first of them, about the theme if it can be. Equals
/// go by id.
pub(super) fn stories(
    taxonomy: &Taxonomy,
    published: &[&Published],
    common: &Common,
    theme: Option<&Slug>,
) -> (Vec<Retelling<RedactedText>>, Option<Case<RedactedText>>) {
    let mut candidates = candidates(taxonomy, published);
    let mut ranked = published.to_vec();
    ranked.sort_by_key(|public| (Reverse(worth(public)), public.id));
    let from = |story, public: &Published| case(taxonomy, public, published, common, story);

    let timed = ranked.iter().find_map(|public| {
        let others = candidates.iter().filter(|other| other.id != public.id);
        (others.count() >= FEWEST)
            .then(|| from(Story::Timeline, public))
            .flatten()
    });
    if let Some(case) = &timed {
        candidates.retain(|candidate| candidate.id != case.source.report);
    }
    let retellings = retellings(candidates, theme, MOST);
    let is_told = |public: &Published| retellings.iter().any(|r| r.source.report == public.id);
    let case = timed.or_else(|| {
        let mut spare = ranked.iter().filter(|public| !is_told(public));
        spare.find_map(|public| from(Story::Summary, public))
    });
    (retellings, case)
}

/// Retells at most so many of these reports, chosen as [`stories`] chooses.
pub(super) fn retold(
    taxonomy: &Taxonomy,
    published: &[&Published],
    theme: Option<&Slug>,
    most: usize,
) -> Vec<Retelling<RedactedText>> {
    retellings(candidates(taxonomy, published), theme, most)
}

fn retellings(
    mut candidates: Vec<Candidate>,
    theme: Option<&Slug>,
    most: usize,
) -> Vec<Retelling<RedactedText>> {
    let mut told: Vec<Retelling<RedactedText>> = Vec::new();
    let mut seen = BTreeSet::new();
    while told.len() < most {
        let best = candidates
            .iter()
            .enumerate()
            .min_by_key(|(_, candidate)| {
                let opens = told.is_empty() && theme.is_some_and(|of| candidate.about.contains(of));
                let worth = candidate.worth(&seen) + if opens { ABOUT_THE_THEME } else { 0 };
                (Reverse(worth), candidate.id)
            })
            .map(|(index, _)| index);
        let Some(best) = best else { break };
        let chosen = candidates.swap_remove(best);
        seen.extend(chosen.about);
        told.push(chosen.told.retelling);
    }
    told
}

struct Candidate {
    id: ReportId,
    worth: i32,
    about: BTreeSet<Slug>,
    told: Told,
}

impl Candidate {
    fn worth(&self, seen: &BTreeSet<Slug>) -> i32 {
        let repeated = self.about.intersection(seen).count();
        self.worth - TOLD_BEFORE * i32::try_from(repeated).unwrap_or(i32::MAX / TOLD_BEFORE)
    }
}

fn candidates(taxonomy: &Taxonomy, published: &[&Published]) -> Vec<Candidate> {
    published
        .iter()
        .copied()
        .filter_map(|public| {
            let told = retell(taxonomy, public)?;
            let counts = Counts::of([public]);
            let about = [counts.technologies, counts.failure_modes]
                .iter()
                .flat_map(Tally::ranked)
                .map(|line| line.code)
                .collect();
            Some(Candidate {
                id: public.id,
                worth: worth(public)
                    - if told.whole { 0 } else { NOT_WHOLE }
                    - if told.summed_up { 0 } else { NOT_SUMMED_UP },
                about,
                told,
            })
        })
        .collect()
}

fn worth(public: &Published) -> i32 {
    let severity = public.report.severity.map_or(0, Severity::get);
    i32::from(completeness(&public.report)) + i32::from(severity)
}

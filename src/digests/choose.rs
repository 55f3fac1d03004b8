//! Which reports are retold, and which becomes the case.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::anonymise::RedactedText;
use crate::patterns::{Counts, completeness};
use crate::report::{ReportId, Severity, Slug};
use crate::taxonomy::Taxonomy;

use super::case::{Common, case};
use super::retelling::{Told, retell};
use super::{Case, Published, Retelling};

/// Retellings in an issue, where enough reports tell enough.
const FEWEST: usize = 3;
const MOST: usize = 5;
/// What a story without causes or help loses against one with both.
const NOT_WHOLE: i32 = 4;
/// What each technology or failure mode already told costs.
const TOLD_BEFORE: i32 = 3;

/// Retells three to five reports and turns one more into a case.
///
/// One at a time: the most complete and severe that tells of other technologies and failure modes
/// than those before it; equals go by id. The case is the best of the reports left over; where none
/// of them can be one, the last of more than three retellings gives way to it.
pub(super) fn stories(
    taxonomy: &Taxonomy,
    published: &[&Published],
    common: &Common,
) -> (Vec<Retelling<RedactedText>>, Option<Case<RedactedText>>) {
    let mut candidates = candidates(taxonomy, published);
    let mut told = Vec::new();
    let mut seen = BTreeSet::new();
    while told.len() < MOST {
        let best = candidates
            .iter()
            .enumerate()
            .min_by_key(|(_, candidate)| (Reverse(candidate.worth(&seen)), candidate.id))
            .map(|(index, _)| index);
        let Some(best) = best else { break };
        let chosen = candidates.swap_remove(best);
        seen.extend(chosen.about.iter().cloned());
        told.push(chosen);
    }

    let mut spare: Vec<_> = published
        .iter()
        .copied()
        .filter(|public| told.iter().all(|chosen| chosen.id != public.id))
        .collect();
    spare.sort_by_key(|public| (Reverse(worth(public)), public.id));
    let mut case_told = spare
        .into_iter()
        .find_map(|public| case(taxonomy, public, published, common));
    let mut last = told.len();
    while case_told.is_none() && told.len() > FEWEST && last > FEWEST {
        last -= 1;
        case_told = told
            .get(last)
            .and_then(|chosen| published.iter().find(|public| public.id == chosen.id))
            .and_then(|public| case(taxonomy, public, published, common));
        if case_told.is_some() {
            told.remove(last);
        }
    }
    let retellings = told.into_iter().map(|chosen| chosen.told.retelling);
    (retellings.collect(), case_told)
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
                .flat_map(|tally| tally.ranked())
                .map(|line| line.code)
                .collect();
            Some(Candidate {
                id: public.id,
                worth: worth(public) - if told.whole { 0 } else { NOT_WHOLE },
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

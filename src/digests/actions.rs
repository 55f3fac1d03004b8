//! Actions worth copying: changes that do not lean on people being careful.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::anonymise::RedactedText;
use crate::patterns::completeness;
use crate::report::{Action, ActionResult, ActionStatus, ReportId, Slug, Strength};
use crate::taxonomy::{ListId, Taxonomy};

use super::compile::Counted;
use super::prose::{english, line, words};
use super::terms::term;
use super::{ActionWorthCopying, Published};

const MOST: usize = 8;
const FEWEST_WORDS: usize = 3;

/// One action a class of change: the one that is known to hold, then verified, then done, then the
/// stronger, then from the more complete report. Dropped ones and those that did not hold are left
/// out.
pub(super) fn worth_copying(
    counted: &Counted<'_>,
    published: &[&Published],
) -> Vec<ActionWorthCopying<RedactedText>> {
    let mut best: BTreeMap<Kind, (Rank, ActionWorthCopying<RedactedText>)> = BTreeMap::new();
    for public in published {
        let complete = completeness(&public.report);
        for action in &public.report.actions {
            let Some(found) = one(counted.taxonomy, public.id, action) else {
                continue;
            };
            let kind = match &action.class {
                Some(class) => Kind::Class(class.clone()),
                None => Kind::Text(found.text.as_str().to_lowercase()),
            };
            let rank = (
                proof(action),
                weight(found.strength),
                Reverse(complete),
                public.id,
            );
            if best.get(&kind).is_none_or(|(other, _)| rank < *other) {
                best.insert(kind, (rank, found));
            }
        }
    }
    let chosen: BTreeMap<Slug, u32> = counted
        .counts
        .remediations()
        .into_iter()
        .map(|line| (line.class, line.outcomes.reports))
        .collect();
    let mut actions: Vec<_> = best
        .into_iter()
        .map(|(kind, (rank, mut action))| {
            if let Kind::Class(class) = &kind {
                action.reports = counted.told(chosen.get(class).copied().unwrap_or(1)).max(1);
            }
            ((rank.0, rank.1, Reverse(action.reports), kind), action)
        })
        .collect();
    actions.sort_by(|(a, _), (b, _)| a.cmp(b));
    actions.truncate(MOST);
    actions.into_iter().map(|(_, action)| action).collect()
}

/// What makes two actions the same.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Class(Slug),
    Text(String),
}

type Rank = (u8, u8, Reverse<u8>, ReportId);

fn one(
    taxonomy: &Taxonomy,
    report: ReportId,
    action: &Action<RedactedText>,
) -> Option<ActionWorthCopying<RedactedText>> {
    let class = action.class.as_ref();
    let strength = action
        .strength
        .or_else(|| taxonomy.strength(class?))
        .filter(|strength| matches!(strength, Strength::Strong | Strength::Intermediate))?;
    let given_up = matches!(
        action.status,
        Some(ActionStatus::Dropped | ActionStatus::Superseded | ActionStatus::RiskAccepted)
    );
    let did_not_hold = matches!(
        action.result,
        Some(ActionResult::NoEffect | ActionResult::Recurred | ActionResult::NewProblem)
    );
    let text = line(&action.text)?;
    // "... (Owner: x; State: done)" are the fields of a table.
    let told = words(text.as_str()) >= FEWEST_WORDS
        && english(text.as_str())
        && !text.as_str().contains(": ");
    (!given_up && !did_not_hold && told).then(|| ActionWorthCopying {
        text,
        class: class
            .filter(|class| class.as_str() != "other")
            .map(|class| term(taxonomy, ListId::Remediations, class)),
        strength,
        status: action.status,
        result: action.result,
        report,
        reports: 1,
    })
}

fn proof(action: &Action<RedactedText>) -> u8 {
    match (action.result, action.status) {
        (Some(ActionResult::Held), _) => 0,
        (Some(ActionResult::ReducedImpact), _) => 1,
        (_, Some(ActionStatus::VerifiedInExercise)) => 2,
        (_, Some(ActionStatus::Done)) => 3,
        _ => 4,
    }
}

fn weight(strength: Strength) -> u8 {
    match strength {
        Strength::Strong => 0,
        Strength::Intermediate => 1,
        Strength::Weak => 2,
    }
}

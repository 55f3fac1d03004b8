//! What is kept of each report to find retold stories: in what order it tells of things, and a
//! signature of its words. A few hundred bytes a report, put and removed one by one.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::alike::{Cluster, Signature, clusters};
use super::chains::{Chain, chains};
use crate::patterns::fact::{Fact, says_something};
use crate::patterns::reading::rank;
use crate::patterns::table::Rank;
use crate::report::{DependencyState, Factor, PublicReport, Report, ReportId, Slug};
use crate::taxonomy::ListId;

/// Things that one sequence tells of, at most.
const STEPS: usize = 10;

/// Things in order: the place where each is told first, and its number.
pub(super) type Sequence = Box<[(u16, u32)]>;

/// Stories of many reports.
#[derive(Debug, Default)]
pub struct Stories {
    facts: Vec<Fact>,
    numbers: FxHashMap<Fact, u32>,
    told: BTreeMap<ReportId, Told>,
}

#[derive(Debug)]
pub(super) struct Told {
    pub(super) rank: Rank,
    pub(super) sequences: Box<[Sequence]>,
    pub(super) signature: Option<Signature>,
}

impl Stories {
    /// Adds a report, in place of what was known of it. `speaks` says of which technologies and
    /// codes a text speaks; of these only what the report is coded with counts, so that words give
    /// an order and nothing else.
    pub fn put<T: AsRef<str>>(
        &mut self,
        public: &PublicReport<T>,
        speaks: impl Fn(&str) -> Vec<Fact>,
    ) {
        let coded = Fact::of(&public.report);
        let mut sequences = Vec::new();
        let timeline = in_order(&public.report, &coded, speaks);
        let mut paths = Vec::new();
        for factor in &public.report.factors {
            up(factor, &mut Vec::new(), &mut paths);
        }
        for sequence in std::iter::once(timeline).chain(paths) {
            let numbered = sequence.into_iter().take(STEPS);
            let numbered: Sequence = numbered
                .map(|(place, fact)| (place, self.number(fact)))
                .collect();
            if numbered.len() > 1 {
                sequences.push(numbered);
            }
        }
        let told = Told {
            rank: rank(public),
            sequences: sequences.into_boxed_slice(),
            signature: Signature::of(&public.report),
        };
        self.told.insert(public.id, told);
    }

    /// Forgets a report.
    pub fn remove(&mut self, id: ReportId) {
        self.told.remove(&id);
    }

    /// How many reports it knows.
    pub fn len(&self) -> usize {
        self.told.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// Things that come one after the other in several reports.
    pub fn chains(&self) -> Vec<Chain> {
        chains(&self.facts, self.told.values())
    }

    /// Reports that are told in much the same words.
    pub fn clusters(&self) -> Vec<Cluster> {
        clusters(self.told.values())
    }

    fn number(&mut self, fact: Fact) -> u32 {
        if let Some(number) = self.numbers.get(&fact) {
            return *number;
        }
        let number = u32::try_from(self.facts.len()).unwrap_or(u32::MAX);
        self.facts.push(fact.clone());
        self.numbers.insert(fact, number);
        number
    }
}

/// Whether a code can be a link of a chain.
fn is_link(list: ListId, code: &Slug) -> bool {
    let lists = [
        ListId::Triggers,
        ListId::FailureModes,
        ListId::Factors,
        ListId::EventTypes,
    ];
    lists.contains(&list) && says_something(list, code)
}

/// What a report is coded with, in the order in which its timeline first speaks of it. A technology
/// counts by the state it was in, where that is known and not healthy.
fn in_order<T: AsRef<str>>(
    report: &Report<T>,
    coded: &[Fact],
    speaks: impl Fn(&str) -> Vec<Fact>,
) -> Vec<(u16, Fact)> {
    let mut links: Vec<&Fact> = coded
        .iter()
        .filter(|fact| match fact {
            Fact::Code(list, code) => is_link(*list, code),
            Fact::State(_, state) => *state != DependencyState::Healthy,
            _ => false,
        })
        .collect();
    let mut found = Vec::new();
    if links.len() < 2 || report.timeline.len() < 2 {
        return found;
    }
    for (place, event) in (0..).zip(&report.timeline) {
        for said in speaks(event.text.as_ref()) {
            let at = links.iter().position(|link| match (link, &said) {
                (Fact::State(of, _), Fact::Technology(named)) => of == named,
                (link, said) => *link == said,
            });
            if let Some(at) = at {
                found.push((place, links.swap_remove(at).clone()));
            }
        }
    }
    found
}

/// Ways up the tree of factors, from each condition without conditions of its own: what was there
/// first comes first.
fn up<T>(factor: &Factor<T>, above: &mut Vec<Fact>, ways: &mut Vec<Vec<(u16, Fact)>>) {
    let code = crate::patterns::sure(factor.code.as_slice()).next();
    let code = code.filter(|code| is_link(ListId::Factors, code));
    let link = code.map(|code| Fact::Code(ListId::Factors, code.clone()));
    let link = link.filter(|link| !above.contains(link));
    let added = link.is_some();
    above.extend(link);
    if factor.children.is_empty() {
        ways.push((0..).zip(above.iter().rev().cloned()).collect());
    }
    for child in &factor.children {
        up(child, above, ways);
    }
    if added {
        above.pop();
    }
}

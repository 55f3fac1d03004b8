//! Which codes come together more often than by chance: combinations of two and three
//! technologies, triggers, failure modes, contributing factors, detection gaps, and mitigations
//! that eased it.
//!
//! A combination needs the support of [`MINIMUM`] reports and of one report in a thousand
//! (support: Agrawal, Imieliński and Swami 1993). Its lift says how many times as often it is seen
//! as its parts would bring together by chance (Brin, Motwani, Ullman and Tsur 1997, "interest").
//! Fisher's exact test, one-sided, says how likely chance alone would bring as many; a combination
//! of three is tested against each of its pairs with the third, and the least convincing counts, so
//! that every part adds something (Webb 2007, "Discovering Significant Patterns", productive
//! itemsets). Over all tests made the false discovery rate is held at one in twenty by the procedure
//! of Benjamini and Hochberg (1995).
//!
//! Deterministic: the same reports give the same list, in whatever order they came in.

mod alike;
mod chains;
mod growth;
mod items;
mod significance;
mod stories;
mod sums;
#[cfg(test)]
mod tests;
mod words;

use std::cmp::Reverse;

use crate::report::{ReportId, Slug};

use super::MINIMUM;
use super::fact::Fact;
use super::selection::Selection;
use super::table::{Rank, Row, first};
pub use alike::{Cluster, Label};
pub use chains::Chain;
pub use growth::{Growing, Growth};
use items::{is_item, related};
use significance::{Chances, adjust};
pub use stories::Stories;
use sums::{Sums, triples};

/// False discoveries among what is listed, at most, on average.
const FALSE_DISCOVERIES: f64 = 0.05;
/// Combinations that are kept.
const MOST: usize = 2_000;
/// Pairs of technologies that are kept.
const PAIRS: usize = 500;
/// Reports named for each.
const EVIDENCE: usize = 3;

/// Codes that come together.
#[derive(Clone, Debug, PartialEq)]
pub struct Combination {
    /// Two or three, in the order of facts.
    pub items: Vec<Fact>,
    /// Reports with all of them, at least.
    pub reports: u32,
    /// How many times as often as by chance; of three, against the pair that explains most.
    pub lift: f64,
    /// How likely chance alone brings as many (one-sided).
    pub p: f64,
    /// The same, corrected for all tests that were made.
    pub q: f64,
    /// The reports to read first.
    pub evidence: Vec<ReportId>,
}

/// Two technologies that took part in the same reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The two, in the order of the alphabet.
    pub technologies: [Slug; 2],
    /// Reports with both, at least.
    pub reports: u32,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mined {
    /// Reports that were looked at.
    pub reports: u32,
    /// Reports that a combination had to have.
    pub least: u32,
    /// Tests that were made.
    pub tested: usize,
    /// The least likely to be chance first.
    pub combinations: Vec<Combination>,
    /// Pairs of technologies with enough reports, the most reported first.
    pub pairs: Vec<Pair>,
    /// Codes that come up more often than the year before.
    pub growth: Growth,
    /// Things that come one after the other ([`Stories::chains`]).
    pub chains: Vec<Chain>,
    /// Reports that are told in much the same words ([`Stories::clusters`]).
    pub clusters: Vec<Cluster>,
}

impl Combination {
    /// Whether it has this.
    pub fn has(&self, fact: &Fact) -> bool {
        self.items.contains(fact)
    }
}

impl Mined {
    /// Combinations with this, the least likely to be chance first.
    pub fn with<'a>(&'a self, fact: &'a Fact) -> impl Iterator<Item = &'a Combination> {
        self.combinations
            .iter()
            .filter(move |found| found.has(fact))
    }
}

/// What mining looks at, taken out of a table that may go on changing.
#[derive(Debug)]
pub struct Sample {
    /// Items that enough reports have, in order, each with its reports.
    items: Vec<(Fact, u32)>,
    rows: Vec<Case>,
    least: u32,
    growth: Growth,
}

#[derive(Debug)]
struct Case {
    /// Its place among the reports to read first.
    rank: Rank,
    /// Places of its items, in order.
    items: Vec<u32>,
}

/// A combination under test, by places in the list of items.
struct Candidate {
    items: [u32; 3],
    reports: u32,
    lift: f64,
    p: f64,
}

/// No item.
const NONE: u32 = u32::MAX;

impl Sample {
    /// What these reports say.
    pub fn of(reports: &Selection<'_>) -> Self {
        let (counts, total) = reports.sums();
        let least = u32::try_from(MINIMUM)
            .unwrap_or(3)
            .max(total.div_ceil(1000));
        let facts = reports.table.facts();
        let mut items: Vec<(&Fact, usize, u32)> = facts
            .iter()
            .enumerate()
            .zip(counts)
            .filter(|((_, fact), count)| *count >= least && is_item(fact))
            .map(|((number, fact), count)| (fact, number, count))
            .collect();
        items.sort_unstable();
        let mut place_of = vec![NONE; facts.len()];
        for (place, (_, number, _)) in (0..).zip(&items) {
            if let Some(of) = place_of.get_mut(*number) {
                *of = place;
            }
        }
        let case = |row: &Row| {
            let places = row.facts.iter().filter_map(|n| place_of.get(*n as usize));
            let mut items: Vec<u32> = places.copied().filter(|place| *place != NONE).collect();
            items.sort_unstable();
            Case {
                rank: row.rank(),
                items,
            }
        };
        Self {
            rows: reports.rows().map(case).collect(),
            items: items
                .into_iter()
                .map(|(fact, _, count)| (fact.clone(), count))
                .collect(),
            least,
            growth: Growth::of(reports),
        }
    }

    fn fact(&self, place: u32) -> Option<&Fact> {
        self.items.get(place as usize).map(|(fact, _)| fact)
    }

    fn single(&self, place: u32) -> u32 {
        self.items
            .get(place as usize)
            .map_or(0, |(_, count)| *count)
    }

    fn allowed(&self, one: u32, other: u32) -> bool {
        match (self.fact(one), self.fact(other)) {
            (Some(one), Some(other)) => !related(one, other),
            _ => false,
        }
    }

    /// Looks through them.
    pub fn mine(&self) -> Mined {
        let total = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let rows: Vec<&[u32]> = self.rows.iter().map(|case| case.items.as_slice()).collect();
        let mut pairs = Sums::square(self.items.len());
        for row in &rows {
            pairs.count_pairs(row);
        }
        let mut candidates = self.candidates(&Chances::among(total), &rows, &pairs);
        candidates.sort_by(|one, other| {
            let sure = one.p.total_cmp(&other.p);
            sure.then_with(|| other.lift.total_cmp(&one.lift))
                .then_with(|| one.items.cmp(&other.items))
        });
        let tested = candidates.len();
        let adjusted = adjust(&candidates.iter().map(|found| found.p).collect::<Vec<_>>());
        let mut found: Vec<(Candidate, f64)> = candidates.into_iter().zip(adjusted).collect();
        found.retain(|(found, q)| *q <= FALSE_DISCOVERIES && found.lift > 1.0);
        found.truncate(MOST);
        let having = self.having();
        let combination = |(found, q): (Candidate, f64)| Combination {
            items: found
                .items
                .iter()
                .filter_map(|place| self.fact(*place).cloned())
                .collect(),
            reports: found.reports,
            lift: found.lift,
            p: found.p,
            q,
            evidence: evidence(&found, &having),
        };
        Mined {
            reports: total,
            least: self.least,
            tested,
            pairs: self.pairs(&pairs),
            combinations: found.into_iter().map(combination).collect(),
            growth: self.growth.clone(),
            ..Mined::default()
        }
    }

    /// Technologies that took part together.
    fn pairs(&self, pairs: &Sums) -> Vec<Pair> {
        let both = pairs.at_least(self.least).filter_map(|(a, b, reports)| {
            let (Fact::Technology(one), Fact::Technology(other)) = (self.fact(a)?, self.fact(b)?)
            else {
                return None;
            };
            self.allowed(a, b).then(|| Pair {
                technologies: [one.clone(), other.clone()],
                reports,
            })
        });
        let mut both: Vec<Pair> = both.collect();
        both.sort_by_key(|pair| Reverse(pair.reports));
        both.truncate(PAIRS);
        both
    }

    fn candidates(&self, chances: &Chances, rows: &[&[u32]], pairs: &Sums) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (a, b, reports) in pairs.at_least(self.least) {
            if self.allowed(a, b) {
                candidates.push(Candidate {
                    items: [a, b, NONE],
                    reports,
                    lift: chances.lift(reports, self.single(a), self.single(b)),
                    p: chances.as_many(reports, self.single(a), self.single(b)),
                });
            }
        }
        triples(self.items.len(), rows, self.least, |a, b, c, reports| {
            if !(self.allowed(a, b) && self.allowed(a, c) && self.allowed(b, c)) {
                return;
            }
            let splits = [(a, b, c), (a, c, b), (b, c, a)]
                .map(|(one, other, third)| (pairs.get(one, other), self.single(third)));
            let lifts = splits.map(|(pair, third)| chances.lift(reports, pair, third));
            let chance = splits.map(|(pair, third)| chances.as_many(reports, pair, third));
            candidates.push(Candidate {
                items: [a, b, c],
                reports,
                lift: lifts.into_iter().fold(f64::INFINITY, f64::min),
                p: chance.into_iter().fold(0.0, f64::max),
            });
        });
        candidates
    }

    /// For each item the reports that have it.
    fn having(&self) -> Vec<Vec<&Case>> {
        let mut having = vec![Vec::new(); self.items.len()];
        for case in &self.rows {
            for item in &case.items {
                if let Some(list) = having.get_mut(*item as usize) {
                    list.push(case);
                }
            }
        }
        having
    }
}

/// The reports to read first of those with a whole combination.
fn evidence(found: &Candidate, having: &[Vec<&Case>]) -> Vec<ReportId> {
    let items = found.items.iter().filter(|item| **item != NONE);
    let lists = items.clone().filter_map(|item| having.get(*item as usize));
    let rarest = lists.min_by_key(|list| list.len());
    let cases = rarest.into_iter().flatten();
    let whole = cases.filter(|case| {
        let mut items = items.clone();
        items.all(|item| case.items.binary_search(item).is_ok())
    });
    first(whole.map(|case| case.rank), EVIDENCE)
}

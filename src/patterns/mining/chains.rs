//! Chains: things that come one after the other in the same order in several reports.
//!
//! All sequences of two to four links that enough reports tell of are counted (sequential patterns:
//! Agrawal and Srikant 1995). Whether the order is one is tested against chance: of the reports that
//! tell of all links at different places, each order would be told as often as any other, so that
//! the number in this one is binomial with one in `n!` (the sign test; Conover 1999, "Practical
//! Nonparametric Statistics", 3.4). A longer chain is no surer than each two of its neighbours.
//! Over all tests the false discovery rate is held as for combinations. A chain that is part of a
//! longer one that is as sure and has as many reports is left out (closed sequences: Yan, Han and
//! Afshar 2003).

use rustc_hash::{FxHashMap, FxHashSet};

use super::FALSE_DISCOVERIES;
use super::items::related;
use super::significance::{adjust, binomial};
use super::stories::Told;
use crate::patterns::MINIMUM;
use crate::patterns::fact::Fact;
use crate::patterns::table::{Rank, first};
use crate::report::ReportId;

/// Links of the longest chain.
const LONGEST: usize = 4;
/// Chains that are kept.
const MOST: usize = 300;
/// Reports named for each.
const EVIDENCE: usize = 3;

/// Things that come one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// Two to four, the first first.
    pub links: Vec<Fact>,
    /// Reports that tell of them in this order, at least.
    pub reports: u32,
    /// Reports that tell of all of them, in whatever order.
    pub told: u32,
    /// How likely chance alone brings as many in this order, corrected for all tests.
    pub q: f64,
    /// The reports to read first.
    pub evidence: Vec<ReportId>,
}

impl Chain {
    /// Whether chance can be ruled out for the order.
    pub fn beyond_chance(&self) -> bool {
        self.q <= FALSE_DISCOVERIES
    }

    /// Whether it has this link; of a technology, in whatever state.
    pub fn has(&self, fact: &Fact) -> bool {
        self.links.iter().any(|link| match (link, fact) {
            (Fact::State(of, _), Fact::Technology(slug)) => of == slug,
            (link, fact) => link == fact,
        })
    }
}

/// Links in order; an unused place holds [`NONE`].
type Links = [u32; LONGEST];
const NONE: u32 = u32::MAX;

/// How likely chance brings as many, the chain, and its reports.
type Tested = (f64, Links, u32);

fn length(links: &Links) -> usize {
    links.iter().take_while(|link| **link != NONE).count()
}

/// The chains that enough reports share, those least likely to be chance first.
pub(super) fn chains<'a>(facts: &[Fact], told: impl Iterator<Item = &'a Told>) -> Vec<Chain> {
    let told: Vec<&Told> = told.filter(|told| !told.sequences.is_empty()).collect();
    let thousandth = u32::try_from(told.len().div_ceil(1000)).unwrap_or(u32::MAX);
    let least = thousandth.max(u32::try_from(MINIMUM).unwrap_or(3));
    let mut counts: FxHashMap<Links, u32> = FxHashMap::default();
    let mut sets: FxHashMap<Links, u32> = FxHashMap::default();
    for told in &told {
        let found = within(told);
        let mut unordered: Vec<Links> = found.iter().map(set).collect();
        unordered.sort_unstable();
        unordered.dedup();
        for links in found {
            *counts.entry(links).or_default() += 1;
        }
        for links in unordered {
            *sets.entry(links).or_default() += 1;
        }
    }
    let enough = |links: &Links| {
        let of = |number: &u32| facts.get(*number as usize);
        let each = links.iter().filter_map(of);
        let next = links.iter().skip(1).filter_map(of);
        each.zip(next).all(|(one, other)| !related(one, other))
    };
    counts.retain(|links, reports| *reports >= least && enough(links));
    let of_all = |links: &Links| sets.get(&set(links)).copied().unwrap_or_default();
    let chance = |links: &Links| {
        let reports = counts.get(links).copied().unwrap_or_default();
        let orders: u32 = (1..=u32::try_from(length(links)).unwrap_or(1)).product();
        binomial(reports, of_all(links), 1.0 / f64::from(orders))
    };
    let mut tested: Vec<Tested> = counts
        .iter()
        .map(|(links, reports)| {
            let pairs = links.windows(2).filter(|two| !two.contains(&NONE));
            let pairs = pairs.map(|two| match two {
                [one, other] => chance(&[*one, *other, NONE, NONE]),
                _ => 1.0,
            });
            (pairs.fold(chance(links), f64::max), *links, *reports)
        })
        .collect();
    let named = |links: &Links| links.map(|number| facts.get(number as usize));
    tested.sort_by(|(p, one, few), (q, other, many)| {
        let sure = p.total_cmp(q).then_with(|| many.cmp(few));
        let longer = sure.then_with(|| length(other).cmp(&length(one)));
        longer.then_with(|| named(one).cmp(&named(other)))
    });
    let adjusted = adjust(&tested.iter().map(|(p, ..)| *p).collect::<Vec<_>>());
    let kept = tested.iter().zip(adjusted);
    let kept = kept.filter(|((_, links, reports), _)| 2 * reports > of_all(links));
    let kept: Vec<(&Tested, f64)> = kept
        .filter(|(of, _)| !in_longer(of, &tested))
        .take(MOST)
        .collect();
    let evidence = evidence(
        &kept.iter().map(|((_, links, _), _)| *links).collect(),
        &told,
    );
    let chain = |((_, links, reports), q): (&Tested, f64)| Chain {
        links: named(links).into_iter().flatten().cloned().collect(),
        reports: *reports,
        told: of_all(links),
        q,
        evidence: evidence.get(links).cloned().unwrap_or_default(),
    };
    kept.into_iter().map(chain).collect()
}

/// The same links in the order of their numbers.
fn set(links: &Links) -> Links {
    let mut set = *links;
    set.sort_unstable();
    set
}

/// Every chain of two or more links that a report tells of, each once.
fn within(told: &Told) -> Vec<Links> {
    let mut found = Vec::new();
    for sequence in &told.sequences {
        for (at, (place, link)) in sequence.iter().enumerate() {
            let begun = [*link, NONE, NONE, NONE];
            longer(
                begun,
                1,
                *place,
                sequence.get(at + 1..).unwrap_or_default(),
                &mut found,
            );
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn longer(links: Links, length: usize, last: u16, rest: &[(u16, u32)], found: &mut Vec<Links>) {
    for (at, (place, link)) in rest.iter().enumerate() {
        if *place == last {
            continue;
        }
        let mut links = links;
        let Some(next) = links.get_mut(length) else {
            return;
        };
        *next = *link;
        found.push(links);
        longer(
            links,
            length + 1,
            *place,
            rest.get(at + 1..).unwrap_or_default(),
            found,
        );
    }
}

/// Whether a longer chain with as many reports, and no likelier by chance, says it already: one of
/// `tested`, the least likely first.
fn in_longer((p, links, reports): &Tested, tested: &[Tested]) -> bool {
    let length = length(links);
    let as_sure = tested.iter().take_while(|(of_other, ..)| of_other <= p);
    let mut as_many = as_sure.filter(|(_, _, of_other)| of_other == reports);
    as_many.any(|(_, other, _)| {
        let mut wanted = links.iter().take(length).peekable();
        for link in other {
            wanted.next_if(|next| *next == link);
        }
        self::length(other) > length && wanted.peek().is_none()
    })
}

/// The reports to read first for each of these chains.
fn evidence(kept: &FxHashSet<Links>, told: &[&Told]) -> FxHashMap<Links, Vec<ReportId>> {
    let mut ranks: FxHashMap<Links, Vec<Rank>> = FxHashMap::default();
    for told in told {
        for links in within(told)
            .into_iter()
            .filter(|links| kept.contains(links))
        {
            ranks.entry(links).or_default().push(told.rank);
        }
    }
    let read = |ranks: Vec<Rank>| first(ranks.into_iter(), EVIDENCE);
    ranks
        .into_iter()
        .map(|(links, ranks)| (links, read(ranks)))
        .collect()
}

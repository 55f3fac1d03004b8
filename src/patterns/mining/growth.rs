//! What is new or growing: codes and pairs of codes that reports of one year carry more often than
//! those of the year before.

use std::collections::BTreeMap;

use super::FALSE_DISCOVERIES;
use super::items::{is_item, related};
use super::significance::{Chances, adjust};
use super::sums::Sums;
use crate::patterns::MINIMUM;
use crate::patterns::fact::Fact;
use crate::patterns::selection::Selection;
use crate::report::Period;

/// Quarters of a year on either side.
const QUARTERS: usize = 4;
/// What is kept.
const MOST: usize = 200;

/// What grows.
#[derive(Clone, Debug, PartialEq)]
pub struct Growing {
    /// A code, or two that come together.
    pub facts: Vec<Fact>,
    /// Reports of the later time, at least.
    pub now: u32,
    /// Reports of the time before, at least.
    pub before: u32,
    /// How likely chance alone brings as many, corrected for all tests.
    pub q: f64,
}

/// What grows, and between which quarters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Growth {
    /// First and last quarter of the later time.
    pub between: Option<(Period, Period)>,
    /// Reports of the later and of the earlier time.
    pub reports: (u32, u32),
    /// The least likely to be chance first.
    pub growing: Vec<Growing>,
}

impl Growth {
    /// Compares the last four quarters that reports tell of with the four before. Reports come in
    /// months late, so that the last quarter is left out.
    pub fn of(reports: &Selection<'_>) -> Self {
        let mut quarters = last_quarters(reports);
        if quarters.len() < QUARTERS {
            return Self::default();
        }
        let before = quarters.split_off(QUARTERS);
        quarters.reverse();
        Self::between(reports, &quarters, &before)
    }

    /// Compares the reports of some quarters with those of others, code by code and pair by pair:
    /// Fisher's exact test whether the share of reports grew, one-sided, corrected as combinations
    /// are. A pair must have grown among the reports of each of its parts, too, or the part says it.
    pub fn between(reports: &Selection<'_>, later: &[Period], earlier: &[Period]) -> Self {
        let (Some(first), Some(last)) = (later.first(), later.last()) else {
            return Self::default();
        };
        let facts = reports.table.facts();
        let side: Vec<Option<bool>> = facts
            .iter()
            .map(|fact| match fact {
                Fact::Quarter(quarter) if later.contains(quarter) => Some(true),
                Fact::Quarter(quarter) if earlier.contains(quarter) => Some(false),
                _ => None,
            })
            .collect();
        let of = |numbers: &[u32]| {
            let mut sides = numbers.iter();
            sides.find_map(|number| side.get(*number as usize).copied().flatten())
        };
        let sided = reports
            .rows()
            .filter_map(|row| Some((of(&row.facts)?, row)));
        let sided: Vec<_> = sided.collect();
        let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        let mut sums = (0, 0);
        for (later, row) in &sided {
            add(&mut sums, *later);
            for number in &row.facts {
                add(counts.entry(*number).or_default(), *later);
            }
        }
        counts.retain(|number, (now, _)| {
            *now as usize >= MINIMUM && facts.get(*number as usize).is_some_and(is_item)
        });
        let chances = Chances::among(sums.0 + sums.1);
        let mut tested: Vec<(f64, Vec<&Fact>, (u32, u32))> = Vec::new();
        for (number, count) in &counts {
            if let Some(fact) = facts.get(*number as usize) {
                tested.push((chances.grew(*count, sums), vec![fact], *count));
            }
        }
        let items: Vec<(u32, (u32, u32))> = counts.into_iter().collect();
        let mut pairs = (Sums::square(items.len()), Sums::square(items.len()));
        for (later, row) in &sided {
            let places = row.facts.iter().filter_map(|number| {
                let place = items.binary_search_by_key(number, |(number, _)| *number);
                u32::try_from(place.ok()?).ok()
            });
            let mut places: Vec<u32> = places.collect();
            places.sort_unstable();
            let pairs = if *later { &mut pairs.0 } else { &mut pairs.1 };
            pairs.count_pairs(&places);
        }
        let enough = u32::try_from(MINIMUM).unwrap_or(3);
        let item = |place: u32| {
            let (number, counts) = items.get(place as usize)?;
            Some((facts.get(*number as usize)?, *counts))
        };
        for (a, b, now) in pairs.0.at_least(enough) {
            if let (Some((one, of_one)), Some((other, of_other))) = (item(a), item(b)) {
                if related(one, other) {
                    continue;
                }
                let both = (now, pairs.1.get(a, b));
                let chance = [sums, of_one, of_other].map(|all| chances.grew(both, all));
                let mut two = vec![one, other];
                two.sort_unstable();
                tested.push((chance.into_iter().fold(0.0, f64::max), two, both));
            }
        }
        tested.sort_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(&other.1)));
        let adjusted = adjust(&tested.iter().map(|(p, ..)| *p).collect::<Vec<_>>());
        let growing = tested.into_iter().zip(adjusted);
        let growing = growing.take_while(|(_, q)| *q <= FALSE_DISCOVERIES);
        let growing = growing
            .take(MOST)
            .map(|((_, of, (now, before)), q)| Growing {
                facts: of.into_iter().cloned().collect(),
                now,
                before,
                q,
            });
        Self {
            between: Some((*first, *last)),
            reports: sums,
            growing: growing.collect(),
        }
    }

    /// What grows that has this code.
    pub fn with<'a>(&'a self, fact: &'a Fact) -> impl Iterator<Item = &'a Growing> {
        self.growing
            .iter()
            .filter(move |of| of.facts.contains(fact))
    }
}

fn add((now, before): &mut (u32, u32), later: bool) {
    *if later { now } else { before } += 1;
}

/// The eight quarters before the last one that reports tell of, the latest first; fewer where no
/// report is as old.
fn last_quarters(reports: &Selection<'_>) -> Vec<Period> {
    let (sums, _) = reports.sums();
    let told = reports.table.facts().iter().zip(sums);
    let told = told.filter_map(|(fact, sum)| match fact {
        Fact::Quarter(quarter) if sum > 0 => Some(*quarter),
        _ => None,
    });
    let told: Vec<Period> = told.collect();
    let (Some(last), Some(first)) = (told.iter().max(), told.iter().min()) else {
        return Vec::new();
    };
    let back = std::iter::successors(Some(last.previous()), |quarter| Some(quarter.previous()));
    let back = back.take_while(|quarter| quarter >= first);
    back.take(2 * QUARTERS).collect()
}

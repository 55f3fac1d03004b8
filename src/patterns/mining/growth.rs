//! What is new or growing: codes that reports of the last year carry more often than those of the
//! year before.

use std::collections::BTreeMap;

use super::FALSE_DISCOVERIES;
use super::items::is_item;
use super::significance::{Chances, adjust};
use crate::patterns::MINIMUM;
use crate::patterns::fact::Fact;
use crate::patterns::table::Selection;
use crate::report::Period;

/// Quarters of a year on either side.
const QUARTERS: usize = 4;

/// A code that grows.
#[derive(Clone, Debug, PartialEq)]
pub struct Growing {
    /// The code.
    pub fact: Fact,
    /// Reports of the last four quarters, at least.
    pub now: u32,
    /// Reports of the four before, at least.
    pub before: u32,
    /// How likely chance alone brings as many, corrected for all tests.
    pub q: f64,
}

/// What grows, and between which quarters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Growth {
    /// First and last quarter of the later year.
    pub between: Option<(Period, Period)>,
    /// Reports of the later and of the earlier year.
    pub reports: (u32, u32),
    /// The least likely to be chance first.
    pub growing: Vec<Growing>,
}

impl Growth {
    /// Compares the last four quarters that reports tell of with the four before, code by code:
    /// Fisher's exact test whether the share of reports with the code grew, one-sided, corrected
    /// as combinations are. Reports come in months late, so that the last quarter is left out.
    pub fn of(reports: &Selection<'_>) -> Self {
        let quarters = last_quarters(reports);
        let (Some(first), Some(last)) = (quarters.get(QUARTERS - 1), quarters.first()) else {
            return Self::default();
        };
        let facts = reports.table.facts();
        let years: Vec<Option<bool>> = facts
            .iter()
            .map(|fact| match fact {
                Fact::Quarter(quarter) => {
                    let place = quarters.iter().position(|known| known == quarter)?;
                    Some(place < QUARTERS)
                }
                _ => None,
            })
            .collect();
        let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        let mut sums = (0, 0);
        for row in reports.rows() {
            let mut of = row
                .facts
                .iter()
                .filter_map(|n| years.get(*n as usize).copied()?);
            let Some(later) = of.next() else { continue };
            let add = |(now, before): &mut (u32, u32)| if later { *now += 1 } else { *before += 1 };
            add(&mut sums);
            for number in &row.facts {
                add(counts.entry(*number).or_default());
            }
        }
        let chances = Chances::among(sums.0 + sums.1);
        let tested = counts.into_iter().filter_map(|(number, (now, before))| {
            let fact = facts.get(number as usize).filter(|fact| is_item(fact))?;
            let enough = now as usize >= MINIMUM;
            enough.then(|| {
                (
                    chances.as_many(now, now + before, sums.0),
                    fact,
                    now,
                    before,
                )
            })
        });
        let mut tested: Vec<_> = tested.collect();
        tested.sort_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(other.1)));
        let adjusted = adjust(&tested.iter().map(|(p, ..)| *p).collect::<Vec<_>>());
        let growing = tested.into_iter().zip(adjusted);
        let growing = growing.take_while(|(_, q)| *q <= FALSE_DISCOVERIES);
        let growing = growing.map(|((_, fact, now, before), q)| Growing {
            fact: fact.clone(),
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

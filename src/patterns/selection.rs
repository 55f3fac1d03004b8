//! Some reports of a table, and what they say together.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::report::{Period, ReportId};

use super::counts::Counts;
use super::fact::Fact;
use super::table::{CodeTable, Row, first};

/// Some reports of a table.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    pub(super) table: &'a CodeTable,
    rows: Rows<'a>,
}

#[derive(Clone, Debug)]
enum Rows<'a> {
    All,
    At(Cow<'a, [u32]>),
}

impl<'a> Selection<'a> {
    /// All reports of a table.
    pub(super) fn all(table: &'a CodeTable) -> Self {
        Self {
            table,
            rows: Rows::All,
        }
    }

    /// The reports at these places.
    pub(super) fn at(table: &'a CodeTable, places: Cow<'a, [u32]>) -> Self {
        Self {
            table,
            rows: Rows::At(places),
        }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &'a Row> {
        let rows = &self.table.rows;
        let (all, some): (_, &[u32]) = match &self.rows {
            Rows::All => (rows.as_slice(), &[]),
            Rows::At(places) => ([].as_slice(), places),
        };
        let some = some.iter().filter_map(|place| rows.get(*place as usize));
        all.iter().chain(some).flatten()
    }

    fn places(&self) -> Cow<'a, [u32]> {
        match &self.rows {
            Rows::All => (0..).zip(&self.table.rows).map(|(at, _)| at).collect(),
            Rows::At(places) => places.clone(),
        }
    }

    pub(super) fn filtered(&self, wanted: impl Fn(&Row) -> bool) -> Self {
        let wanted = |place: &u32| {
            let row = self.table.rows.get(*place as usize);
            row.and_then(Option::as_ref).is_some_and(&wanted)
        };
        let places: Vec<u32> = self.places().iter().copied().filter(wanted).collect();
        Self::at(self.table, Cow::Owned(places))
    }

    /// Those of them that were published in such a month.
    #[must_use]
    pub fn published(&self, when: impl Fn(Period) -> bool) -> Self {
        self.filtered(|row| when(row.published))
    }

    /// Those of them that have a fact.
    #[must_use]
    pub fn having(&self, fact: &Fact) -> Self {
        let number = self.table.numbers.get(fact);
        self.filtered(|row| number.is_some_and(|number| row.facts.contains(number)))
    }

    /// These and those of another selection of the same table.
    #[must_use]
    pub fn and(&self, others: &Self) -> Self {
        let mut places = self.places().into_owned();
        places.extend(others.places().iter());
        places.sort_unstable();
        places.dedup();
        Self::at(self.table, Cow::Owned(places))
    }

    /// Those that are among others, too.
    #[must_use]
    pub fn among(&self, others: &Self) -> Self {
        let theirs: BTreeSet<u32> = others.places().iter().copied().collect();
        let mut places = self.places().into_owned();
        places.retain(|place| theirs.contains(place));
        Self::at(self.table, Cow::Owned(places))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows().count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows().next().is_none()
    }

    /// How many of them are invented samples.
    pub fn samples(&self) -> u32 {
        self.rows().map(|row| u32::from(row.sample)).sum()
    }

    /// How many of them have each fact, by its number, and how many there are.
    pub(super) fn sums(&self) -> (Vec<u32>, u32) {
        let mut sums = vec![0; self.table.facts().len()];
        let mut reports = 0;
        for row in self.rows() {
            reports += 1;
            for number in &row.facts {
                if let Some(sum) = sums.get_mut(*number as usize) {
                    *sum += 1;
                }
            }
        }
        (sums, reports)
    }

    /// Counts of all codes over them.
    pub fn counts(&self) -> Counts {
        self.sums_and_counts().1
    }

    /// Sums by the number of each fact, and counts of all codes.
    pub(super) fn sums_and_counts(&self) -> (Vec<u32>, Counts) {
        let (sums, reports) = self.sums();
        let mut counts = Counts::default();
        counts.reports = reports;
        let facts = self.table.facts().iter().zip(&sums);
        for (fact, sum) in facts.filter(|(_, sum)| **sum > 0) {
            counts.count(fact, *sum);
        }
        (sums, counts)
    }

    /// The reports to read first ([`worth_reading_first`](super::worth_reading_first)).
    pub fn read_first(&self, most: usize) -> Vec<ReportId> {
        first(self.rows().map(Row::rank), most)
    }
}

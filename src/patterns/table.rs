//! The codes of many reports, held close together: what every count is made from without reading
//! the reports again.
//!
//! A fact is written down once and has a number; a report is its numbers, about a hundred bytes.
//! Reports come and go one by one ([`CodeTable::put`], [`CodeTable::remove`]), so that a change of
//! the registry costs as much as the reports it touches.

use std::borrow::Cow;
use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::report::{Period, PublicReport, ReportId, Severity};

use super::completeness;
use super::fact::Fact;
use super::selection::Selection;

/// How many of the reports are invented samples.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Samples {
    /// None.
    #[default]
    None,
    /// Some, beside others that somebody sent.
    Some,
    /// All of them: a demonstration.
    All,
}

impl Samples {
    /// So many of so many.
    pub fn of(samples: usize, reports: usize) -> Self {
        match samples {
            0 => Self::None,
            some if some < reports => Self::Some,
            _ => Self::All,
        }
    }
}

/// Codes of reports.
#[derive(Debug, Default)]
pub struct CodeTable {
    facts: Vec<Fact>,
    pub(super) numbers: FxHashMap<Fact, u32>,
    /// Places are kept: one that a report left stays empty.
    pub(super) rows: Vec<Option<Row>>,
    places: FxHashMap<ReportId, u32>,
    /// Places of the reports that have a fact, in order; only for facts that pages are about, and
    /// with places that are empty by now.
    having: FxHashMap<u32, Vec<u32>>,
    samples: u32,
}

/// What is kept of one report.
#[derive(Debug)]
pub(super) struct Row {
    id: ReportId,
    /// How much of the story it tells ([`completeness`]).
    told: u8,
    pub(super) severity: Option<Severity>,
    pub(super) sample: bool,
    /// The month it was published in.
    pub(super) published: Period,
    /// Numbers of its facts, each once.
    pub(super) facts: Box<[u32]>,
}

impl CodeTable {
    /// A table of these reports.
    pub fn of<'a, T: AsRef<str> + 'a>(
        reports: impl IntoIterator<Item = &'a PublicReport<T>>,
    ) -> Self {
        let mut table = Self::default();
        for report in reports {
            table.put(report);
        }
        table
    }

    /// Adds a report, in place of what was known of it.
    pub fn put<T: AsRef<str>>(&mut self, public: &PublicReport<T>) {
        self.remove(public.id);
        let place = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let facts = Fact::of(&public.report).into_iter();
        let facts: Vec<u32> = facts
            .filter(|fact| !fact.is_to_come(public.published))
            .map(|fact| {
                let has_page = has_page(&fact);
                let number = self.number(fact);
                if has_page {
                    self.having.entry(number).or_default().push(place);
                }
                number
            })
            .collect();
        self.rows.push(Some(Row {
            id: public.id,
            told: completeness(&public.report),
            severity: public.report.severity,
            sample: public.sample,
            published: public.published,
            facts: facts.into_boxed_slice(),
        }));
        self.places.insert(public.id, place);
        self.samples += u32::from(public.sample);
    }

    /// Forgets a report. A table that is mostly empty places is packed.
    pub fn remove(&mut self, id: ReportId) {
        let Some(place) = self.places.remove(&id) else {
            return;
        };
        let row = self.rows.get_mut(place as usize).and_then(Option::take);
        self.samples -= u32::from(row.is_some_and(|row| row.sample));
        if self.rows.len() > 2 * self.places.len() + 1_000 {
            self.pack();
        }
    }

    fn pack(&mut self) {
        self.rows.retain(Option::is_some);
        self.having.clear();
        for (place, row) in self.rows.iter().flatten().enumerate() {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            self.places.insert(row.id, place);
            for number in &row.facts {
                if self.facts.get(*number as usize).is_some_and(has_page) {
                    self.having.entry(*number).or_default().push(place);
                }
            }
        }
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

    /// How many reports it holds.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// How many of them are invented samples.
    pub fn samples(&self) -> Samples {
        Samples::of(self.samples as usize, self.len())
    }

    /// All reports.
    pub fn all(&self) -> Selection<'_> {
        Selection::all(self)
    }

    /// These reports, if the table has them.
    pub fn these(&self, ids: &[ReportId]) -> Selection<'_> {
        let places = ids.iter().filter_map(|id| self.places.get(id)).copied();
        Selection::at(self, places.collect())
    }

    /// The reports with a technology or a failure mode.
    pub fn with(&self, fact: &Fact) -> Selection<'_> {
        Selection::at(self, Cow::Borrowed(self.places_of(fact)))
    }

    /// The reports with any of these technologies or failure modes.
    pub fn with_any(&self, facts: &[Fact]) -> Selection<'_> {
        let places = facts.iter().flat_map(|fact| self.places_of(fact));
        let mut places: Vec<u32> = places.copied().collect();
        places.sort_unstable();
        places.dedup();
        Selection::at(self, Cow::Owned(places))
    }

    /// The reports with all of these facts; without any fact, none.
    pub fn with_all(&self, facts: &[Fact]) -> Selection<'_> {
        let numbers: Option<Vec<u32>> = facts
            .iter()
            .map(|fact| self.numbers.get(fact).copied())
            .collect();
        let numbers = numbers.unwrap_or_default();
        let all = |place: &u32| {
            let row = self.rows.get(*place as usize).and_then(Option::as_ref);
            row.is_some_and(|row| numbers.iter().all(|number| row.facts.contains(number)))
        };
        let paged = numbers.iter().filter_map(|number| self.having.get(number));
        let places: Vec<u32> = match paged.min_by_key(|places| places.len()) {
            _ if numbers.is_empty() => Vec::new(),
            Some(rarest) => rarest.iter().copied().filter(all).collect(),
            None => (0..)
                .zip(&self.rows)
                .map(|(at, _)| at)
                .filter(all)
                .collect(),
        };
        Selection::at(self, Cow::Owned(places))
    }

    /// The reports that for each of these questions have a fact which answers it; without a
    /// question, all.
    pub fn answering(&self, questions: &[&dyn Fn(&Fact) -> bool]) -> Selection<'_> {
        let answers: Vec<Vec<bool>> = questions
            .iter()
            .map(|question| self.facts.iter().map(question).collect())
            .collect();
        let answered = |row: &Row, answers: &Vec<bool>| {
            let mut numbers = row.facts.iter();
            numbers.any(|number| answers.get(*number as usize).copied() == Some(true))
        };
        self.all()
            .filtered(|row| answers.iter().all(|answers| answered(row, answers)))
    }

    fn places_of(&self, fact: &Fact) -> &[u32] {
        debug_assert!(has_page(fact));
        let places = self.numbers.get(fact).and_then(|n| self.having.get(n));
        places.map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn fact(&self, number: u32) -> Option<&Fact> {
        self.facts.get(number as usize)
    }

    pub(super) fn facts(&self) -> &[Fact] {
        &self.facts
    }
}

/// Whether somebody asks for all reports with this fact.
fn has_page(fact: &Fact) -> bool {
    use crate::taxonomy::ListId;
    matches!(
        fact,
        Fact::Technology(_) | Fact::Code(ListId::FailureModes, _)
    )
}

/// A report's place among those to read first; the least is read first.
pub(super) type Rank = (Reverse<(u8, Option<Severity>)>, ReportId);

impl Row {
    /// The most complete, then the most severe, then by id.
    pub(super) fn rank(&self) -> Rank {
        (Reverse((self.told, self.severity)), self.id)
    }
}

/// The reports to read first of those with these places.
pub(super) fn first(ranks: impl Iterator<Item = Rank>, most: usize) -> Vec<ReportId> {
    let mut best: Vec<Rank> = Vec::new();
    for rank in ranks {
        let at = best.partition_point(|other| *other <= rank);
        if at < most {
            best.insert(at, rank);
            best.truncate(most);
        }
    }
    best.into_iter().map(|(_, id)| id).collect()
}

//! How many published reports share what could point at somebody.

use std::collections::{BTreeMap, BTreeSet};

use super::{Registry, RegistryError};
use crate::identifiability::{Part, Wider};
use crate::report::{Period, PublicReport, Report, ReportId, Slug};
use crate::taxonomy::Taxonomy;

/// The bands of every published report, without its text; small enough to be kept at hand.
#[derive(Clone, Debug, Default)]
pub(super) struct Crowd {
    /// Every code that occurs, by its number.
    codes: BTreeMap<Slug, u16>,
    members: BTreeMap<ReportId, Member>,
}

#[derive(Clone, Debug)]
struct Member {
    /// Sector, size and continent.
    bands: [Option<u16>; 3],
    period: Option<Period>,
    technologies: Box<[u16]>,
}

const BANDS: [Part; 3] = [Part::Sector, Part::Size, Part::Continent];

/// How many share a draft's combination.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Which parts the draft says.
    pub said: Vec<Part>,
    /// How many published reports share all of them.
    pub count: usize,
    /// For each part the next wider choice, and how many would share the combination with it.
    pub wider: Vec<(Part, Wider, usize)>,
}

/// What a draft says, as members are compared with it.
struct Asked {
    /// Codes that say it as exactly or more so; `None` where nothing is said.
    bands: [Option<BTreeSet<u16>>; 3],
    period: Option<Period>,
    /// For each technology, those that are it or of its family; `None` where nobody has it.
    technologies: Option<Vec<BTreeSet<u16>>>,
}

impl Crowd {
    /// Counts a report, in place of what was known of it.
    pub(super) fn add<T>(&mut self, public: &PublicReport<T>) {
        let report = &public.report;
        let bands = BANDS.map(|part| self.number(part.band(&report.context)?));
        let used = report.technologies.iter();
        let technologies = used.filter_map(|used| self.number(&used.slug)).collect();
        let member = Member {
            bands,
            period: report.period,
            technologies,
        };
        self.members.insert(public.id, member);
    }

    pub(super) fn remove(&mut self, id: ReportId) {
        self.members.remove(&id);
    }

    /// The number of a code. The lists together have far fewer than 65,536.
    fn number(&mut self, slug: &Slug) -> Option<u16> {
        if let Some(number) = self.codes.get(slug) {
            return Some(*number);
        }
        let number = u16::try_from(self.codes.len()).ok()?;
        self.codes.insert(slug.clone(), number);
        Some(number)
    }

    /// Codes that occur and pass.
    fn numbers(&self, passes: impl Fn(&Slug) -> bool) -> BTreeSet<u16> {
        let codes = self.codes.iter().filter(|(slug, _)| passes(slug));
        codes.map(|(_, number)| *number).collect()
    }

    fn ask<T>(&self, report: &Report<T>) -> Asked {
        let taxonomy = Taxonomy::builtin();
        let bands = BANDS.map(|part| {
            let (list, said) = (taxonomy.list(part.list()?), part.band(&report.context)?);
            Some(self.numbers(|code| list.is_within(code, said)))
        });
        let family = |slug: &Slug| {
            let said = self.numbers(|code| {
                let next = |code: &&Slug| taxonomy.technology(code)?.parent();
                std::iter::successors(Some(code), next).any(|code| code == slug)
            });
            (!said.is_empty()).then_some(said)
        };
        Asked {
            bands,
            period: report.period,
            technologies: report
                .technologies
                .iter()
                .map(|used| family(&used.slug))
                .collect(),
        }
    }

    fn count<T>(&self, report: &Report<T>) -> usize {
        let asked = self.ask(report);
        let Some(technologies) = &asked.technologies else {
            return 0;
        };
        let band = |said: &Option<BTreeSet<u16>>, theirs: &Option<u16>| match said {
            None => true,
            Some(said) => theirs.is_some_and(|theirs| said.contains(&theirs)),
        };
        let shares = |member: &&Member| {
            asked
                .bands
                .iter()
                .zip(&member.bands)
                .all(|(said, theirs)| band(said, theirs))
                && asked
                    .period
                    .is_none_or(|said| member.period.is_some_and(|theirs| said.contains(theirs)))
                && technologies.iter().all(|said| {
                    member
                        .technologies
                        .iter()
                        .any(|theirs| said.contains(theirs))
                })
        };
        self.members.values().filter(shares).count()
    }

    /// The draft's technology that fewest published reports have.
    fn rarest<T>(&self, report: &Report<T>) -> Option<Slug> {
        let having = |slug: &Slug| {
            let Some(number) = self.codes.get(slug) else {
                return 0;
            };
            let with = self
                .members
                .values()
                .filter(|member| member.technologies.contains(number));
            with.count()
        };
        let used = report.technologies.iter().map(|used| &used.slug);
        used.min_by_key(|slug| having(slug)).cloned()
    }

    fn shared<T>(&self, draft: &Report<T>) -> Shared {
        let said: Vec<Part> = Part::ALL
            .into_iter()
            .filter(|part| part.is_said(draft))
            .collect();
        if said.is_empty() {
            return Shared::default();
        }
        let rarest = self.rarest(draft);
        let wider = said.iter().filter_map(|part| {
            let wider = part.wider(draft, rarest.as_ref())?;
            let mut report = Report::<()> {
                context: draft.context.clone(),
                period: draft.period,
                technologies: draft.technologies.clone(),
                ..Report::default()
            };
            wider.clone().apply(&mut report);
            Some((*part, wider, self.count(&report)))
        });
        Shared {
            count: self.count(draft),
            wider: wider.collect(),
            said,
        }
    }
}

impl Registry {
    /// How many published reports share a draft's sector, size, continent, period and technologies,
    /// and how many would if one of these were said less exactly.
    pub fn shared<T>(&self, draft: &Report<T>) -> Result<Shared, RegistryError> {
        self.surveyed(|survey| survey.crowd.shared(draft))
    }
}

#[cfg(test)]
mod tests;

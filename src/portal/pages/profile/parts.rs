//! Counts as parts of a page.

use super::{Block, Order, Together};
use crate::patterns::{Counts, Fact, MINIMUM, Mined, Tally, says_something};
use crate::portal::view::{Chains, Figures, Findings};
use crate::portal::{Bars, Count, Labelled, Labels, paths};
use crate::report::Slug;
use crate::taxonomy::ListId;

/// Lines of one part.
const LINES: usize = 10;
/// Combinations on a page.
const FINDINGS: usize = 8;
/// Chains on a page.
const CHAINS: usize = 5;

/// Makes parts; searches are within `within`, such as `stack:nginx`.
pub(super) struct Parts<'a> {
    pub(super) counts: &'a Counts,
    pub(super) within: String,
    pub(super) labels: Labels,
}

impl Parts<'_> {
    /// Terms that enough reports carry, the most reported first; those with a field of the search lead to it.
    pub(super) fn terms(
        &self,
        id: &str,
        title: &str,
        note: &str,
        (list, tally, field): (ListId, &Tally, &str),
    ) -> Block {
        let ranked = tally.enough().into_iter().take(LINES);
        let counts = ranked.map(|line| {
            let href = if field.is_empty() || self.within.is_empty() {
                String::new()
            } else {
                paths::search(&format!("{} AND {field}:{}", self.within, line.code))
            };
            let term = self.labels.term(list, &line.code);
            Count::new(term, href, line.reports.into())
        });
        Block::Bars(Bars::new(id, title, note, counts.collect()))
    }

    /// Terms of a list that has an order of its own, in that order.
    pub(super) fn bands(&self, id: &str, title: &str, list: ListId, tally: &Tally) -> Block {
        Block::Bars(bands(id, title, list, tally, self.labels))
    }

    /// How it failed, with the pages of the failure modes.
    pub(super) fn modes(&self, title: &str, note: &str) -> Block {
        let ranked = self.counts.failure_modes.enough().into_iter().take(LINES);
        let counts = ranked.map(|line| {
            let term = self.labels.term(ListId::FailureModes, &line.code);
            let href = self.labels.page_of_mode(&line.code);
            Count::new(term, href, line.reports.into())
        });
        Block::Bars(Bars::new("modes", title, note, counts.collect()))
    }

    /// Technologies with their pages.
    pub(super) fn technologies(&self, title: &str, note: &str) -> Block {
        let ranked = self.counts.technologies.enough().into_iter().take(LINES);
        let counts = ranked.map(|line| {
            let href = paths::technology(line.code.as_str());
            let technology = self.labels.technology(&line.code);
            Count::new(technology, href, line.reports.into())
        });
        Block::Bars(Bars::new("technologies", title, note, counts.collect()))
    }

    pub(super) fn triggers(&self, title: &str) -> Block {
        let of = (ListId::Triggers, &self.counts.triggers, "trigger");
        self.terms("triggers", title, "", of)
    }

    /// How it was noticed, how late, and why not sooner.
    pub(super) fn noticed(&self) -> [Block; 3] {
        let counts = self.counts;
        let detectors = (ListId::Detectors, &counts.detectors, "detected-by");
        let gaps = (ListId::DetectionGaps, &counts.detection_gaps, "");
        let delays = &counts.detection_delays;
        [
            self.terms("detectors", "How it was noticed", "", detectors),
            self.bands("delays", "How late", ListId::DetectionDelays, delays),
            self.terms("gaps", "Why not sooner", "", gaps),
        ]
    }

    /// What was tried, and what was changed.
    pub(super) fn responses(&self) -> [Block; 2] {
        let (tried, changed) = (self.counts.mitigations(), self.counts.remediations());
        [
            Block::Figures(Figures::tried(&tried, LINES, self.labels)),
            Block::Figures(Figures::changed(&changed, LINES, self.labels)),
        ]
    }

    /// Combinations with this fact.
    pub(super) fn together(&self, mined: &Mined, fact: &Fact) -> Block {
        let found = mined.with(fact).take(FINDINGS);
        Block::Together(Together {
            findings: Findings::new(found, self.labels),
        })
    }

    /// How it goes: how it starts, what keeps it going, how it shows, what ended it, and with what.
    pub(super) fn lesson(&self) -> Vec<Block> {
        let counts = self.counts;
        let mut blocks = vec![self.triggers("How it starts")];
        let phases = (ListId::Phases, &counts.phases, "");
        blocks.push(self.terms("phases", "What was going on", "", phases));
        let factors = (ListId::Factors, &counts.factors, "factor");
        let note = "Conditions that let it happen, or kept it going.";
        blocks.push(self.terms("factors", "What keeps it going", note, factors));
        blocks.push(self.modes(
            "What it comes with",
            "Other failure modes in the same reports.",
        ));
        blocks.extend(self.noticed());
        let difficulties = (ListId::ResponseDifficulties, &counts.difficulties, "");
        blocks.push(self.terms("difficulties", "What made it hard", "", difficulties));
        blocks.extend(self.responses());
        let helped = (ListId::Helped, &counts.helped, "helped");
        blocks.push(self.terms("helped", "What helped", "", helped));
        blocks.push(self.technologies("What it happens with", ""));
        blocks
    }

    /// Chains with this fact.
    pub(super) fn order(&self, mined: &Mined, fact: &Fact) -> Block {
        let found = mined.chains.iter().filter(|chain| chain.has(fact));
        Block::Order(Order {
            chains: Chains::new(found.take(CHAINS), self.labels),
        })
    }

    /// The term of a list that stands out: enough reports carry it, and more than any other term.
    pub(super) fn foremost(&self, list: ListId, tally: &Tally) -> Option<Labelled> {
        let ranked = tally.enough().into_iter();
        let mut ranked = ranked.filter(|line| line.code.as_str() != "other");
        let first = ranked
            .next()
            .filter(|line| says_something(list, &line.code))?;
        let next = ranked.next().map_or(0, |line| line.reports);
        (first.reports > next).then(|| self.labels.term(list, &first.code))
    }
}

/// Terms that enough reports carry of a list that has an order of its own, in that order.
pub(in crate::portal::pages) fn bands(
    id: &str,
    title: &str,
    list: ListId,
    tally: &Tally,
    labels: Labels,
) -> Bars {
    let groups = labels
        .groups(list)
        .into_iter()
        .flat_map(|group| group.terms);
    let counts = groups.filter_map(|term| {
        let code: Slug = term.id.parse().ok()?;
        let reports = tally.get(&code);
        (reports as usize >= MINIMUM).then(|| Count::new(term, String::new(), reports.into()))
    });
    Bars::new(id, title, "", counts.collect())
}

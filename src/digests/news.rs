//! What is new in an issue: patterns that grew, first sightings, changes that held.

use crate::patterns::{Counts, Tally};
use crate::report::Slug;
use crate::taxonomy::ListId;

use super::compile::Counted;
use super::terms::{reports, technology, term};
use super::{HeldLine, News, PatternLine, SeenLine, Trend};

const LINES: usize = 8;

pub(super) fn news(counted: &Counted<'_>, heard: &Counts) -> News {
    let ever = &counted.ever;
    let first = |now: &Tally, ever: &Tally| -> Vec<(Slug, u32)> {
        // Of a young registry everything is new.
        let lines = now.ranked().into_iter().filter(|line| {
            counted.ever.reports >= counted.counts.reports
                && ever.get(&line.code) == 0
                && counted.spoken_of(&line.code, line.reports)
        });
        lines
            .take(LINES)
            .map(|line| (line.code, line.reports))
            .collect()
    };
    let patterns = counted.patterns(usize::MAX).into_iter();
    let held = heard.remediations().into_iter();
    let held = held.filter(|line| counted.spoken_of(&line.class, line.outcomes.held));
    News {
        grown: patterns
            .filter(|line: &PatternLine| line.trend == Trend::More)
            .take(LINES)
            .map(|line| SeenLine {
                what: line.mode,
                reports: line.new,
            })
            .collect(),
        modes: first(&counted.counts.failure_modes, &ever.failure_modes)
            .into_iter()
            .map(|(code, reports)| SeenLine {
                what: term(counted.taxonomy, ListId::FailureModes, &code),
                reports,
            })
            .collect(),
        technologies: first(&counted.counts.technologies, &ever.technologies)
            .into_iter()
            .map(|(slug, reports)| SeenLine {
                what: technology(counted.taxonomy, &slug),
                reports,
            })
            .collect(),
        held: held
            .take(LINES)
            .map(|line| HeldLine {
                what: term(counted.taxonomy, ListId::Remediations, &line.class),
                held: line.outcomes.held,
                did_not_hold: counted.told(line.outcomes.did_not_hold),
            })
            .collect(),
    }
}

impl News {
    /// What is new, sentence by sentence.
    pub fn sentences(&self) -> Vec<String> {
        let seen = |words: &str, lines: &[SeenLine]| {
            let names = lines.iter();
            let names: Vec<_> = names
                .map(|line| format!("{} ({})", line.what.label, reports(line.reports)))
                .collect();
            (!names.is_empty()).then(|| format!("{words}: {}.", names.join("; ")))
        };
        let held = |line: &HeldLine| {
            let against = match line.did_not_hold {
                0 => String::new(),
                n => format!(", and did not in {n}"),
            };
            format!(
                "{}: held at least in {}{against}",
                line.what.label,
                reports(line.held)
            )
        };
        let held: Vec<_> = self.held.iter().map(held).collect();
        let held = (!held.is_empty()).then(|| format!("Changes that held: {}.", held.join("; ")));
        let all = [
            seen("A larger share of the reports than before", &self.grown),
            seen("First seen, ways to fail", &self.modes),
            seen("First seen, technologies", &self.technologies),
            held,
        ];
        all.into_iter().flatten().collect()
    }
}

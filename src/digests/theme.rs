//! What an issue is about most: the way to fail that stands out in its reports.

use crate::patterns::{Fact, MINIMUM};
use crate::report::Slug;
use crate::taxonomy::ListId;

use super::compile::Counted;
use super::terms::{list_in_words, term};
use super::{PatternLine, Term, Theme, Trend};

/// Terms of one sentence.
const TERMS: usize = 3;

/// The theme: a pattern that grew, else the one most reported; where enough reports show it.
pub(super) fn theme(counted: &Counted<'_>, patterns: &[PatternLine]) -> Option<Theme> {
    let enough = patterns.iter().filter(|line| line.new as usize >= MINIMUM);
    // Lines stand with the most reported first, and the last of equals would be taken.
    let line = enough
        .rev()
        .max_by_key(|line| (line.trend == Trend::More, line.new))?;
    let mode = line.mode.slug.clone();
    let with = counted
        .within
        .having(&Fact::Code(ListId::FailureModes, mode.clone()));
    let counts = with.counts();
    let terms = |list: ListId, codes: Vec<Slug>| {
        let codes = codes.iter().take(TERMS);
        codes
            .map(|code| term(counted.taxonomy, list, code))
            .collect()
    };
    let factors = counted.beside(&counts.factors);
    let eased = counts.mitigations().into_iter();
    let eased = eased.filter(|line| counted.beside_enough(line.effects.eased));
    let definition = counted.taxonomy.term(ListId::FailureModes, &mode);
    Some(Theme {
        meaning: definition.map_or_else(String::new, |term| term.definition().to_owned()),
        reports: line.new,
        trend: line.trend,
        technologies: line.technologies.clone(),
        factors: terms(ListId::Factors, factors),
        eased: terms(
            ListId::Mitigations,
            eased
                .map(|line| line.code)
                .filter(|code| code.as_str() != "other")
                .collect(),
        ),
        mode: line.mode.clone(),
    })
}

impl Theme {
    /// What it says, sentence by sentence. `of`: reports of the issue.
    pub fn sentences(&self, of: u32) -> Vec<String> {
        let trend = match self.trend {
            Trend::More => ", a larger share than in the time before",
            Trend::Fewer => ", a smaller share than in the time before",
            Trend::FirstSeen => ", and none before did",
            Trend::Steady | Trend::TooFew => "",
        };
        let shown = format!("At least {} of {of} reports show it{trend}.", self.reports);
        let list = |words: &str, terms: &[Term]| {
            (!terms.is_empty()).then(|| format!("{words}: {}.", list_in_words(terms)))
        };
        let names: Vec<_> = self
            .technologies
            .iter()
            .map(|of| of.label.as_str())
            .collect();
        let with = (!names.is_empty()).then(|| format!("Most often with {}.", names.join(", ")));
        let sentences = [
            Some(self.meaning.clone()).filter(|meaning| !meaning.is_empty()),
            Some(shown),
            with,
            list("What contributed most", &self.factors),
            list("What eased it", &self.eased),
        ];
        sentences.into_iter().flatten().collect()
    }
}

//! Whether anything was lost between a source text and what was made of it.
//!
//! Places alone would prove nothing: a line may be assigned to a section and its words dropped on
//! the way into the report. So the words themselves are counted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::blocks::without_mark;
use super::{Imported, Place};

/// How often each word is there to be found.
#[derive(Default)]
struct Words(HashMap<String, usize>);

impl Words {
    fn add(&mut self, text: &str) {
        for word in words(text) {
            *self.0.entry(word).or_default() += 1;
        }
    }

    /// Takes the words of a line; takes none if one is missing.
    fn take(&mut self, line: &str) -> bool {
        let mut needed: BTreeMap<String, usize> = BTreeMap::new();
        for word in words(line) {
            *needed.entry(word).or_default() += 1;
        }
        let enough = needed
            .iter()
            .all(|(word, count)| self.0.get(word).is_some_and(|there| there >= count));
        if enough {
            for (word, count) in needed {
                if let Some(there) = self.0.get_mut(&word) {
                    *there -= count;
                }
            }
        }
        enough
    }
}

/// Runs of letters and digits; line-break tags are markup.
fn words(text: &str) -> impl Iterator<Item = String> {
    super::tables::breaks(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

impl Imported {
    /// Source lines (from 0) with words that are neither in the report nor in the headings, the
    /// times as written, or the fields.
    pub(super) fn missing(&self, lines: &[String]) -> Vec<usize> {
        let mut there = Words::default();
        for section in &self.sections {
            let timed = section.line.and_then(|line| self.places.get(line));
            if !matches!(timed, Some(Place::Timeline(_))) {
                there.add(section.heading.expose());
            }
        }
        for entry in &self.timeline {
            there.add(entry.written.expose());
        }
        let headings: BTreeSet<&str> = self
            .sections
            .iter()
            .map(|section| section.heading.expose())
            .collect();
        for field in &self.metadata {
            if !headings.contains(field.name.expose()) {
                there.add(field.name.expose());
            }
            there.add(field.value.expose());
        }
        // Title and headings of narratives repeat what is counted above.
        let report = &self.report;
        there.add(report.summary.expose());
        for narrative in &report.narratives {
            there.add(narrative.text.expose());
        }
        there.add(report.impact.text.expose());
        there.add(report.detection.text.expose());
        for event in &report.timeline {
            there.add(event.text.expose());
        }
        let mut factors: Vec<_> = report.factors.iter().collect();
        while let Some(factor) = factors.pop() {
            there.add(factor.text.expose());
            factors.extend(&factor.children);
        }
        let lists = [&report.helped, &report.luck, &report.lessons];
        for text in lists.into_iter().flatten() {
            there.add(text.expose());
        }
        for mitigation in &report.mitigations {
            there.add(mitigation.text.expose());
        }
        for action in &report.actions {
            there.add(action.text.expose());
        }
        lines
            .iter()
            .enumerate()
            .filter(|(_, line)| !there.take(&without_mark(line)))
            .map(|(at, _)| at)
            .collect()
    }
}

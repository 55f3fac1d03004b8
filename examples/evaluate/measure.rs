//! What the anonymiser covered of labelled text, and what it took too much.

use std::collections::BTreeMap;
use std::fmt;

use candor::anonymise::Anonymised;

use super::gold::Gold;

/// Labels that alone say who somebody is.
const DIRECT: [&str; 10] = [
    "PERSON", "ORG", "PRODUCT", "EMAIL", "PHONE", "URL", "HOST", "IP", "ID", "SECRET",
];
/// Labels that together say who somebody is.
const QUASI: [&str; 3] = ["LOC", "TIME", "AMOUNT"];

/// Of one label, what was covered.
#[derive(Default)]
pub(crate) struct Tally {
    covered: usize,
    points: usize,
    missed: usize,
    spans: usize,
}

/// The figures over all texts.
#[derive(Default)]
pub(crate) struct Measures {
    /// By label that has to go.
    pub(crate) kinds: BTreeMap<String, Tally>,
    /// By label that has to stay: how many were not touched, and how many there are.
    pub(crate) kept: BTreeMap<String, (usize, usize)>,
    /// Letters and digits removed that no label covers, and all letters and digits.
    pub(crate) over: (usize, usize),
    texts: usize,
    leaky: usize,
    leaky_time: usize,
    /// What went wrong where, for reading: `miss`, `part`, `lost` and `over`.
    pub(crate) notes: Vec<String>,
}

/// A share of a whole; all of nothing is 1.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub(crate) fn share((part, whole): (usize, usize)) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

impl Measures {
    /// Share of the letters and digits of direct identifiers that is covered.
    pub(crate) fn direct(&self) -> f64 {
        self.recall(&DIRECT)
    }

    /// Share of the letters and digits under some labels that is covered.
    pub(crate) fn recall(&self, labels: &[&str]) -> f64 {
        share(
            labels
                .iter()
                .filter_map(|label| self.kinds.get(*label))
                .fold((0, 0), |(a, b), t| (a + t.covered, b + t.points)),
        )
    }

    /// Compares one text with what was made of it.
    pub(crate) fn add(&mut self, gold: &Gold, made: &Anonymised) {
        let n = gold.points.len();
        let words =
            |start: usize, end: usize| gold.points[start..end.min(n)].iter().collect::<String>();
        let (mut gone, mut known) = (vec![false; n], vec![false; n]);
        for r in &made.redactions {
            gone[r.start..r.end].fill(true);
        }
        let (mut leaked, mut unclocked) = (false, false);
        for (start, end, label) in &gold.spans {
            let (start, end, name) = (*start, *end, label.as_str());
            let mut points: Vec<usize> = (start..end)
                .filter(|p| gold.points[*p].is_alphanumeric())
                .collect();
            if points.is_empty() {
                points = (start..end).collect();
            }
            let hit = points.iter().filter(|p| gone[**p]).count();
            let mut note = |kind| {
                let line = format!("{kind} {} {label} {}", gold.id, words(start, end));
                self.notes.push(line);
            };
            if !DIRECT.contains(&name) && !QUASI.contains(&name) {
                let pair = self.kept.entry(label.clone()).or_default();
                *pair = (pair.0 + usize::from(hit == 0), pair.1 + 1);
                if hit > 0 {
                    note("lost");
                }
                continue;
            }
            known[start..end].fill(true);
            let tally = self.kinds.entry(label.clone()).or_default();
            tally.covered += hit;
            tally.points += points.len();
            tally.spans += 1;
            if hit * 2 < points.len() {
                tally.missed += 1;
                leaked |= DIRECT.contains(&name);
                unclocked |= name == "TIME";
                note("miss");
            } else if hit < points.len() {
                note("part");
            }
        }
        for r in &made.redactions {
            if !known[r.start..r.end].contains(&true) {
                let around = words(r.start.saturating_sub(25), r.end + 15);
                let said = words(r.start, r.end);
                let line = format!("over {} {} {said:?} in {around:?}", gold.id, r.rule);
                self.notes.push(line);
            }
        }
        self.texts += 1;
        self.leaky += usize::from(leaked);
        self.leaky_time += usize::from(unclocked);
        for p in (0..n).filter(|p| gold.points[*p].is_alphanumeric()) {
            self.over.0 += usize::from(gone[p] && !known[p]);
            self.over.1 += 1;
        }
    }
}

impl fmt::Display for Measures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "direct {:.4}  leaky {:.3}  leaky time {:.3}  over-removed {:.4}",
            self.direct(),
            share((self.leaky, self.texts)),
            share((self.leaky_time, self.texts)),
            share(self.over),
        )?;
        for (kind, t) in &self.kinds {
            let recall = share((t.covered, t.points));
            writeln!(
                f,
                "  {kind:8} {recall:.4}  {} of {} missed",
                t.missed, t.spans
            )?;
        }
        for (label, (fine, all)) in &self.kept {
            writeln!(
                f,
                "  kept {label:5} {:.4}  {} of {all} touched",
                share((*fine, *all)),
                all - fine
            )?;
        }
        Ok(())
    }
}

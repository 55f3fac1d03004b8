//! Codes that come together, as a list with evidence.

use askama::Template;

use super::{Part, component, part};
use crate::patterns::Combination;
use crate::portal::say::Decimal;
use crate::portal::{Labels, Said, paths};

/// Combinations, in the order given.
#[derive(Clone, Debug, Template)]
#[template(path = "components/findings.html")]
pub(crate) struct Findings(Vec<Finding>);

component!(Findings);

#[derive(Clone, Debug)]
struct Finding {
    parts: Vec<Part>,
    reports: u32,
    /// "3.2 times as often as by chance".
    times: Said,
    /// Its own page.
    page: String,
    evidence: Vec<String>,
}

impl Findings {
    pub(crate) fn new<'a>(found: impl Iterator<Item = &'a Combination>, labels: Labels) -> Self {
        let finding = |found: &Combination| {
            let parts: Vec<Part> = found.items.iter().map(|fact| part(fact, labels)).collect();
            Finding {
                reports: found.reports,
                times: times(found.lift),
                page: paths::combination(
                    &parts
                        .iter()
                        .filter_map(|part| part.key.as_deref())
                        .collect::<Vec<_>>(),
                ),
                evidence: found.evidence.iter().map(|id| paths::report(*id)).collect(),
                parts,
            }
        };
        Self(found.map(finding).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// "3.2 times as often as by chance".
pub(crate) fn times(lift: f64) -> Said {
    let digits = usize::from(lift < 9.95);
    say!("findings-times", lift = Decimal(lift, digits))
}

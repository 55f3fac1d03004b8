//! What readers ask for in an address.

use serde::Deserialize;

use crate::portal::Labels;
use crate::registry::Overview;
use crate::report::Slug;

/// Technologies of one stack that are looked at.
const MOST: usize = 40;
/// Technologies offered while one is typed.
const OFFERED: usize = 200;

/// A stack, by names with commas between; empty for none.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct AskedStack {
    #[serde(default)]
    pub(super) stack: String,
}

/// Technologies offered while a stack is typed: those that most reports are about.
pub(super) fn offered(overview: &Overview) -> Vec<String> {
    let most = overview.technologies.iter().take(OFFERED);
    most.map(|of| Labels::builtin().technology(&of.slug).label)
        .collect()
}

/// Technologies known by the names typed, each once, and the names that are not known.
pub(super) fn stack_of(typed: &str) -> (Vec<Slug>, Vec<String>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    let names = typed.split([',', ';', '+']).map(str::trim);
    for name in names.filter(|name| !name.is_empty()).take(MOST) {
        match Labels::builtin().technology_called(name) {
            Some(slug) if known.contains(&slug) => {}
            Some(slug) => known.push(slug),
            None => unknown.push(name.to_owned()),
        }
    }
    (known, unknown)
}

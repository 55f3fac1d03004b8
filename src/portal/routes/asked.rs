//! What readers ask for in an address.

use serde::Deserialize;

use crate::portal::Labels;
use crate::report::Slug;

/// Technologies of one stack that are looked at.
const MOST: usize = 40;

/// A stack, by names with commas between; empty for none.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct AskedStack {
    #[serde(default)]
    pub(super) stack: String,
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

//! What each format gives, what is refused, and what no input can do.

mod checklists;
mod fixtures;
mod laws;
mod ranking;
mod refusals;

use crate::anonymise::RawText;

use super::{Manifest, Stack};

fn manifest(name: Option<&str>, text: &str) -> Manifest {
    Manifest {
        name: name.map(RawText::new),
        text: RawText::new(text),
    }
}

/// Slugs, separated by spaces.
fn slugs(stack: &Stack) -> String {
    let slugs: Vec<&str> = stack.uses().map(|used| used.slug.as_str()).collect();
    slugs.join(" ")
}

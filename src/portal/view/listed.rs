//! Several technologies in a row, as a sentence has them.

use crate::portal::{Labels, Phrase};
use crate::report::Slug;

/// "NGINX and Redis": what is about all of them at once.
pub(crate) fn together(stack: &[Slug], labels: Labels) -> Phrase {
    Phrase::All(names(stack, labels))
}

/// "NGINX or Redis": what is about any of them.
pub(crate) fn either(stack: &[Slug], labels: Labels) -> Phrase {
    Phrase::Any(names(stack, labels))
}

fn names(stack: &[Slug], labels: Labels) -> Vec<String> {
    let names = stack.iter().map(|slug| labels.technology(slug).label);
    names.collect()
}

//! Several things in a row, as a sentence has them.

use crate::portal::Labels;
use crate::report::Slug;

/// "NGINX and Redis": what is about all of them at once.
pub(crate) fn together(stack: &[Slug], labels: Labels) -> String {
    listed(&names(stack, labels), "and")
}

/// "NGINX or Redis": what is about any of them.
pub(crate) fn either(stack: &[Slug], labels: Labels) -> String {
    listed(&names(stack, labels), "or")
}

fn names(stack: &[Slug], labels: Labels) -> Vec<String> {
    let names = stack.iter().map(|slug| labels.technology(slug).label);
    names.collect()
}

/// "a, b and c", with this word before the last.
fn listed(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

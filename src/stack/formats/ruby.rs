//! Ruby: `Gemfile`, `Gemfile.lock`.

use crate::stack::components::Components;
use crate::stack::lines;
use crate::taxonomy::Ecosystem::Gem;

pub(super) fn gemfile(text: &str, into: &mut Components) {
    for line in lines::without_comments(text) {
        if let Some(rest) = line
            .strip_prefix("gem")
            .filter(|rest| rest.starts_with([' ', '(']))
        {
            into.package(Gem, lines::quoted(rest).next().unwrap_or_default());
        }
    }
}

/// Gems stand under `specs:` with four spaces, what they need with six.
pub(super) fn lock(text: &str, into: &mut Components) {
    let mut specs = false;
    for line in text.lines() {
        if !line.starts_with(' ') {
            specs = false;
        } else if line.trim() == "specs:" {
            specs = true;
        } else if specs
            && let Some(gem) = line
                .strip_prefix("    ")
                .filter(|gem| !gem.starts_with(' '))
        {
            into.package(Gem, gem.split_whitespace().next().unwrap_or_default());
        }
    }
}

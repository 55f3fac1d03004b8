//! What readers ask for in an address.

use serde::Deserialize;

use crate::portal::Labels;
use crate::registry::Overview;
use crate::report::Slug;

/// Technologies of one stack that are looked at.
const MOST: usize = 40;
/// Technologies offered while one is typed.
pub(super) const OFFERED: usize = 200;

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
    let parts = typed.split([',', ';']);
    let names = parts.flat_map(|part| part.split(" + ")).map(str::trim);
    for name in names.filter(|name| !name.is_empty()).take(MOST) {
        match Labels::builtin().technology_called(name) {
            Some(slug) if known.contains(&slug) => {}
            Some(slug) => known.push(slug),
            None => unknown.push(name.to_owned()),
        }
    }
    (known, unknown)
}

#[cfg(test)]
mod tests {
    use super::stack_of;
    use crate::report::Slug;
    use crate::taxonomy::Taxonomy;

    #[test]
    fn every_technology_is_known_by_its_slug_and_its_name() {
        for technology in Taxonomy::builtin().technologies() {
            for typed in [technology.slug().as_str(), technology.name()] {
                let (known, unknown) = stack_of(typed);
                assert_eq!(known, [technology.slug().clone()], "{typed}");
                assert!(unknown.is_empty(), "{unknown:?}");
            }
        }
    }

    #[test]
    fn names_stand_apart_by_commas_semicolons_or_a_plus_between_spaces() {
        let (known, unknown) = stack_of("C++, Redis + nginx; Redis; nothing of ours");
        let known: Vec<&str> = known.iter().map(Slug::as_str).collect();
        assert_eq!(known, ["cpp", "redis", "nginx"]);
        assert_eq!(unknown, ["nothing of ours"]);
    }
}

//! Terms that were renamed, split or merged, and what became of them.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::report::Slug;

use super::{ListId, Taxonomy, TaxonomyError};

/// The list of an entry about technologies.
const TECHNOLOGIES: &str = "technologies";

/// One decision: these terms became those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Counts up over the life of the taxonomy.
    pub version: u32,
    /// The list, or `None` for technologies.
    pub list: Option<ListId>,
    /// Terms that are gone: one was renamed or split, several were merged.
    pub from: Vec<Slug>,
    /// What stands for them: one, or several of a split.
    pub to: Vec<Slug>,
}

/// All decisions, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes(Vec<Change>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    change: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    version: u32,
    list: String,
    from: Vec<Slug>,
    to: Vec<Slug>,
}

impl Changes {
    /// Those of `schema/taxonomy/changes.toml`, embedded in the program.
    #[expect(
        clippy::expect_used,
        reason = "the input is part of the program, and a test reads it"
    )]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Changes> = LazyLock::new(|| {
            Changes::parse(include_str!("../../schema/taxonomy/changes.toml"))
                .expect("the embedded changes are sound")
        });
        &BUILTIN
    }

    /// Reads the file. Versions must not go back, and neither side may be empty.
    pub fn parse(toml: &str) -> Result<Self, TaxonomyError> {
        let file: File =
            toml::from_str(toml).map_err(|source| TaxonomyError::toml("changes", source))?;
        let mut changes = Vec::new();
        let mut newest = 1;
        for entry in file.change {
            let of = match entry.list.as_str() {
                TECHNOLOGIES => Some(None),
                name => ListId::parse(name).map(Some),
            };
            let sound = entry.version >= newest && !entry.from.is_empty() && !entry.to.is_empty();
            let Some(list) = of.filter(|_| sound) else {
                return Err(TaxonomyError::BadChange(entry.version));
            };
            newest = entry.version;
            changes.push(Change {
                version: entry.version,
                list,
                from: entry.from,
                to: entry.to,
            });
        }
        Ok(Self(changes))
    }

    /// The version of the last decision; 0 if there is none.
    pub fn version(&self) -> u32 {
        self.0.last().map_or(0, |change| change.version)
    }

    /// The decisions after a version.
    #[must_use]
    pub fn after(&self, version: u32) -> Self {
        let later = self.0.iter().filter(|change| change.version > version);
        Self(later.cloned().collect())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What stands for a code now, after all decisions; `None` if none is about it.
    pub fn of(&self, list: Option<ListId>, code: &Slug) -> Option<Vec<Slug>> {
        let mut codes = vec![code.clone()];
        let mut any = false;
        for change in self.0.iter().filter(|change| change.list == list) {
            let mut next = Vec::new();
            for code in codes {
                if change.from.contains(&code) {
                    any = true;
                    next.extend(change.to.iter().cloned());
                } else {
                    next.push(code);
                }
            }
            next.dedup();
            codes = next;
        }
        any.then_some(codes)
    }

    /// Where an old code leads: the first of what stands for it. `None` for a code the taxonomy
    /// still has, and for one that no decision is about.
    pub fn leads_to(&self, taxonomy: &Taxonomy, list: Option<ListId>, old: &Slug) -> Option<Slug> {
        let still = match list {
            Some(list) => taxonomy.term(list, old).is_some(),
            None => taxonomy.technology(old).is_some(),
        };
        if still {
            return None;
        }
        self.of(list, old)?.into_iter().next()
    }

    /// Codes that should be in the taxonomy and are not, or should be gone and are not.
    pub fn unsound(&self, taxonomy: &Taxonomy) -> Vec<Slug> {
        let has = |list: Option<ListId>, code: &Slug| match list {
            Some(list) => taxonomy.term(list, code).is_some(),
            None => taxonomy.technology(code).is_some(),
        };
        let mut wrong = Vec::new();
        for change in &self.0 {
            wrong.extend(
                change
                    .from
                    .iter()
                    .filter(|code| has(change.list, code))
                    .cloned(),
            );
            for code in &change.to {
                let now = self
                    .of(change.list, code)
                    .unwrap_or_else(|| vec![code.clone()]);
                wrong.extend(now.into_iter().filter(|code| !has(change.list, code)));
            }
        }
        wrong
    }
}

//! The words of the registry: lists of terms, and technologies with their names.
//!
//! Everything comes from `schema/taxonomy`, embedded in the binary and checked when it is read:
//! no id twice in a list, no name or package of two technologies, no unknown group, category or parent.
//! Every list has the values `unknown` and `other` beside its terms.

mod builtin;
mod changes;
mod check;
mod error;
mod fields;
mod list;
mod list_id;
mod package;
mod recode;
mod synonyms;
mod technology;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::report::{Slug, Strength};

pub use changes::{Change, Changes};
pub use check::UnknownCode;
pub use error::TaxonomyError;
pub use fields::{CODED, codes_of, codes_of_mut};
pub use list::{Group, List, Term};
pub use list_id::ListId;
pub use package::Ecosystem;
pub use synonyms::Synonyms;
pub use technology::{Technology, TechnologyName};

/// All lists and technologies of one version of the taxonomy.
#[derive(Debug)]
pub struct Taxonomy {
    lists: Vec<List>,
    technologies: Vec<Technology>,
    by_slug: FxHashMap<Slug, usize>,
    by_name: FxHashMap<String, usize>,
    packages: package::Packages,
}

impl Taxonomy {
    /// The taxonomy that this program was built with.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Taxonomy> = LazyLock::new(builtin::read);
        &BUILTIN
    }

    /// Reads all lists and the technologies from TOML. Files of technologies come with a name, for
    /// messages.
    pub fn parse(
        lists: impl Fn(ListId) -> &'static str,
        technologies: &[(&str, &str)],
    ) -> Result<Self, TaxonomyError> {
        let lists = ListId::ALL
            .iter()
            .map(|id| List::parse(*id, lists(*id)))
            .collect::<Result<Vec<_>, _>>()?;
        let all = technology::parse_files(technologies)?;
        let (by_slug, by_name) = technology::index(&all)?;
        let packages = package::Packages::of(&all)?;
        let taxonomy = Self {
            lists,
            technologies: all,
            by_slug,
            by_name,
            packages,
        };
        taxonomy.check_technologies()?;
        Ok(taxonomy)
    }

    fn check_technologies(&self) -> Result<(), TaxonomyError> {
        let categories: FxHashSet<&Slug> = (self.list(ListId::TechnologyCategories).terms().iter())
            .map(Term::id)
            .collect();
        for technology in &self.technologies {
            if !categories.contains(technology.category()) {
                return Err(TaxonomyError::unknown(
                    technology.slug(),
                    "category",
                    technology.category(),
                ));
            }
            // Walking up at most as many steps as there are technologies also ends a cycle.
            let mut parent = technology.parent();
            for _ in 0..self.technologies.len() {
                let Some(slug) = parent else { break };
                let Some(up) = self.technology(slug) else {
                    return Err(TaxonomyError::unknown(technology.slug(), "parent", slug));
                };
                parent = up.parent();
            }
            if parent.is_some() {
                return Err(TaxonomyError::Cycle(technology.slug().clone()));
            }
        }
        Ok(())
    }

    /// A list.
    #[expect(
        clippy::indexing_slicing,
        reason = "`parse` reads one list for each id, in the order of the ids"
    )]
    pub fn list(&self, id: ListId) -> &List {
        &self.lists[id as usize]
    }

    /// A term of a list; `None` for `unknown`, `other` and what is not in the list.
    pub fn term(&self, list: ListId, code: &Slug) -> Option<&Term> {
        self.list(list).term(code)
    }

    /// The words people read for a code: its label, "Not known", "Other", or the code itself
    /// where the list does not have it.
    pub fn label<'a>(&'a self, list: ListId, code: &'a Slug) -> &'a str {
        match (self.term(list, code), code.as_str()) {
            (Some(term), _) => term.label(),
            (None, list::UNKNOWN) => "Not known",
            (None, list::OTHER) => "Other",
            (None, code) => code,
        }
    }

    /// How much a class of remedy leans on people being careful: the group of the term.
    pub fn strength(&self, remediation: &Slug) -> Option<Strength> {
        match self
            .term(ListId::Remediations, remediation)?
            .group()?
            .as_str()
        {
            "strong" => Some(Strength::Strong),
            "intermediate" => Some(Strength::Intermediate),
            "weak" => Some(Strength::Weak),
            _ => None,
        }
    }

    /// All technologies, in the order of their files.
    pub fn technologies(&self) -> &[Technology] {
        &self.technologies
    }

    /// A technology.
    pub fn technology(&self, slug: &Slug) -> Option<&Technology> {
        self.technologies.get(*self.by_slug.get(slug)?)
    }

    /// The name of a technology, or its slug where the taxonomy does not have it.
    pub fn technology_name<'a>(&'a self, slug: &'a Slug) -> &'a str {
        self.technology(slug)
            .map_or(slug.as_str(), Technology::name)
    }

    /// The technology that has this name, alias or slug, whatever its case. A name that is also a
    /// plain word counts: the caller says that it means a technology.
    pub fn technology_by_alias(&self, name: &str) -> Option<&Technology> {
        let name = name.trim();
        let index = self
            .by_name
            .get(name)
            .or_else(|| self.by_name.get(&name.to_lowercase()));
        match index {
            Some(index) => self.technologies.get(*index),
            None => self.technology(&name.to_lowercase().parse().ok()?),
        }
    }

    /// The technology a package belongs to, with the entry of its list that says so, such as
    /// `npm:ioredis` or `terraform:aws_db_*`.
    pub fn technology_by_package(
        &self,
        ecosystem: Ecosystem,
        name: &str,
    ) -> Option<(&Technology, &str)> {
        let (position, entry) = self.packages.find(ecosystem, name)?;
        Some((self.technologies.get(position)?, entry))
    }

    /// Technologies whose parent this is, in the order of their files.
    pub fn children(&self, slug: &Slug) -> impl Iterator<Item = &Technology> {
        self.technologies
            .iter()
            .filter(move |technology| technology.parent() == Some(slug))
    }

    /// Every name and alias of a technology, for the anonymiser: names to keep, and whether each
    /// is also a word, person, place or company.
    pub fn keep_names(&self) -> impl Iterator<Item = (&str, bool)> {
        self.technologies
            .iter()
            .flat_map(Technology::names)
            .map(|name| (name.text, name.ambiguous))
    }
}
